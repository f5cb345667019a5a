// The parts of the Displays area and their addresses. Pure.
export const SECTIONS = ['fleet', 'profiles'] as const
export type Section = (typeof SECTIONS)[number]

export const TASKS = ['edit', 'new', 'copy', 'remove'] as const
/** What is being done with a profile. */
export type Task = (typeof TASKS)[number]
export type Place = { readonly section: Section /** A profile's. */; readonly id: string | undefined }

const ROOT = '/admin/displays'

/** Anything unknown is the fleet. */
export function placeOf(pathname: string): Place {
  const [, , first, id] = pathname.split('/').filter(part => part !== '')
  return first === 'profiles' ? { section: 'profiles', id } : { section: 'fleet', id: undefined }
}

/** A profile that is opened is edited, unless the address says otherwise. Undefined = the list alone. */
export function taskOf(id: string | undefined, parameters: URLSearchParams): Task | undefined {
  const asked = TASKS.find(task => task === parameters.get('form'))
  if (id === undefined) return asked === 'new' ? 'new' : undefined
  return asked === 'copy' || asked === 'remove' ? asked : 'edit'
}

/** Keeps the language. */
export function addressOf(
  section: Section,
  { id, task }: { readonly id?: string; readonly task?: Exclude<Task, 'edit'> } = {},
  search = location.search,
): string {
  const path = [ROOT, section === 'fleet' ? '' : section, id ?? ''].filter(Boolean).join('/')
  const query = new URLSearchParams(new URLSearchParams(search).get('lang') === 'en' ? { lang: 'en' } : {})
  if (task) query.set('form', task)
  return query.size > 0 ? `${path}?${query}` : path
}
