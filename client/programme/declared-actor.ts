// Who enters on this screen: what the person said of themselves, kept in the browser so that nobody types it twice.
import { useSyncExternalStore } from 'react'
import type { CommandActor } from '../../shared/programme/command.ts'
import { createListeners } from '../live/listeners.ts'

const KEY = 'dai-sen.actor'
const NOBODY: CommandActor = { name: '', unit: '' }
const changed = createListeners<void>()
let held: CommandActor | undefined

function read(): CommandActor {
  try {
    const { name, unit } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<CommandActor>
    return typeof name === 'string' && typeof unit === 'string' ? { name, unit } : NOBODY
  } catch {
    // Storage that is forbidden or damaged: the person is asked again.
    return NOBODY
  }
}

const current = (): CommandActor => {
  held ??= read()
  return held
}

export function declareActor(actor: CommandActor): void {
  held = actor
  try {
    localStorage.setItem(KEY, JSON.stringify(actor))
  } catch {
    // It holds for as long as the page stands.
  }
  changed.tell()
}

export const useDeclaredActor = (): CommandActor => useSyncExternalStore(changed.add, current)
