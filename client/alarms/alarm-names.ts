// How alarms, rules, values and times are called in sentences about them. Needs a translator and the names; knows no component.
import type { TFunction } from 'i18next'
import type { AlarmAbout } from '../../shared/alarms/event.ts'
import type { AlarmGroup } from '../../shared/alarms/groups.ts'
import type { ProgrammeClock, Rule } from '../../shared/alarms/rule.ts'
import type { Alarm, AlarmState } from '../../shared/alarms/state.ts'
import { formatNumber } from '../design/number-format.ts'
import { ageOf, formatClock, formatDate, isoDayOf } from '../design/time-format.ts'
import type { QuantityWords } from '../registry/quantity-words.ts'
import { signalText } from './signal-text.ts'

export type AlarmNames = {
  readonly state: Pick<AlarmState, 'alarms' | 'rules'>
  readonly quantities: QuantityWords
  readonly unitName: (id: string) => string
  readonly villageName: (id: string) => string
  readonly language: 'vi' | 'en'
}
type Words = TFunction<'alarms'>

/** The thing an alarm is about; one that was never heard of goes by its id. */
export const alarmTitle = ({ state, language }: AlarmNames, alarm: string): string =>
  state.alarms.get(alarm)?.about.title[language] ?? alarm

/** With its village: stations of several villages may have one name. */
export function titleAndPlace(names: AlarmNames, alarm: Pick<Alarm, 'about'>): string {
  const place = placeWords(names, alarm)
  const title = alarm.about.title[names.language]
  return place === undefined || title.includes(place) ? title : `${title}, ${place}`
}

export const ruleName = ({ state, language }: AlarmNames, rule: string): string =>
  state.rules.get(rule)?.rule.name[language] ?? rule

/** What a line of alarms has in common, its cause and its place; undefined where that is nothing. */
export const groupWords = (names: AlarmNames, { rule, village }: AlarmGroup): string | undefined =>
  [
    rule === null ? undefined : ruleName(names, rule),
    // A place stays together where the line breaks.
    village === null ? undefined : names.villageName(village).replaceAll(' ', '\u00a0'),
  ]
    .filter(part => part !== undefined)
    .join(' · ') || undefined

/** The same where there is room: one alarm alone is named with its thing. */
export function fullGroupWords(names: AlarmNames, group: AlarmGroup): string | undefined {
  const [only, ...others] = group.alarms
  return only && others.length === 0
    ? `${ruleName(names, only.rule)} · ${titleAndPlace(names, only)}`
    : groupWords(names, group)
}

type Measured = { readonly rule: string; readonly about: Pick<AlarmAbout, 'quantity'> }

/** "2,12 m"; undefined while it isn't known. Of a rule that is gone, the number in its quantity's unit. */
export function signalWords(t: Words, names: AlarmNames, alarm: Measured, value: number | null): string | undefined {
  const rule: Pick<Rule, 'signal' | 'quantity'> = names.state.rules.get(alarm.rule)?.rule ?? {
    signal: { kind: 'value' },
    quantity: alarm.about.quantity,
  }
  if (value !== null && rule.signal.kind === 'programme') return clockOfWords(t, rule.signal.clock, value)
  // A rule for any quantity says nothing of the unit; what it found does.
  const text = signalText(t, names.quantities, { ...rule, quantity: rule.quantity ?? alarm.about.quantity }, value)
  return text && `${text.value}\u00a0${text.unit}`.trimEnd()
}

/** Days of the programme as one says them: "còn 3 ngày", "quá hạn 12 ngày", "ngày 8". */
function clockOfWords(t: Words, clock: ProgrammeClock, value: number): string {
  const days = formatNumber(Math.abs(value))
  switch (clock) {
    case 'report-due':
      return value < 0 ? t('desk.clock.overdue', { days }) : t('desk.clock.left', { days })
    case 'task-overdue':
      return t('desk.clock.overdue', { days })
    case 'appraisal-day':
      return t('desk.clock.day', { days })
    case 'dossier-returned':
      return t('desk.clock.after', { days })
    default:
      return clock satisfies never
  }
}

/** "HH ≥ 9,0 pH"; a clock of the programme says in words from when on. Without a limit the level alone. */
export function limitWords(t: Words, names: AlarmNames, alarm: Measured & Pick<Alarm, 'level' | 'limit'>): string {
  const rule = names.state.rules.get(alarm.rule)?.rule
  const limit = signalWords(t, names, alarm, alarm.limit)
  if (limit === undefined) return alarm.level
  const isNumber = rule && rule.signal.kind !== 'programme' && rule.signal.kind !== 'state'
  const text = isNumber ? `${alarm.level} ${rule.side === 'high' ? '≥' : '≤'} ${limit}` : `${alarm.level}: ${limit}`
  return text.replaceAll(' ', '\u00a0')
}

/** Where the thing is: its village; undefined for what has none. */
export const placeWords = (names: AlarmNames, { about }: Pick<Alarm, 'about'>): string | undefined =>
  about.village === null ? undefined : names.villageName(about.village)

/** How long, as people say it, rounded down: "1 giờ 30 phút"; from ten hours on to the hour, from two days on to the day. */
export function spanWords(t: Words, ms: number): string {
  const { count, unit } = ageOf(ms)
  if (unit === 'seconds') return t('desk.span.moment')
  const minutes = Math.floor(ms / 60_000) % 60
  return unit === 'hours' && count < 10 && minutes > 0
    ? t('desk.span.both', { hours: count, minutes })
    : t(`desk.span.${unit}`, { number: formatNumber(count) })
}

/** "21:51" on the day that is read, else with the date. */
export const clockWords = (at: number, now: number): string =>
  isoDayOf(at) === isoDayOf(now) ? formatClock(at) : `${formatClock(at)} ${formatDate(at)}`

/** "23/11/2026 21:51" */
export const momentWords = (at: number): string => `${formatDate(at)} ${formatClock(at)}`
