// Where the station gives a list as a file, for the day, the names and the language that the page shows. Pure.
import type { ProgrammeView } from './programme-hooks.tsx'

type Lens = Pick<ProgrammeView, 'asOf' | 'basis'>
export type ListName = 'funding' | 'supervision' | 'obstacles' | 'records' | 'calendar' | 'settings'

export function listAddress(list: ListName, format: 'xlsx' | 'csv', { asOf, basis }: Lens, language: string): string {
  const parameters = new URLSearchParams({ format, basis, lang: language === 'en' ? 'en' : 'vi' })
  if (asOf !== undefined) parameters.set('at', asOf)
  return `/api/v1/programme/${list}?${parameters}`
}
