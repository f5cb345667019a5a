// Where somebody wanted to go before they were asked who they are: a page of this station, never another site. Pure.
const PARAMETER = 'to'

/** The path in `?to=`; the start page when there is none, or it isn't ours. */
export function returnPath(parameters: URLSearchParams, origin: string): string {
  const url = URL.parse(parameters.get(PARAMETER) ?? '/', origin)
  if (!url || url.origin !== origin || url.pathname.startsWith('//')) return '/'
  if (url.pathname.replace(/\/+$/, '') === '/sign-in') return '/'
  return `${url.pathname}${url.search}`
}

/** By way of the identity provider and back. */
export const outsidePath = (to: string): string => `/access/outside/start?${new URLSearchParams({ to })}`
