// How this browser's desktop is set: how close things stand, which docks are open. Damaged or forbidden storage means the defaults.
import { useSyncExternalStore } from 'react'
import { createListeners } from '../live/listeners.ts'

export const DENSITIES = ['roomy', 'dense'] as const
export type DesktopLook = {
  readonly density: (typeof DENSITIES)[number]
  readonly hasAttention: boolean
  readonly hasSelection: boolean
}
export const DEFAULT_LOOK: DesktopLook = { density: 'roomy', hasAttention: true, hasSelection: true }

const KEY = 'dai-sen.desktop'
const changed = createListeners<void>()
let held: DesktopLook | undefined

/** What is stored wrongly is as if it were not. */
export function lookIn(text: string | null): DesktopLook {
  let stored: Readonly<Record<string, unknown>> = {}
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (typeof value === 'object' && value !== null) stored = value as Readonly<Record<string, unknown>>
  } catch {
    // Damaged.
  }
  const flag = (name: 'hasAttention' | 'hasSelection') => {
    const value = stored[name]
    return typeof value === 'boolean' ? value : DEFAULT_LOOK[name]
  }
  return {
    density: DENSITIES.find(one => one === stored['density']) ?? DEFAULT_LOOK.density,
    hasAttention: flag('hasAttention'),
    hasSelection: flag('hasSelection'),
  }
}

function current(): DesktopLook {
  if (held) return held
  try {
    held = lookIn(localStorage.getItem(KEY))
  } catch {
    held = DEFAULT_LOOK
  }
  return held
}

export function setLook(change: Partial<DesktopLook>): void {
  held = { ...current(), ...change }
  try {
    localStorage.setItem(KEY, JSON.stringify(held))
  } catch {
    // It holds for as long as the page stands.
  }
  changed.tell()
}

export const useLook = (): DesktopLook => useSyncExternalStore(changed.add, current)
