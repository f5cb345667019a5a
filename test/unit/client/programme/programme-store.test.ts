// A screen's picture of the programme: the station's own fold over a snapshot and what follows it, whole or not at all.
import { expect, test } from 'vitest'
import { createProgrammeStore } from '../../../../client/programme/programme-store.ts'
import type { AnyEvent, EventDraft } from '../../../../shared/programme/event.ts'
import { fold } from '../../../../shared/programme/fold.ts'
import { packState, SNAPSHOT_VERSION } from '../../../../shared/programme/snapshot.ts'
import { EMPTY_STATE } from '../../../../shared/programme/state.ts'

const said = (id: number, text: string): AnyEvent & { readonly hash: string } => {
  const draft: EventDraft = {
    type: 'programme.task-updated',
    subject: 'task:1.1',
    data: { status: 'in-progress', progress: null, text, files: [], unit: 'so-khcn', year: null },
  }
  return { ...draft, id, at: id * 1_000, actor: 'declared:Lan', hash: `h${id}` }
}
const snapshotOf = (...events: readonly ReturnType<typeof said>[]) =>
  JSON.parse(JSON.stringify(packState(fold(EMPTY_STATE, events), events.at(-1)?.hash ?? '')))
const textIn = (store: ReturnType<typeof createProgrammeStore>) => store.picture().state?.tasks.get('1.1')?.latest?.text

test('a snapshot and the events after it make the station’s state', () => {
  const store = createProgrammeStore(() => 7)
  expect(store.followFrom()).toBeUndefined()
  expect(store.takeSnapshot(snapshotOf(said(1, 'một'), said(4, 'hai')))).toBe('applied')
  expect(store.followFrom()).toEqual({ after: 4, hash: 'h4' })
  expect(store.takeEvents({ after: 4, events: [said(5, 'ba'), said(9, 'bốn')] })).toBe('applied')
  expect(store.picture().state).toEqual(
    fold(EMPTY_STATE, [said(1, 'một'), said(4, 'hai'), said(5, 'ba'), said(9, 'bốn')]),
  )
  expect(store.followFrom()).toEqual({ after: 9, hash: 'h9' })
})

test('events that leave something out change nothing and ask for a new start', () => {
  const store = createProgrammeStore()
  store.takeSnapshot(snapshotOf(said(1, 'một')))
  expect(store.takeEvents({ after: 2, events: [said(3, 'ba')] })).toBe('gap')
  expect(textIn(store)).toBe('một')
})

test('a repeat of what is known changes nothing', () => {
  const store = createProgrammeStore()
  store.takeSnapshot(snapshotOf(said(1, 'một'), said(2, 'hai')))
  const before = store.picture()
  let told = 0
  store.onChange(() => void told++)
  expect(store.takeEvents({ after: 0, events: [said(1, 'một'), said(2, 'hai')] })).toBe('applied')
  expect([store.picture(), told]).toEqual([before, 0])
})

test('what happened before the screen began to listen is no news, what comes after is, and only so much is kept', () => {
  const store = createProgrammeStore(() => 7)
  store.takeSnapshot(snapshotOf(said(1, 'một')))
  store.catchUpTo(3)
  store.takeEvents({ after: 1, events: [said(2, 'hai'), said(3, 'ba')] })
  store.takeEvents({ after: 3, events: [said(4, 'bốn')] })
  expect(store.picture().recent.map(({ id, heardAt }) => [id, heardAt])).toEqual([
    [4, 7],
    [3, undefined],
    [2, undefined],
  ])
  store.takeEvents({ after: 4, events: Array.from({ length: 60 }, (_, i) => said(5 + i, 'x')) })
  expect(store.picture().recent.map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, i) => 64 - i))
})

test('another log: the old picture stays on the page until the new snapshot is here', () => {
  const store = createProgrammeStore()
  store.takeSnapshot(snapshotOf(said(1, 'một')))
  store.forget()
  expect(textIn(store)).toBe('một')
  expect(store.followFrom()).toBeUndefined()
  expect(store.takeEvents({ after: 1, events: [said(2, 'hai')] })).toBe('gap')
  store.takeSnapshot(snapshotOf(said(1, 'khác')))
  expect(textIn(store)).toBe('khác')
})

test('a snapshot of another version is refused and leaves the page as it is', () => {
  const store = createProgrammeStore()
  store.takeSnapshot(snapshotOf(said(1, 'một')))
  expect(store.takeSnapshot({ ...snapshotOf(said(2, 'hai')), version: SNAPSHOT_VERSION + 1 })).toBe('outdated')
  expect(textIn(store)).toBe('một')
})
