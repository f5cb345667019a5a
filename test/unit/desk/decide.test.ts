// What may be written down at the centre: each reason why not, the bounds at n and n + 1, and what the log keeps.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadRegistry } from '../../../server/registry/seed.ts'
import type { DeskCommand, DeskCommandData } from '../../../shared/desk/command.ts'
import { deskCommandRequestSchema } from '../../../shared/desk/command-schema.ts'
import { decideDeskCommand } from '../../../shared/desk/decide.ts'
import { foldDesk } from '../../../shared/desk/fold.ts'
import { DESK_LIMITS as LIMITS } from '../../../shared/desk/limits.ts'
import { packDesk, unpackDesk } from '../../../shared/desk/snapshot.ts'
import { type DeskState, EMPTY_DESK_STATE } from '../../../shared/desk/state.ts'
import type { CommandActor } from '../../../shared/programme/command.ts'
import type { AnyEvent } from '../../../shared/programme/event.ts'
import { unitsById } from '../../../shared/programme/units.ts'
import { aHandOver, anEntry, anIncident, LAN, MINH } from '../../support/desk.ts'

const NOW = Date.parse('2026-11-26T12:00:00+07:00')
const units = unitsById(loadRegistry().units)
const idOf = (n: number) => `id-${String(n).padStart(8, '0')}`

const decide = (state: DeskState, command: DeskCommand, actor: CommandActor = LAN) =>
  decideDeskCommand({ state, units, now: NOW }, { ...command, actor })
const codes = (state: DeskState, command: DeskCommand, actor?: CommandActor) => {
  const decision = decide(state, command, actor)
  return decision.kind === 'refused' ? decision.refusals.map(({ code }) => code) : []
}
/** Every one of them may be done. */
function after(commands: readonly DeskCommand[], from = EMPTY_DESK_STATE, actor?: CommandActor): DeskState {
  return commands.reduce((state, command) => {
    const decision = decide(state, command, actor)
    if (decision.kind === 'refused') throw new Error(decision.refusals.map(({ code }) => code).join())
    return foldDesk(state, [{ ...decision.event, id: state.lastId + 1, at: NOW, actor: 'declared:Lan · Sở' }])
  }, from)
}
const entry = (about: Partial<DeskCommandData['write-log-entry']> = {}) =>
  anEntry({ id: idOf(1), happenedAt: NOW, ...about })
const correct = (text: string): DeskCommand => ({ command: 'correct-log-entry', data: { entry: idOf(1), text } })
const handOver = (about: Partial<DeskCommandData['hand-over-shift']> = {}) =>
  aHandOver({ id: idOf(1), to: NOW, ...about })
const takeOver: DeskCommand = { command: 'take-over-shift', data: { id: idOf(1) } }
const view = (about: Partial<DeskCommandData['save-view']> = {}): DeskCommand => ({
  command: 'save-view',
  data: { id: idOf(1), name: 'Nước cao', address: '/?layer=water', ...about },
})
const incident = (about: Partial<DeskCommandData['save-incident']> = {}) =>
  anIncident({ id: idOf(1), to: NOW, ...about })
const changed = (about: Partial<DeskCommandData['save-incident']>): DeskCommand =>
  ({ ...incident(about), command: 'change-incident' }) as DeskCommand
const annotate = (n = 1, at = NOW): DeskCommand => ({
  command: 'annotate-incident',
  data: { incident: idOf(1), annotation: idOf(n), at, text: 'Đỉnh triều' },
})
const isTaken = (command: DeskCommand): boolean =>
  deskCommandRequestSchema.safeParse({ ...command, actor: LAN }).success

