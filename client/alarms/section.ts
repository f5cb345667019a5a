// The parts of the Alarms area and their addresses. Pure.
export const SECTIONS = ['desk', 'history', 'scorecard', 'rules', 'outbox'] as const
export type Section = (typeof SECTIONS)[number]

export type Place = { readonly section: Section /** A rule's id, say. */; readonly id: string | undefined }

/** Anything unknown is the desk. */
export function placeOf(pathname: string): Place {
  const [area, first, id] = pathname.split('/').filter(part => part !== '')
  const section = area === 'alarms' ? SECTIONS.find(one => one === first) : undefined
  return section ? { section, id } : { section: 'desk', id: undefined }
}

/** Keeps the language. */
export function addressOf(section: Section, id?: string, search = location.search): string {
  const path = ['/alarms', section === 'desk' ? '' : section, id ?? ''].filter(Boolean).join('/')
  return new URLSearchParams(search).get('lang') === 'en' ? `${path}?lang=en` : path
}
