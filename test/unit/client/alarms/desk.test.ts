// The desk's list: which alarms stand on which tab, in which order and by which words they are found, how they are grouped, what stays
// selected while the list changes, what a key does.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deskChoice, isNarrowed } from '../../../../client/alarms/desk/desk-choice.ts'
import { actionOf, isTaken, type Pressed } from '../../../../client/alarms/desk/desk-keys.ts'
import { alarmsOf, groupedLines, plainLines } from '../../../../client/alarms/desk/desk-lines.ts'
import { countsByTab, deskRows, isOnTab, kindsOf, narrowed } from '../../../../client/alarms/desk/desk-rows.ts'
import {
  allToggled,
  meantToBeAt,
  movedBy,
  movedTo,
  NOTHING_SELECTED,
  type Selection,
  toggled,
  within,
} from '../../../../client/alarms/desk/desk-selection.ts'
import { MAX_LINES } from '../../../../shared/alarms/groups.ts'
import { EMPTY_ALARM_STATE } from '../../../../shared/alarms/state.ts'
import { aDraft, after, anAbout, aRule, happen, MINUTE, NOON } from '../../alarms/sample.ts'
import { idOf, namesOf, raised } from './desk-sample.ts'

const nothing = deskChoice(new URLSearchParams())

describe('the address', () => {
  test('says what the list shows; what it names wrongly is left out', () => {
    expect(
      deskChoice(new URLSearchParams('tab=shelved&priority=high&village=my-dong&unacknowledged=1&grouped=0')),
    ).toEqual({
      tab: 'shelved',
      alarm: undefined,
      priority: 'high',
      village: 'my-dong',
      kind: undefined,
      text: '',
      isUnacknowledgedOnly: true,
      isGrouped: false,
    })
    expect(deskChoice(new URLSearchParams('tab=nowhere&priority=urgent&grouped=maybe'))).toEqual(nothing)
  })
  test('tells a narrowed list from a whole one', () => {
    expect(isNarrowed(nothing)).toBe(false)
    expect(isNarrowed({ ...nothing, text: '  ' })).toBe(false)
    for (const search of ['priority=low', 'village=x', 'kind=ph', 'text=a', 'unacknowledged=1'])
      expect(isNarrowed(deskChoice(new URLSearchParams(search)))).toBe(true)
  })
})

/** One alarm of each standing. */
function oneOfEach() {
  const drafts = [
    raised('new'),
    raised('known'),
    aDraft('alarm.acknowledged', {}, idOf('known')),
    raised('back'),
    aDraft('alarm.returned', {}, idOf('back')),
    raised('shelved'),
    aDraft('alarm.shelved', {}, idOf('shelved')),
    raised('night'),
    aDraft('alarm.suppressed', {}, idOf('night')),
    raised('broken'),
    aDraft('alarm.taken-out-of-service', {}, idOf('broken')),
    raised('over'),
    aDraft('alarm.acknowledged', {}, idOf('over')),
    aDraft('alarm.returned', {}, idOf('over')),
  ]
  return after(drafts)
}

describe('rows', () => {
  test('stand on the tab of their standing, all of them on the last', () => {
    const rows = deskRows(oneOfEach())
    const on = (tab: Parameters<typeof isOnTab>[1]) =>
      rows.filter(row => isOnTab(row, tab)).map(row => row.alarm.about.device)
    expect(on('open')).toEqual(['back', 'new', 'known'])
    expect(on('shelved')).toEqual(['shelved'])
    expect(new Set(on('hidden'))).toEqual(new Set(['broken', 'night']))
    expect(on('all').at(-1)).toBe('over')
    expect(countsByTab(rows)).toEqual({ open: 3, shelved: 1, hidden: 2, all: 7 })
  })
  test('are found without accents, by place, rule, person and comment', () => {
    const state = after([
      raised('a', { about: anAbout('a', { village: 'dinh-yen', title: { vi: 'Trạm 1 · Độ mặn', en: 'Station 1' } }) }),
      raised('b'),
      aDraft('alarm.assigned', { to: { name: 'Lê Văn Tám', unit: 'so-yt' } }, idOf('b')),
      aDraft('alarm.commented', { text: 'đã gọi thợ' }, idOf('b')),
    ])
    const names = namesOf(state)
    const found = (text: string) =>
      narrowed(deskRows(state), { ...nothing, text }, names).map(({ alarm }) => alarm.about.device)
    expect(found('dinh yen')).toEqual(['a'])
    expect(found('DO MAN')).toEqual(['a'])
    expect(found('so y te')).toEqual(['b'])
    expect(found('le van tam')).toEqual(['b'])
    expect(found('goi tho')).toEqual(['b'])
    expect(found('ph cao').length).toBe(2)
    expect(found('khong co').length).toBe(0)
  })
  test('are narrowed by priority, village, kind, and to what nobody acknowledged', () => {
    const state = after([
      raised('a', { priority: 'high', about: anAbout('a', { village: 'dinh-yen' }) }),
      raised('b'),
      aDraft('alarm.acknowledged', {}, idOf('b')),
    ])
    const narrow = (change: object) =>
      narrowed(deskRows(state), { ...nothing, ...change }, namesOf(state)).map(({ alarm }) => alarm.about.device)
    expect(narrow({ priority: 'high' })).toEqual(['a'])
    expect(narrow({ village: 'my-dong' })).toEqual(['b'])
    expect(narrow({ isUnacknowledgedOnly: true })).toEqual(['a'])
    expect(narrow({ kind: 'ph' }).length).toBe(2)
    expect(narrow({ kind: 'programme' })).toEqual([])
  })
  test('of no quantity have a kind of their own', () => {
    const noQuantity = { about: anAbout('a', { quantity: null }) }
    const rules = [aRule(), aRule({ id: 'air', signal: { kind: 'aqi' } })]
    const state = after(
      [
        raised('a', noQuantity),
        raised('b', { rule: 'air', ...noQuantity }),
        raised('c', { target: 'task:1.4', ...noQuantity }),
        raised('d'),
      ],
      rules,
    )
    expect(kindsOf(deskRows(state))).toEqual(['ph', 'aqi', 'device', 'programme'])
  })
})

