// Where the station gives a list as a file, for the day, the names and the language that the page shows. Pure.
import type { ProgrammeView } from './programme-hooks.tsx'

type Lens = Pick<ProgrammeView, 'day' | 'isPast' | 'basis'>
export type ListName = 'funding' | 'supervision' | 'obstacles' | 'records' | 'calendar' | 'settings'

export function listAddress(
  list: ListName,
  format: 'xlsx' | 'csv',
  { day, isPast, basis }: Lens,
  language: string,
): string {
  const parameters = new URLSearchParams({ format, basis, lang: language === 'en' ? 'en' : 'vi' })
  if (isPast) parameters.set('at', day)
  return `/api/v1/programme/${list}?${parameters}`
}
