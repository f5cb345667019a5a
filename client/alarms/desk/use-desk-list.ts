// The list of the desk as it stands now: rows of the tab, narrowed, as lines, with what is current and selected. The rules are in
// desk-rows.ts, desk-lines.ts and desk-selection.ts.
import { type Dispatch, type SetStateAction, useMemo, useState } from 'react'
import { floodAt } from '../../../shared/alarms/flood.ts'
import type { Alarm, AlarmState } from '../../../shared/alarms/state.ts'
import type { AlarmNames } from '../alarm-names.ts'
import type { DeskChoice, Tab } from './desk-choice.ts'
import { alarmsOf, type DeskLine, groupedLines, plainLines } from './desk-lines.ts'
import { countsByTab, type DeskRow, deskRows, isOnTab, kindsOf, narrowed } from './desk-rows.ts'
import { meantToBeAt, movedTo, NOTHING_SELECTED, type Selection, toggled, within } from './desk-selection.ts'

/** Lines drawn at first and with each "more": enough for any day, few enough to draw at once. */
const DRAWN_LINES = 200

export type DeskList = {
  readonly rows: readonly DeskRow[]
  readonly counts: Readonly<Record<Tab, number>>
  readonly kinds: readonly string[]
  /** Alarms of the list, and of its tab before it was narrowed. */
  readonly shown: number
  readonly total: number
  readonly isGrouped: boolean
  readonly lines: readonly DeskLine[]
  /** Lines that aren't drawn yet. */
  readonly hidden: number
  readonly showMore: () => void
  readonly toggleGroup: (key: string) => void
  readonly selection: Selection
  readonly select: Dispatch<SetStateAction<Selection>>
  /** What a command acts on: the selected lines, else the current one. */
  readonly targets: readonly Alarm[]
}

const NONE: ReadonlySet<string> = new Set()

export function useDeskList(state: AlarmState, names: AlarmNames, choice: DeskChoice, now: number): DeskList {
  const { tab, priority, village, kind, text, isUnacknowledgedOnly } = choice
  const [opened, setOpened] = useState(NONE)
  const [drawn, setDrawn] = useState(DRAWN_LINES)
  const [held, select] = useState(() => meantToBeAt(choice.alarm))
  const [shownAlarm, setShownAlarm] = useState(choice.alarm)
  const isFlood = floodAt(state, now) !== null
  const isGrouped = tab === 'open' && (choice.isGrouped ?? isFlood)

  const rows = useMemo(() => deskRows(state), [state])
  const onTab = useMemo(() => rows.filter(row => isOnTab(row, tab)), [rows, tab])
  const shown = useMemo(
    () => narrowed(onTab, { priority, village, kind, text, isUnacknowledgedOnly }, names),
    [onTab, priority, village, kind, text, isUnacknowledgedOnly, names],
  )
  const all = useMemo(
    () => (isGrouped ? groupedLines(shown, opened, now) : plainLines(shown)),
    [isGrouped, shown, opened, now],
  )
  const lines = useMemo(() => all.slice(0, drawn), [all, drawn])
  const keys = useMemo(() => lines.map(({ key }) => key), [lines])
  // Whatever opened the details (a link, a notification): the keyboard goes on from there.
  const isOpened = choice.alarm !== shownAlarm && choice.alarm !== undefined
  if (choice.alarm !== shownAlarm) setShownAlarm(choice.alarm)
  const selection = within(isOpened ? movedTo(held, keys, choice.alarm) : held, keys)
  // What left the list is forgotten, or it would be selected again when it comes back.
  if (selection !== held) select(selection)
  const { current, selected } = selection
  const targets = useMemo(
    () => alarmsOf(lines, selected.size > 0 ? selected : new Set(current === undefined ? [] : [current])),
    [lines, selected, current],
  )
  return {
    rows,
    counts: useMemo(() => countsByTab(rows), [rows]),
    kinds: useMemo(() => kindsOf(rows), [rows]),
    shown: shown.length,
    total: onTab.length,
    isGrouped,
    lines,
    hidden: all.length - lines.length,
    showMore: () => setDrawn(drawn + DRAWN_LINES),
    toggleGroup: key => setOpened(toggled({ ...NOTHING_SELECTED, selected: opened }, key).selected),
    selection,
    select,
    targets,
  }
}
