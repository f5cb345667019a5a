// An address of the Programme area with filters of its page. Pure but for the address bar it starts from.
import { addressPlus } from '../app/address.ts'
import { addressOf, type Section } from './section.ts'

/** `part` = the section of the page to be shown first. Undefined parameters are left out. */
export function addressWith(
  section: Section,
  id: string | undefined,
  parameters: Readonly<Record<string, string | undefined>>,
  part?: string,
  search = location.search,
): string {
  const address = addressPlus(addressOf(section, id, search), parameters)
  return part === undefined ? address : `${address}#${part}`
}
