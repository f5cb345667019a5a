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

/** The same with another place chosen. */
export const placeTo = (place: Parameters<typeof placeChoice>[0]): string => desktopTo(placeChoice(place))

export const change = (changes: Partial<DesktopChoice>): void => navigate(desktopTo(changes))
