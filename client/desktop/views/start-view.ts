// The own start: a desktop that is opened without saying what to show opens the view that its person chose. Once for each load of the page.
import { replaceAddress } from '../../app/address.ts'
import { ownViews } from './own-views.ts'

let isDone = false

/** Where a bare address leads; undefined where the address says something itself, or nothing was chosen. Pure. */
export function startOf(search: string, startAt: string | undefined): string | undefined {
  const parameters = new URLSearchParams(search)
  const language = parameters.get('lang')
  parameters.delete('lang')
  if (parameters.size > 0 || startAt === undefined || startAt === '/') return undefined
  const start = new URLSearchParams(startAt.slice(startAt.indexOf('?') + 1))
  if (language === null) start.delete('lang')
  else start.set('lang', language)
  return `/?${start.toString().replaceAll('%2C', ',')}`
}

export function goToStart(): void {
  if (isDone) return
  isDone = true
  const to = startOf(location.search, ownViews().startAt)
  if (to !== undefined) replaceAddress(to)
}
