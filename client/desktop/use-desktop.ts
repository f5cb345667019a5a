// Binds what the desktop shows to the address bar. Holds no rule.
import { useMemo } from 'react'
import { navigate, useParameters } from '../app/address.ts'
import { choiceIn, type DesktopChoice, placeChoice, searchWith } from './desktop-address.ts'

export function useDesktopChoice(): DesktopChoice {
  const search = useParameters().toString()
  return useMemo(() => choiceIn(search), [search])
}

/** The desktop's address with these changes. */
export const desktopTo = (changes: Partial<DesktopChoice>): string => `/${searchWith(location.search, changes)}`

/** What is shown, as an address to keep: without the language, which is the reader's own. */
export function addressNow(): string {
  const parameters = new URLSearchParams(location.search)
  parameters.delete('lang')
  return `/${searchWith(parameters.toString(), {})}`
}

/** The same with another place chosen. */
export const placeTo = (place: Parameters<typeof placeChoice>[0]): string => desktopTo(placeChoice(place))

export const change = (changes: Partial<DesktopChoice>): void => navigate(desktopTo(changes))
