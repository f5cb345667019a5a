import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEventQueue, EVENTS_PAGE } from '../../../../client/time-machine/event-queue.ts'
import { momentText, parseMoment } from '../../../../client/time-machine/moment-text.ts'
import { instantOfText, textOfInstant } from '../../../../client/time-machine/past-address.ts'
import { instantAfterKey } from '../../../../client/time-machine/slider-keys.ts'
import { createTimeMachine, END_REST_MS, stepOf } from '../../../../client/time-machine/time-machine.ts'
import { barsPath, rangeOf, shareOf, widened } from '../../../../client/time-machine/track-range.ts'
import { MAX_STEP_MS } from '../../../../shared/replay/api-schema.ts'

const AT = Date.UTC(2026, 10, 20, 0, 15)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const instant = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2100, 0) })

describe('the address', () => {
  test('says an instant to the second in the time of the province', () => {
    expect(textOfInstant(AT)).toBe('2026-11-20T07:15:00+07:00')
    fc.assert(
      fc.property(instant, at => {
        expect(instantOfText(textOfInstant(at))).toBe(Math.floor(at / 1_000) * 1_000)
      }),
    )
  })

  test('takes any offset, a lost plus, and a day for its end; nothing else', () => {
    expect(instantOfText('2026-11-20T00:15Z')).toBe(AT)
    expect(instantOfText('2026-11-20T07:15:00 07:00')).toBe(AT)
    expect(instantOfText('2026-11-20')).toBe(Date.UTC(2026, 10, 20, 17) - 1)
    for (const text of ['', null, undefined, 'now', '2026-11-20T07:15', '2026-13-40', '2026-13-40T00:00Z', '123'])
      expect(instantOfText(text)).toBeUndefined()
  })
})

describe('an instant typed by hand', () => {
  test('is read as it is written', () => {
    expect(momentText(AT)).toBe('20/11/2026 07:15')
    fc.assert(
      fc.property(instant, at => {
        expect(parseMoment(momentText(at), 0)).toBe(Math.floor(at / MINUTE) * MINUTE)
      }),
    )
  })

  test('may leave out the year, and is nothing when it is none', () => {
    expect(parseMoment('20/11 7:15', AT)).toBe(AT)
    expect(parseMoment('20-11-2026 7h15', AT)).toBe(AT)
    for (const text of ['', '20/11/2026', '32/11/2026 07:15', '20/11/2026 25:00', '7:15'])
      expect(parseMoment(text, AT)).toBeUndefined()
  })
})

test('keys move by a minute, an hour, a day or to an end, and never beyond', () => {
  const range = { from: AT - DAY, to: AT + HOUR }
  const after = (key: string, shiftKey = false) => instantAfterKey({ key, shiftKey }, AT, range)
  expect(after('ArrowRight')).toBe(AT + MINUTE)
  expect(after('ArrowLeft')).toBe(AT - MINUTE)
  expect(after('ArrowLeft', true)).toBe(AT - HOUR)
  expect(after('PageDown')).toBe(AT - DAY)
  expect(after('PageUp')).toBe(AT + HOUR)
  expect([after('Home'), after('End'), after('a')]).toEqual([range.from, range.to, undefined])
})

describe('the track', () => {
  test('grows to hold the instant, and is never narrower than chosen', () => {
    expect(widened('day', AT - HOUR, AT)).toBe('day')
    expect(widened('day', AT - DAY - 1, AT)).toBe('week')
    expect(widened('month', AT, AT)).toBe('month')
    expect(widened('day', AT - 400 * DAY, AT)).toBe('all')
    fc.assert(
      fc.property(instant, fc.constantFrom('day', 'week', 'month', 'all'), (at, chosen) => {
        const now = Date.UTC(2100, 0)
        const { from, to } = rangeOf(widened(chosen, at, now), now, Date.UTC(2000, 0))
        expect(at).toBeGreaterThanOrEqual(from)
        expect(at).toBeLessThanOrEqual(to)
      }),
    )
    expect([
      shareOf(0, { from: 10, to: 20 }),
      shareOf(15, { from: 10, to: 20 }),
      shareOf(15, { from: 15, to: 15 }),
    ]).toEqual([0, 0.5, 0])
  })

  test('draws nothing for nothing, and a single event so that it is seen', () => {
    expect(barsPath([0, 0], false)).toBe('')
    expect(barsPath([1, 0, 100], false)).toBe('M0 1h1v-0.2h-1zM2 1h1v-1h-1z')
  })
})