describe('an entry of the log', () => {
  test.each<[string, DeskCommand, string[]]>([
    ['of spaces', entry({ text: ' \n' }), ['text-empty']],
    ['of hidden letters', entry({ text: 'a\u202e' }), ['text-characters']],
    ['at the last millisecond a clock may be ahead', entry({ happenedAt: NOW + LIMITS.aheadMs }), []],
    ['of the future', entry({ happenedAt: NOW + LIMITS.aheadMs + 1 }), ['time-ahead']],
    ['of as long ago as may be', entry({ happenedAt: NOW - LIMITS.lateMs }), []],
    ['of longer ago', entry({ happenedAt: NOW - LIMITS.lateMs - 1 }), ['time-past']],
    ['that names an alarm twice', entry({ alarms: ['a', 'b', 'a'] }), ['alarm-twice']],
  ])('%s', (_what, command, expected) => expect(codes(EMPTY_DESK_STATE, command)).toEqual(expected))

  test('is written once; corrected it keeps what was written first', () => {
    const state = after([entry({ text: 'Mực nước 2,1 m' }), correct('Mực nước 1,2 m')])
    expect(codes(state, entry())).toEqual(['id-used'])
    expect(state.entries.get(idOf(1))).toMatchObject({
      text: 'Mực nước 2,1 m',
      corrections: [{ text: 'Mực nước 1,2 m', at: NOW, by: 'declared:Lan · Sở' }],
      version: 2,
    })
    expect(codes(state, correct('Mực nước 1,2 m'))).toEqual(['same-text'])
    expect(codes(state, correct('Mực nước 2,1 m'))).toEqual([])
    expect(codes(EMPTY_DESK_STATE, correct('x'))).toEqual(['entry-unknown'])
  })

  test('is corrected so many times and not once more', () => {
    const corrections = Array.from({ length: LIMITS.correctionsAnEntry }, (_, n) => correct(`lần ${n}`))
    const state = after([entry(), ...corrections])
    expect(codes(state, correct('nữa'))).toEqual(['too-many-corrections'])
  })

  test('that is one too many pushes out the oldest, whichever of them was corrected', () => {
    const written = (n: number): AnyEvent => ({
      ...decided(entry({ id: idOf(n) })),
      id: n,
      at: NOW,
      actor: 'declared:Lan · Sở',
    })
    const full = foldDesk(
      EMPTY_DESK_STATE,
      Array.from({ length: LIMITS.entries }, (_, n) => written(n + 1)),
    )
    expect(full.entries.size).toBe(LIMITS.entries)
    const late: AnyEvent = { ...decided(correct('mới'), full), id: full.lastId + 1, at: NOW, actor: 'x' }
    const over = foldDesk(full, [late, written(LIMITS.entries + 2)])
    expect([over.entries.size, over.entries.has(idOf(1)), over.entries.has(idOf(2))]).toEqual([
      LIMITS.entries,
      false,
      true,
    ])
    expect(codes(over, correct('x'))).toEqual(['entry-unknown'])
  })
})

function decided(command: DeskCommand, state = EMPTY_DESK_STATE) {
  const decision = decide(state, command)
  if (decision.kind === 'refused') throw new Error('refused')
  return decision.event
}

describe('a shift', () => {
  test.each<[string, DeskCommand, string[]]>([
    ['that ends before it began', handOver({ from: NOW, to: NOW }), ['span-order']],
    ['as long as may be', handOver({ from: NOW - LIMITS.shiftMs }), []],
    ['longer', handOver({ from: NOW - LIMITS.shiftMs - 1 }), ['span-long']],
    ['that ends soon', handOver({ to: NOW + LIMITS.beforeEndMs }), []],
    ['that ends later', handOver({ to: NOW + LIMITS.beforeEndMs + 1 }), ['time-ahead']],
    ['handed to oneself', handOver({ incoming: { ...LAN, name: 'trần thị lan ' } }), ['same-person']],
    ['handed to a number', handOver({ incoming: { ...MINH, name: '12' } }), ['actor-name-characters']],
    ['without words', handOver({ text: ' ' }), ['text-empty']],
  ])('%s', (_what, command, expected) => expect(codes(EMPTY_DESK_STATE, command)).toEqual(expected))

  test('is taken over once, by anybody but the one who handed it over', () => {
    const state = after([handOver()])
    expect(codes(state, takeOver, LAN)).toEqual(['own-shift'])
    expect(codes(EMPTY_DESK_STATE, takeOver)).toEqual(['shift-unknown'])
    const taken = after([takeOver], state, { ...MINH, name: 'Võ Thị Hoa' })
    expect(taken.shifts.get(idOf(1))?.taken).toEqual({ by: 'declared:Lan · Sở', at: NOW })
    expect(codes(taken, takeOver, MINH)).toEqual(['shift-taken'])
  })

  test('the field of a person says which person', () => {
    const decision = decide(EMPTY_DESK_STATE, handOver({ incoming: { ...MINH, unit: 'khong-co' } }))
    expect(decision.kind === 'refused' && decision.refusals.map(({ field }) => field)).toEqual(['incoming.unit'])
  })
})

describe('a shared view', () => {
  test.each(['//evil.example', '/\\evil.example', 'https://evil.example/', '?a=1', '/a b', '/a\n', 'javascript:x', ''])(
    'of another place (%s) is refused by the rule and by the door',
    address => {
      expect(codes(EMPTY_DESK_STATE, view({ address }))).toEqual(['address-foreign'])
      expect(isTaken(view({ address }))).toBe(false)
    },
  )

  test('whatever is let through stays on this station', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.string().map(text => `/${text}`),
        ),
        address => {
          if (codes(EMPTY_DESK_STATE, view({ address })).length > 0) return
          expect(new URL(address, 'https://dai-sen.example/alarms').origin).toBe('https://dai-sen.example')
        },
      ),
    )
  })

  test('replaces the one of its id; the last there is room for, and one more', () => {
    const all = Array.from({ length: LIMITS.views }, (_, n) => view({ id: idOf(n) }))
    const full = after(all)
    expect(codes(full, view({ id: idOf(LIMITS.views) }))).toEqual(['too-many-views'])
    expect(after([view({ id: idOf(1), name: 'Khác' })], full).views.get(idOf(1))?.name).toBe('Khác')
    expect(after([{ command: 'remove-view', data: { id: idOf(1) } }], full).views.size).toBe(LIMITS.views - 1)
    expect(codes(EMPTY_DESK_STATE, { command: 'remove-view', data: { id: idOf(1) } })).toEqual(['view-unknown'])
  })
})

