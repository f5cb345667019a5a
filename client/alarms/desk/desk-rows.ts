// The alarms as the desk lists them: which tab, in which order, found by which words. Pure.

import { asksForAttention, byUrgency, standingOf } from '../../../shared/alarms/standing.ts'
import type { Alarm, AlarmStanding, HeldRule } from '../../../shared/alarms/state.ts'
import { isFoundBy } from '../../programme/plain-text.ts'
import type { AlarmNames } from '../alarm-names.ts'
import type { DeskFilter, Tab } from './desk-choice.ts'

export type DeskRow = {
  readonly alarm: Alarm
  readonly standing: AlarmStanding
  /** Undefined for a rule that was never heard of. */
  readonly rule: HeldRule['rule'] | undefined
  readonly kind: string
}

/** What isn't of one quantity: a whole device, VN_AQI, the programme. */
export const OTHER_KINDS = ['aqi', 'device', 'programme'] as const
export type OtherKind = (typeof OTHER_KINDS)[number]

const TAB_OF: Readonly<Record<AlarmStanding, Exclude<Tab, 'all'> | undefined>> = {
  unacknowledged: 'open',
  acknowledged: 'open',
  'returned-unacknowledged': 'open',
  latched: 'open',
  shelved: 'shelved',
  suppressed: 'hidden',
  'out-of-service': 'hidden',
  normal: undefined,
}

/** Open ones first, then those set aside, then what is normal; each by urgency. */
export function deskRows({ alarms, rules }: AlarmNames['state']): readonly DeskRow[] {
  const rank = ({ standing }: DeskRow) => RANKS.indexOf(TAB_OF[standing])
  return [...alarms.values()]
    .map(alarm => {
      const rule = rules.get(alarm.rule)?.rule
      return { alarm, standing: standingOf(alarm), rule, kind: kindOf(alarm, rule) }
    })
    .sort((a, b) => rank(a) - rank(b) || byUrgency(a.alarm, b.alarm))
}
const RANKS = ['open', 'shelved', 'hidden', undefined] as const

export const isOnTab = ({ standing }: DeskRow, tab: Tab): boolean => tab === 'all' || TAB_OF[standing] === tab

/** How many there are on each tab, whatever the list is narrowed to. */
export function countsByTab(rows: readonly DeskRow[]): Readonly<Record<Tab, number>> {
  const counts: Record<Tab, number> = { open: 0, shelved: 0, hidden: 0, all: rows.length }
  for (const { standing } of rows) {
    const tab = TAB_OF[standing]
    if (tab) counts[tab] += 1
  }
  return counts
}

export function narrowed(rows: readonly DeskRow[], filter: DeskFilter, names: AlarmNames): readonly DeskRow[] {
  const { priority, village, kind, text, isUnacknowledgedOnly } = filter
  return rows.filter(
    row =>
      (priority === undefined || row.alarm.priority === priority) &&
      (village === undefined || row.alarm.about.village === village) &&
      (kind === undefined || row.kind === kind) &&
      (!isUnacknowledgedOnly || asksForAttention(row.alarm)) &&
      (text.trim() === '' || isFoundBy(text, ...textsOf(row, names))),
  )
}

/** What a row is found by, in both languages. */
function textsOf({ alarm, rule }: DeskRow, names: AlarmNames): readonly string[] {
  const { title, village, unit } = alarm.about
  return [
    title.vi,
    title.en,
    ...(rule ? [rule.name.vi, rule.name.en, rule.responder.vi, rule.responder.en] : []),
    alarm.level,
    village === null ? '' : names.villageName(village),
    unit === null ? '' : names.unitName(unit),
    alarm.assigned ? `${alarm.assigned.name} ${names.unitName(alarm.assigned.unit)}` : '',
    alarm.lastComment?.text ?? '',
  ]
}

/** Kinds there are among these rows, quantities by their code first. */
export function kindsOf(rows: readonly DeskRow[]): readonly string[] {
  const isOther = (kind: string) => OTHER_KINDS.some(other => other === kind)
  return [...new Set(rows.map(({ kind }) => kind))].sort(
    (a, b) => Number(isOther(a)) - Number(isOther(b)) || (a < b ? -1 : 1),
  )
}

function kindOf({ about, target }: Alarm, rule: HeldRule['rule'] | undefined): string {
  if (rule?.signal.kind === 'aqi') return 'aqi'
  if (about.quantity !== null) return about.quantity
  return target.startsWith('device:') || target.startsWith('series:') ? 'device' : 'programme'
}