describe('events ahead of the clock', () => {
  const event = (id: number, at: number) => ({ id, at, actor: '', type: 't', subject: '', data: {}, hash: `${id}` })

  test('come in order, each after the one before, at their time', () => {
    const queue = createEventQueue(7, 100)
    queue.add([event(9, 110), event(12, 110), event(15, 130)], true, 500)
    expect([queue.until(), queue.lastId()]).toEqual([500, 15])
    expect(queue.takeUpTo(109)).toBeUndefined()
    expect(queue.takeUpTo(110)?.events.map(({ id }) => id)).toEqual([9, 12])
    expect(queue.takeUpTo(400)).toEqual({ after: 12, events: [event(15, 130)] })
  })

  test('of a page that is not the last reach to the millisecond before its end; over a page more is held back', () => {
    const queue = createEventQueue(0, 0)
    queue.add(
      Array.from({ length: EVENTS_PAGE }, (_, i) => event(i + 1, i + 1)),
      false,
      9_999,
    )
    expect([queue.until(), queue.hasRoom()]).toEqual([EVENTS_PAGE - 1, true])
    queue.add([event(EVENTS_PAGE + 1, EVENTS_PAGE + 1)], true, 9_999)
    expect([queue.until(), queue.hasRoom()]).toEqual([9_999, false])
  })
})

