// Which entries the log shows, and what of it a search finds.
import { describe, expect, test } from 'vitest'
import { foundEntries, logWindow, shownEntries } from '../../../../client/desk/log-window.ts'
import { DESK_LIMITS } from '../../../../shared/desk/limits.ts'
import type { LogEntry } from '../../../../shared/desk/state.ts'

const entry = (id: string, text = id): LogEntry => ({
  id,
  text,
  happenedAt: 0,
  village: null,
  alarms: [],
  kind: 'note',
  by: 'person:Lan · Sở',
  writtenAt: 0,
  corrections: [],
  version: 1,
})
const held = (count: number) => ({
  entries: new Map(Array.from({ length: count }, (_, i) => [`e${i}`, entry(`e${i}`)])),
})

describe('what is read beside the state', () => {
  test('nothing while the state is not full, then from its oldest entry back', () => {
    expect(logWindow(held(DESK_LIMITS.entries - 1), undefined)).toEqual({ from: undefined, isPast: false })
    expect(logWindow(held(DESK_LIMITS.entries), undefined)).toEqual({ from: 'e0', isPast: false })
    expect(logWindow(held(DESK_LIMITS.entries), 'e5')).toEqual({ from: 'e0', isPast: false })
    expect(logWindow(held(0), undefined)).toEqual({ from: undefined, isPast: false })
  })
  test('an entry that the state no longer holds is where the log begins', () =>
    expect(logWindow(held(3), 'gone')).toEqual({ from: 'gone', isPast: true }))
})

test('each entry once, as the state has it; in the past what was read alone', () => {
  const state = held(2)
  const older = [entry('e0', 'cũ'), entry('x')]
  const ids = (isPast: boolean) => shownEntries(state, older, isPast).map(({ id, text }) => [id, text])
  expect(ids(false)).toEqual([
    ['x', 'x'],
    ['e0', 'e0'],
    ['e1', 'e1'],
  ])
  expect(ids(true)).toEqual([
    ['e0', 'cũ'],
    ['x', 'x'],
  ])
})

test('every word typed is found, with marks or without; nothing typed leaves all', () => {
  const all = [entry('a', 'Gọi trạm bơm'), entry('b', 'Đo tay ở cống')]
  const find = (typed: string) => foundEntries(all, typed, ({ text }) => [text, 'Mỹ Đông']).map(({ id }) => id)
  expect([find(' '), find('tram my dong'), find('Đo'), find('bơm cống')]).toEqual([['a', 'b'], ['a'], ['a', 'b'], []])
})
