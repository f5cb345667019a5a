// Light or dark: what this browser was told, else what its system wishes. Kept in the browser; damaged or forbidden storage means the
// system's wish. Knows no page.
import { useSyncExternalStore } from 'react'
import { createListeners } from '../live/listeners.ts'
import type { Theme } from './palette.ts'

export const THEME_CHOICES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

const KEY = 'dai-sen.theme'
const GROUND_COLOUR: Readonly<Record<Theme, string>> = { light: '#F6F8FB', dark: '#0B1220' }
const changed = createListeners<void>()
let choice: ThemeChoice = 'system'
let theme: Theme = 'dark'
let isAlwaysDark = false

export const choiceIn = (text: string | null): ThemeChoice => THEME_CHOICES.find(one => one === text) ?? 'system'

/** @param isDarkPage of a room that is dark, whatever anybody chose */
export function themeOf(chosen: ThemeChoice, isSystemDark: boolean, isDarkPage: boolean): Theme {
  if (isDarkPage || chosen === 'dark') return 'dark'
  return chosen === 'light' || !isSystemDark ? 'light' : 'dark'
}

/** To be called before the page is drawn; what stood until then was said by first-paint.js. */
export function startTheme(): void {
  try {
    choice = choiceIn(localStorage.getItem(KEY))
  } catch {
    // The system's wish stands.
  }
  systemWish().addEventListener('change', apply)
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== KEY) return
    choice = choiceIn(newValue)
    apply()
  })
  apply()
}

export function chooseTheme(next: ThemeChoice): void {
  choice = next
  try {
    if (next === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, next)
  } catch {
    // It holds for as long as the page stands.
  }
  apply()
}

/** The wall's room is dark. */
export function holdDark(isHeld: boolean): void {
  isAlwaysDark = isHeld
  apply()
}

export const useTheme = (): Theme => useSyncExternalStore(changed.add, () => theme)
export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(changed.add, () => choice)

const systemWish = () => matchMedia('(prefers-color-scheme: dark)')

function apply(): void {
  theme = themeOf(choice, systemWish().matches, isAlwaysDark)
  document.documentElement.dataset['theme'] = theme
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', GROUND_COLOUR[theme])
  changed.tell()
}