describe('lines', () => {
  const storm = (number: number) =>
    after(
      Array.from({ length: number }, (_, at) =>
        raised(`d${at}`, {
          rule: `r${at % 25}`,
          since: NOON - (at === 7 ? 5 : 1) * MINUTE,
          about: anAbout(`d${at}`, { village: `v${at % 9}` }),
        }),
      ),
      [],
    )
  test('of a storm are at most ten, hold every alarm once, and mark what came first', () => {
    const rows = deskRows(storm(500))
    const lines = groupedLines(rows, new Set(), NOON)
    expect(lines.length).toBeLessThanOrEqual(MAX_LINES)
    const all = new Set(lines.map(({ key }) => key))
    expect(alarmsOf(lines, all).length).toBe(500)
    const first = lines.filter(line => (line.kind === 'group' ? line.group.isFirstOut : line.isFirstOut))
    expect(first.length).toBe(1)
    expect(alarmsOf(lines, new Set([first[0]?.key ?? ''])).some(({ about }) => about.device === 'd7')).toBe(true)
  })
  test('open to the alarms they hold, and only those', () => {
    const rows = deskRows(storm(100))
    const closed = groupedLines(rows, new Set(), NOON)
    const group = closed.find(({ kind }) => kind === 'group')
    if (group?.kind !== 'group') throw new Error('there is no group')
    const open = groupedLines(rows, new Set([group.key]), NOON)
    const inside = open.filter(line => line.kind === 'alarm' && line.isWithin)
    expect(inside.map(({ key }) => key).toSorted()).toEqual(group.group.ids.toSorted())
    expect(inside.filter(line => line.kind === 'alarm' && line.isFirstOut).map(({ key }) => key)).toEqual([
      group.group.firstOut,
    ])
    // Chosen twice, by its group and by itself, an alarm is meant once.
    expect(alarmsOf(open, new Set([group.key, ...group.group.ids])).length).toBe(group.group.ids.length)
  })
  test('of few alarms are the alarms themselves', () => {
    const rows = deskRows(storm(3))
    const keys = (lines: ReturnType<typeof plainLines>) => lines.map(({ kind, key }) => [kind, key])
    expect(keys(groupedLines(rows, new Set(), NOON))).toEqual(keys(plainLines(rows)))
    expect(groupedLines(deskRows(EMPTY_ALARM_STATE), new Set(), NOON)).toEqual([])
  })
})

