// The fleet's memory is bounded: displays, and the bytes of their pictures.
import { describe, expect, test } from 'vitest'
import { createFleet, MOST_DISPLAYS, MOST_THUMBNAIL_BYTES } from '../../../server/displays/fleet.ts'
import type { DisplayLink } from '../../../server/live/serve.ts'
import { LOCAL } from '../../../shared/access/principal.ts'
import { type Fellows, MAX_THUMBNAIL_BYTES } from '../../../shared/displays/report.ts'
import { ALIVE_MS, RELOAD_MS } from '../../../shared/displays/report-times.ts'
import { type DisplayState, EMPTY_DISPLAY_STATE } from '../../../shared/displays/state.ts'
import { aReport } from '../../support/displays.ts'

const aLink = (): DisplayLink => ({ principal: LOCAL, order: () => undefined, fellows: () => undefined })
const IDENTIFY = { kind: 'identify' } as const
const idOf = (i: number): string => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`

function aFleet() {
  let now = 0
  const fleet = createFleet({ now: () => now, state: () => EMPTY_DISPLAY_STATE })
  const links: DisplayLink[] = []
  const join = (i: number): boolean => {
    now += 1
    const link = aLink()
    links[i] = link
    return fleet.report(aReport({ display: idOf(i) }), link)
  }
  return {
    fleet,
    join,
    leave: (i: number) => fleet.leave(links[i] ?? aLink()),
    picture: (i: number, size: number) => {
      now += 1
      return fleet.setThumbnail(idOf(i), { bytes: Buffer.alloc(size), type: 'image/jpeg', takenAt: now })
    },
  }
}

test(`${MOST_DISPLAYS} displays are held; one more only when one of them is gone, and the one gone longest makes room`, () => {
  const { fleet, join, leave } = aFleet()
  for (let i = 0; i < MOST_DISPLAYS; i++) expect(join(i)).toBe(true)
  expect(join(MOST_DISPLAYS)).toBe(false)
  expect(fleet.entries().size).toBe(MOST_DISPLAYS)
  leave(7)
  leave(3)
  expect(join(MOST_DISPLAYS)).toBe(true)
  expect([fleet.entries().has(idOf(3)), fleet.entries().has(idOf(7))]).toEqual([false, true])
  // Whoever is held may go on reporting.
  expect(join(0)).toBe(true)
})

test('pictures beyond their room push out the oldest ones', () => {
  const { fleet, join, picture } = aFleet()
  const fitting = Math.floor(MOST_THUMBNAIL_BYTES / MAX_THUMBNAIL_BYTES)
  for (let i = 0; i <= fitting; i++) {
    join(i)
    expect(picture(i, MAX_THUMBNAIL_BYTES)).toBe(true)
  }
  expect(fleet.thumbnail(idOf(0))).toBeUndefined()
  expect(fleet.thumbnail(idOf(1))).toBeDefined()
  expect(fleet.thumbnail(idOf(fitting))).toBeDefined()
})

test('a display that is gone has no picture taken of it', () => {
  const { join, leave, picture } = aFleet()
  join(0)
  leave(0)
  expect(picture(0, 10)).toBe(false)
})

describe('two displays of one wall', () => {
  const assigned = (i: number, screen: string) =>
    [idOf(i), { display: idOf(i), name: screen, profile: 'thu', screen, version: 1 }] as const
  const state: DisplayState = { ...EMPTY_DISPLAY_STATE, displays: new Map([assigned(1, 'a'), assigned(2, 'b')]) }
  const both = { profile: 'thu', alive: ['a', 'b'] }
  const leftOnly = { profile: 'thu', alive: ['a'] }
  const wall = () => {
    let now = 0
    const fleet = createFleet({ now: () => now, state: () => state })
    const heard: Fellows[] = []
    const left: DisplayLink = { ...aLink(), fellows: body => heard.push(body) }
    const right = aLink()
    const report = (i: number, link: DisplayLink) => fleet.report(aReport({ display: idOf(i) }), link)
    report(2, right)
    report(1, left)
    const pass = (ms: number) => {
      now += ms
      fleet.tellFellows()
    }
    return { fleet, heard, left, right, report, pass }
  }

  test('one that loads itself anew isn’t missed', () => {
    const { fleet, heard, right, report, pass } = wall()
    fleet.leave(right)
    pass(RELOAD_MS)
    report(2, aLink())
    pass(RELOAD_MS + 1)
    expect(heard).toEqual([both])
  })

  test('one that stays away is missed, to the millisecond', () => {
    const { fleet, heard, right, pass } = wall()
    fleet.leave(right)
    pass(RELOAD_MS)
    expect([heard, fleet.aliveCount()]).toEqual([[both], 2])
    pass(1)
    expect([heard, fleet.aliveCount()]).toEqual([[both, leftOnly], 1])
  })

  test('one that is connected and says nothing is missed, to the millisecond', () => {
    const { heard, left, report, pass } = wall()
    pass(ALIVE_MS)
    report(1, left)
    expect(heard).toEqual([both])
    pass(1)
    expect(heard).toEqual([both, leftOnly])
  })

  test('one whose old socket closes after its new one has reported stays', () => {
    const { fleet, heard, right, report, pass } = wall()
    report(2, aLink())
    fleet.leave(right)
    pass(RELOAD_MS + 1)
    expect(heard).toEqual([both])
  })
})

test('a socket is one display: whatever ids it takes, others find room, and orders reach the last one', () => {
  const fleet = createFleet({ now: () => 0, state: () => EMPTY_DISPLAY_STATE })
  const restless = aLink()
  for (let i = 0; i <= MOST_DISPLAYS; i++) expect(fleet.report(aReport({ display: idOf(i) }), restless)).toBe(true)
  expect(fleet.report(aReport(), aLink())).toBe(true)
  expect([fleet.order(idOf(MOST_DISPLAYS), IDENTIFY), fleet.order(idOf(MOST_DISPLAYS - 1), IDENTIFY)]).toEqual([
    true,
    false,
  ])
})
