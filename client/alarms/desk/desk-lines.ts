// The list as lines: each alarm one, or grouped to a few that open, with what came first marked. Pure.
import { type AlarmGroup, groupAlarms } from '../../../shared/alarms/groups.ts'
import type { Alarm } from '../../../shared/alarms/state.ts'
import type { DeskRow } from './desk-rows.ts'

export type DeskLine =
  | { readonly kind: 'group'; readonly key: string; readonly group: AlarmGroup; readonly isOpen: boolean }
  | {
      readonly kind: 'alarm'
      /** Its id. */
      readonly key: string
      readonly row: DeskRow
      readonly isWithin: boolean
      /** The first of its group, or of all, whose signal was beyond its level. */
      readonly isFirstOut: boolean
    }

const keyOfGroup = ({ key }: AlarmGroup) => `group ${key}`

export const plainLines = (rows: readonly DeskRow[]): readonly DeskLine[] => rows.map(row => lineOf(row, false, false))

/** At most MAX_LINES as long as none is open. */
export function groupedLines(rows: readonly DeskRow[], opened: ReadonlySet<string>, now: number): readonly DeskLine[] {
  const rowOf = new Map(rows.map(row => [row.alarm.id, row]))
  const rowsOf = (alarms: readonly Alarm[]) => alarms.flatMap(({ id }) => rowOf.get(id) ?? [])
  return groupAlarms(
    rows.map(({ alarm }) => alarm),
    now,
  ).flatMap(group => {
    const members = rowsOf(group.alarms)
    const [only] = members
    if (only && members.length === 1) return [lineOf(only, false, group.isFirstOut)]
    const key = keyOfGroup(group)
    const isOpen = opened.has(key)
    const head: DeskLine = { kind: 'group', key, group, isOpen }
    return isOpen ? [head, ...members.map(row => lineOf(row, true, row.alarm.id === group.firstOut))] : [head]
  })
}

/** The alarms that lines stand for, each once. */
export function alarmsOf(lines: readonly DeskLine[], keys: ReadonlySet<string>): readonly Alarm[] {
  const chosen = lines.filter(({ key }) => keys.has(key))
  const alarms = chosen.flatMap(line => (line.kind === 'group' ? line.group.alarms : [line.row.alarm]))
  return [...new Map(alarms.map(alarm => [alarm.id, alarm])).values()]
}

const lineOf = (row: DeskRow, isWithin: boolean, isFirstOut: boolean): DeskLine => ({
  kind: 'alarm',
  key: row.alarm.id,
  row,
  isWithin,
  isFirstOut,
})