describe('the time machine', () => {
  const machineAt = (until?: number) => {
    let monotonic = 0
    const machine = createTimeMachine(() => monotonic, until)
    const sought: number[] = []
    machine.onSeek(at => sought.push(at))
    machine.seek(AT)
    machine.arrived(AT, AT + DAY)
    return { machine, sought, wait: (ms: number) => (monotonic += ms) }
  }

  test('plays on from where it stands, and is held where nothing more is known', () => {
    const { machine, wait } = machineAt()
    machine.setSpeed(60)
    machine.play()
    wait(1_000)
    expect(machine.clockNow()).toBe(AT + MINUTE)
    machine.shown(AT + 30_000, true)
    expect([machine.clockNow(), machine.view().phase]).toEqual([AT + 30_000, 'waiting'])
  })

  test('asks for the whole picture again when a fast replay stops or slows down, not when a slow one does', () => {
    const { machine, sought, wait } = machineAt()
    machine.play()
    wait(100)
    machine.shown(AT + 100, false)
    machine.pause()
    expect(sought).toEqual([AT])
    machine.setSpeed(3_600)
    machine.play()
    machine.shown(AT + HOUR, false)
    machine.pause()
    expect(sought).toEqual([AT, AT + HOUR])
  })

  test('goes no further than the present, and stops there', () => {
    const { machine, wait } = machineAt()
    machine.setSpeed(3_600)
    machine.play()
    wait(DAY)
    expect(machine.clockNow()).toBe(AT + DAY)
    machine.shown(AT + DAY, false)
    expect(machine.view().isPlaying).toBe(false)
    machine.seek(AT + 9 * DAY)
    expect(machine.view().target).toBe(AT + DAY)
  })

  test('with an end goes no further than that, and shows it whole', () => {
    const { machine, sought, wait } = machineAt(AT + HOUR)
    machine.setSpeed(3_600)
    machine.play()
    wait(DAY)
    expect(machine.clockNow()).toBe(AT + HOUR)
    machine.shown(AT + HOUR - 1, false)
    expect(machine.view().isPlaying).toBe(true)
    machine.shown(AT + HOUR, false)
    expect(machine.view().isPlaying).toBe(false)
    expect(sought).toEqual([AT, AT + HOUR])
    machine.play()
    expect(machine.view().isPlaying).toBe(false)
    machine.seek(AT + DAY)
    expect(machine.view().target).toBe(AT + HOUR)
  })

  test('shows the old instant until the picture of the new one is here', () => {
    const { machine } = machineAt()
    machine.seek(AT - DAY)
    expect(machine.view()).toMatchObject({ at: AT, target: AT - DAY, phase: 'loading' })
  })

  test('stays with what is shown when the next picture isn’t wanted any more', () => {
    const { machine } = machineAt()
    let told = 0
    machine.onGiveUp(() => told++)
    machine.giveUp()
    expect(told).toBe(0)
    machine.seek(AT - DAY)
    machine.giveUp()
    expect(machine.view()).toMatchObject({ at: AT, target: AT, phase: 'ready', isPlaying: false })
    expect([told, machine.clockNow()]).toEqual([1, AT])
  })

  test('has nothing to stay with before the first picture', () => {
    const machine = createTimeMachine(() => 0)
    machine.seek(AT)
    machine.giveUp()
    expect(machine.view()).toMatchObject({ at: undefined, target: AT, phase: 'loading' })
  })

  test('plays a stretch again and again: held at its end for a moment, then from its beginning', () => {
    const { machine, sought, wait } = machineAt()
    const stretch = { from: AT - HOUR, to: AT + HOUR }
    machine.setSpeed(60)
    machine.repeat(stretch)
    expect(sought.at(-1)).toBe(stretch.from)
    machine.arrived(stretch.from, AT + DAY)
    expect(machine.view().isPlaying).toBe(true)
    wait(DAY)
    expect(machine.clockNow()).toBe(stretch.to)
    machine.shown(stretch.to, false)
    wait(END_REST_MS - 1)
    machine.shown(stretch.to, false)
    expect(machine.view()).toMatchObject({ at: stretch.to, isPlaying: true })
    wait(1)
    machine.shown(stretch.to, false)
    expect([sought.at(-1), machine.view().phase]).toEqual([stretch.from, 'loading'])
  })

  test('another stretch is gone on with; whoever seeks beyond it has left it, and nothing jumps', () => {
    const { machine, sought, wait } = machineAt()
    machine.repeat({ from: AT, to: AT + HOUR })
    machine.arrived(AT, AT + DAY)
    const asked = sought.length
    machine.repeat({ from: AT - HOUR, to: AT + 1_000 })
    expect(sought.length).toBe(asked)
    wait(5_000)
    expect(machine.clockNow()).toBe(AT + 1_000)
    machine.repeat(undefined)
    expect(machine.clockNow()).toBe(AT + 1_000)
    machine.repeat({ from: AT, to: AT + HOUR })
    machine.seek(AT + HOUR)
    expect(machine.view().repeated).toBeDefined()
    machine.seek(AT + HOUR + 1)
    expect(machine.view().repeated).toBeUndefined()
  })

  test('a stretch up to the present begins again instead of stopping there', () => {
    const { machine, sought, wait } = machineAt()
    machine.repeat({ from: AT, to: AT + DAY })
    machine.arrived(AT, AT + DAY)
    machine.shown(AT + DAY, false)
    wait(END_REST_MS)
    machine.shown(AT + DAY, false)
    expect([sought.at(-1), machine.view().isPlaying]).toEqual([AT, true])
  })

  test('asks for every reading when slow, and for four pictures a second when fast', () => {
    expect([1, 10, 60, 600, 3_600].map(stepOf)).toEqual([undefined, undefined, undefined, 150_000, 900_000])
    expect([14_400, 14_401, 21_600].map(stepOf)).toEqual([MAX_STEP_MS, MAX_STEP_MS, MAX_STEP_MS])
  })
})