describe('the selection', () => {
  const lines = ['a', 'b', 'c', 'd']
  test('walks from the first, stops at the ends, takes along what it extends over', () => {
    const first = movedBy(NOTHING_SELECTED, lines, 1)
    expect(first.current).toBe('a')
    expect(movedBy(first, lines, -1).current).toBe('a')
    const last = movedTo(first, lines, 'd')
    expect(movedBy(last, lines, 1).current).toBe('d')
    const extended = movedBy(movedBy(first, lines, 1, true), lines, 1, true)
    expect([...extended.selected]).toEqual(['a', 'b', 'c'])
    expect(movedBy(NOTHING_SELECTED, [], 1)).toBe(NOTHING_SELECTED)
  })
  test('toggles one and all', () => {
    expect([...toggled(toggled(NOTHING_SELECTED, 'b'), 'b').selected]).toEqual([])
    const all = allToggled(toggled(NOTHING_SELECTED, 'b'), lines)
    expect([...all.selected]).toEqual(lines)
    expect([...allToggled(all, lines).selected]).toEqual([])
    expect([...allToggled(NOTHING_SELECTED, []).selected]).toEqual([])
  })
  test('when the current line goes, the one that takes its place is current', () => {
    const at = movedTo(NOTHING_SELECTED, lines, 'b')
    expect(within(at, ['a', 'c', 'd']).current).toBe('c')
    expect(within(movedTo(NOTHING_SELECTED, lines, 'd'), ['a', 'b']).current).toBe('b')
    expect(within(at, []).current).toBeUndefined()
  })
  test('whatever leaves and comes, nothing is selected that is not in the list, and the current line is in it', () => {
    const some = fc.uniqueArray(fc.nat(7).map(String), { maxLength: 6 })
    fc.assert(
      fc.property(some, some, some, (before, chosen, later) => {
        const held: Selection = chosen
          .filter(line => before.includes(line))
          .reduce((all, line) => toggled(movedTo(all, before, line), line), NOTHING_SELECTED)
        const now = within(held, later)
        expect([...now.selected].every(line => later.includes(line))).toBe(true)
        if (now.current !== undefined) expect(later).toContain(now.current)
        // Nothing that stays is forgotten, and asking twice changes nothing.
        expect([...held.selected].filter(line => later.includes(line))).toEqual([...now.selected])
        expect(within(now, later)).toBe(now)
      }),
    )
  })
  test('begins where it is meant to, and nowhere when that is not in the list', () => {
    expect(within(meantToBeAt('c'), lines)).toMatchObject({ current: 'c', index: 2 })
    expect(within(meantToBeAt('z'), lines).current).toBeUndefined()
  })
  test('stays the very same while nothing that matters changed', () => {
    const at = toggled(movedTo(NOTHING_SELECTED, lines, 'b'), 'c')
    expect(within(at, lines)).toBe(at)
    expect(within(NOTHING_SELECTED, lines)).toBe(NOTHING_SELECTED)
  })
})

describe('a key', () => {
  const press = (key: string, change: Partial<Pressed> = {}): Pressed => ({
    key,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...change,
  })
  test('does what the help says, whichever case it comes in', () => {
    const does = (key: string, change: Partial<Pressed> = {}) => actionOf(press(key, change), true)
    expect(does('j')).toEqual({ kind: 'move', by: 1, isExtending: false })
    expect(does('K')).toEqual({ kind: 'move', by: -1, isExtending: false })
    expect(does('ArrowDown', { shiftKey: true })).toEqual({ kind: 'move', by: 1, isExtending: true })
    expect(does('A')).toEqual({ kind: 'command', command: 'acknowledge' })
    expect(['s', 'c', 'g', 'r'].map(key => does(key))).toEqual(
      ['shelve', 'comment', 'assign', 'reset'].map(command => ({ kind: 'command', command })),
    )
    expect([' ', 'Enter', 'Escape', '/', '?'].map(key => does(key)?.kind)).toEqual([
      'select',
      'open',
      'leave',
      'search',
      'help',
    ])
    expect(does('a', { ctrlKey: true })).toEqual({ kind: 'select-all' })
  })
  test('is the browser’s with Ctrl or Alt, or when it means nothing', () => {
    expect(actionOf(press('r', { ctrlKey: true }), true)).toBeUndefined()
    expect(actionOf(press('s', { metaKey: true }), true)).toBeUndefined()
    expect(actionOf(press('a', { altKey: true }), true)).toBeUndefined()
    expect(actionOf(press('x'), true)).toBeUndefined()
  })
  test('is no command as a single character once those are turned off; arrows and Enter still are', () => {
    expect(['a', 'j', '/', '?'].map(key => actionOf(press(key), false))).toEqual(Array(4).fill(undefined))
    expect(['ArrowUp', 'Enter', ' ', 'Escape'].every(key => actionOf(press(key), false) !== undefined)).toBe(true)
    expect(actionOf(press('a', { ctrlKey: true }), false)).toEqual({ kind: 'select-all' })
  })
  test('belongs to a dialog, to a text that is written, and beside the list to the page', () => {
    expect(isTaken('dialog', press('a'))).toBe(true)
    expect(isTaken('dialog', press('Escape'))).toBe(true)
    expect(isTaken('text', press('a'))).toBe(true)
    expect(isTaken('text', press('Escape'))).toBe(false)
    expect(isTaken('elsewhere', press('a'))).toBe(false)
    expect(isTaken('elsewhere', press('a', { ctrlKey: true }))).toBe(true)
    expect(isTaken('elsewhere', press(' '))).toBe(true)
    expect(['ArrowDown', 'Enter', ' ', 'a'].some(key => isTaken('row', press(key)))).toBe(false)
  })
})

test('an acknowledged alarm that returns leaves the open tab at once', () => {
  const state = after([raised('a'), aDraft('alarm.acknowledged', {}, idOf('a'))])
  const over = happen(state, [aDraft('alarm.returned', {}, idOf('a'))])
  expect(countsByTab(deskRows(state)).open).toBe(1)
  expect(countsByTab(deskRows(over)).open).toBe(0)
})
