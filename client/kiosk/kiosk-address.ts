// The addresses of a kiosk's pages. Pure.
import type { EntryDeed } from '../../shared/entry/entry.ts'
import type { KioskSection } from '../../shared/unit-board/section.ts'

/** Without a section the start of the unit; in the language of the page. */
export function kioskAddress(unitId: string, section?: KioskSection, search = location.search): string {
  const path = section === undefined ? `/kiosk/${unitId}` : `/kiosk/${unitId}/${section}`
  return new URLSearchParams(search).get('lang') === 'en' ? `${path}?lang=en` : path
}

/** Where a deed is entered. @param subject the task, village or period it is about */
export function entryAddress(unitId: string, deed?: EntryDeed, subject?: string, search = location.search): string {
  return entryPath(unitId, { do: deed, subject }, search)
}

type Edited = { readonly id: string; readonly deed: EntryDeed; readonly subject: string | undefined }

/** Where an entry of the queue that was held up is typed anew. */
export const editAddress = (unitId: string, { id, deed, subject }: Edited, search = location.search): string =>
  entryPath(unitId, { do: deed, subject, edit: id }, search)

function entryPath(unitId: string, named: Readonly<Record<string, string | undefined>>, search: string): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(named)) if (value !== undefined) parameters.set(name, value)
  if (new URLSearchParams(search).get('lang') === 'en') parameters.set('lang', 'en')
  return parameters.size > 0 ? `/kiosk/${unitId}/entry?${parameters}` : `/kiosk/${unitId}/entry`
}

/** Whether an address is one of this kiosk's: of its unit, or of any where it stands for none. */
export function isKioskPath(pathname: string, unitId: string | undefined): boolean {
  const [first, second] = pathname.split('/').filter(part => part !== '')
  return first === 'kiosk' && (unitId === undefined || second === unitId)
}
