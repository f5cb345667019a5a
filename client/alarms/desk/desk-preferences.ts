// How this browser's desk is set: sound, notifications, map, keys. Kept in the browser; damaged or forbidden storage means the defaults.
import { useSyncExternalStore } from 'react'
import { createListeners } from '../../live/listeners.ts'
import { NOTIFIED, type Notified } from './attention.ts'

export type DeskPreferences = {
  readonly hasSound: boolean
  readonly notified: Notified
  readonly hasMap: boolean
  /** Single letters as commands can be turned off (WCAG 2.1.4). */
  readonly hasKeys: boolean
}
export const DEFAULTS: DeskPreferences = { hasSound: false, notified: 'off', hasMap: true, hasKeys: true }

const KEY = 'dai-sen.alarm-desk'
const changed = createListeners<void>()
let held: DeskPreferences | undefined

/** What is stored wrongly is as if it were not. */
export function preferencesIn(text: string | null): DeskPreferences {
  let stored: Readonly<Record<string, unknown>> = {}
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (typeof value === 'object' && value !== null) stored = value as Readonly<Record<string, unknown>>
  } catch {
    // Damaged.
  }
  const flag = (name: 'hasSound' | 'hasMap' | 'hasKeys') => {
    const value = stored[name]
    return typeof value === 'boolean' ? value : DEFAULTS[name]
  }
  return {
    hasSound: flag('hasSound'),
    notified: NOTIFIED.find(one => one === stored['notified']) ?? DEFAULTS.notified,
    hasMap: flag('hasMap'),
    hasKeys: flag('hasKeys'),
  }
}

function current(): DeskPreferences {
  if (held) return held
  try {
    held = preferencesIn(localStorage.getItem(KEY))
  } catch {
    held = DEFAULTS
  }
  return held
}

export function prefer(change: Partial<DeskPreferences>): void {
  held = { ...current(), ...change }
  try {
    localStorage.setItem(KEY, JSON.stringify(held))
  } catch {
    // It holds for as long as the page stands.
  }
  changed.tell()
}

export const useDeskPreferences = (): DeskPreferences => useSyncExternalStore(changed.add, current)
