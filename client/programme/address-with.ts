// An address of the Programme area with filters of its page. Pure but for the address bar it starts from.
import { addressOf, type Section } from './section.ts'

/** `part` = the section of the page to be shown first. Undefined parameters are left out. */
export function addressWith(
  section: Section,
  id: string | undefined,
  parameters: Readonly<Record<string, string | undefined>>,
  part?: string,
  search = location.search,
): string {
  const [path = '', query = ''] = addressOf(section, id, search).split('?')
  const to = new URLSearchParams(query)
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) to.set(name, value)
  return `${path}${to.size > 0 ? `?${to}` : ''}${part === undefined ? '' : `#${part}`}`
}
