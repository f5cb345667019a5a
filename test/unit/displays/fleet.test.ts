// The fleet's memory is bounded: displays, and the bytes of their pictures.
import { expect, test } from 'vitest'
import { createFleet, MOST_DISPLAYS, MOST_THUMBNAIL_BYTES } from '../../../server/displays/fleet.ts'
import type { DisplayLink } from '../../../server/live/serve.ts'
import { MAX_THUMBNAIL_BYTES } from '../../../shared/displays/report.ts'
import { EMPTY_DISPLAY_STATE } from '../../../shared/displays/state.ts'
import { aReport } from '../../support/displays.ts'

const aLink = (): DisplayLink => ({ order: () => undefined, fellows: () => undefined })
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
