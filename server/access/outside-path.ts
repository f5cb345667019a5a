// Where somebody goes on to after signing in elsewhere: a page of this station, whatever the link said. Pure.
const MAX_PATH = 512
const HERE = 'http://here.invalid'

/** The path of a page of ours that this text names; '/' when it names anything else. */
export function pathWithin(text: unknown): string {
  if (typeof text !== 'string' || text.length > MAX_PATH || !text.startsWith('/')) return '/'
  const url = URL.parse(text, HERE)
  // "/.//else.where" becomes "//else.where", which a browser takes for another host.
  if (url?.origin !== HERE || url.pathname.startsWith('//') || url.pathname.startsWith('/access/')) return '/'
  return `${url.pathname}${url.search}${url.hash}`
}