describe('an incident', () => {
  test.each<[string, DeskCommand, string[]]>([
    ['of no length', incident({ from: NOW }), ['span-order']],
    ['as long as may be', incident({ from: NOW - LIMITS.incidentMs }), []],
    ['longer', incident({ from: NOW - LIMITS.incidentMs - 1 }), ['span-long']],
    ['that hasn’t begun', incident({ from: NOW + LIMITS.aheadMs + 1, to: NOW + LIMITS.incidentMs }), ['time-ahead']],
    ['without a title', incident({ title: ' ' }), ['text-empty']],
    ['that there isn’t', changed({}), ['incident-unknown']],
    ['that there isn’t, annotated', annotate(), ['incident-unknown']],
  ])('%s', (_what, command, expected) => expect(codes(EMPTY_DESK_STATE, command)).toEqual(expected))

  test('keeps its notes within it, in the order of their time', () => {
    const from = NOW - 3_600_000
    const state = after([incident({ from }), annotate(1, NOW), annotate(2, from)])
    expect(state.incidents.get(idOf(1))?.annotations.map(({ id }) => id)).toEqual([idOf(2), idOf(1)])
    expect(codes(state, annotate(3, from - 1))).toEqual(['annotation-outside'])
    expect(codes(state, annotate(3, NOW + 1))).toEqual(['annotation-outside'])
    expect(codes(state, annotate(1))).toEqual(['id-used'])
    expect(codes(state, changed({ from: from + 1 }))).toEqual(['annotation-outside'])
    const remove = (n: number): DeskCommand => ({
      command: 'remove-annotation',
      data: { incident: idOf(1), annotation: idOf(n) },
    })
    expect(codes(state, remove(3))).toEqual(['annotation-unknown'])
    const less = after([remove(2), changed({ from: from + 1, title: 'Khác' })], state)
    expect(less.incidents.get(idOf(1))).toMatchObject({ title: 'Khác', annotations: [{ id: idOf(1) }] })
    expect(after([{ command: 'remove-incident', data: { id: idOf(1) } }], less).incidents.size).toBe(0)
  })

  test('as many as there is room for, and one more; so with their notes', () => {
    const full = after(Array.from({ length: LIMITS.incidents }, (_, n) => incident({ id: idOf(n) })))
    expect(codes(full, incident({ id: idOf(LIMITS.incidents) }))).toEqual(['too-many-incidents'])
    const notes = Array.from({ length: LIMITS.annotationsAnIncident }, (_, n) => annotate(n))
    expect(codes(after(notes, full), annotate(notes.length))).toEqual(['too-many-annotations'])
  })
})

test('the door takes what is as long as may be, and nothing longer', () => {
  const long = (most: number, build: (text: string) => DeskCommand) =>
    expect([isTaken(build('a'.repeat(most))), isTaken(build('a'.repeat(most + 1)))]).toEqual([true, false])
  long(LIMITS.entryText.max, text => entry({ text }))
  long(LIMITS.id.max, id => entry({ id }))
  long(LIMITS.summary.max, text => handOver({ text }))
  long(LIMITS.viewName.max, name => view({ name }))
  long(LIMITS.address.max - 1, text => view({ address: `/${text}` }))
  long(LIMITS.title.max, title => incident({ title }))
  long(LIMITS.incidentText.max, text => incident({ text }))
  const alarms = Array.from({ length: LIMITS.alarmsAnEntry + 1 }, (_, n) => `a-${n}`)
  expect([isTaken(entry({ alarms: alarms.slice(1) })), isTaken(entry({ alarms }))]).toEqual([true, false])
  expect([
    isTaken(entry({ id: 'abc-1234' })),
    isTaken(entry({ id: 'abc-123' })),
    isTaken(entry({ id: 'ABC-1234' })),
  ]).toEqual([true, false, false])
})

test('a state packed and unpacked is the same; one of another version is none', () => {
  const state = after([entry(), handOver(), view(), incident(), annotate()])
  const snapshot = JSON.parse(JSON.stringify(packDesk(state, 'x'))) as ReturnType<typeof packDesk>
  expect(unpackDesk(snapshot)).toEqual(state)
  expect(unpackDesk({ ...snapshot, version: 2 })).toBeUndefined()
})

test('folding at once and one by one is the same, and what is unknown is passed over', () => {
  const strange = { type: 'desk.of-tomorrow', subject: 'x', data: {}, id: 7, at: NOW, actor: 'x' }
  const state = after([entry(), handOver(), incident(), annotate(), correct('mới')])
  expect(foldDesk(state, [strange])).toEqual({ ...state, lastId: 7 })
  expect(foldDesk(state, [])).toBe(state)
})
