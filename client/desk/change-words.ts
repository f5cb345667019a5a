// One change as a sentence, and where one goes on from it. Needs translators and names; knows no component.
import type { TFunction } from 'i18next'
import type { Alarm } from '../../shared/alarms/state.ts'
import { isSimulated } from '../../shared/programme/event.ts'
import { alarmAddress } from '../alarms/alarm-address.ts'
import { type AlarmNames, ruleName } from '../alarms/alarm-names.ts'
import { actorWords, type EventNames, eventWords } from '../programme/event-words.ts'
import { historyOf } from '../programme/history/history-choice.ts'
import { pageOfSubject } from '../programme/history/subject-words.ts'
import { type Change, COUNTED, type Counts, type Happening } from './changes.ts'
import { entryAddress, villageAddress } from './handover-address.ts'
import { textOf } from './log-groups.ts'
import { shortMoment } from './moment-text.ts'

export type ChangeNames = {
  readonly t: TFunction<'desk'>
  readonly programmeWords: TFunction<'programme'>
  readonly alarms: AlarmNames
  readonly programme: EventNames
  readonly deviceName: (id: string) => string
  /** When each series was last measured; undefined = never. */
  readonly measuredAt: (series: string) => number | undefined
  readonly now: number
}

/** What it is about, and what became of it. */
export type ChangeWords = { readonly title: string; readonly what: string }

export function changeWords(names: ChangeNames, change: Change): ChangeWords {
  const { t, alarms, now } = names
  switch (change.kind) {
    case 'alarm': {
      const { alarm, happenings } = change
      const what = happenings.map(one => happeningWords(names, alarm, one, happenings)).join(' · ')
      return { title: `${ruleName(alarms, alarm.rule)}: ${alarm.about.title[alarms.language]}`, what }
    }
    case 'silent':
      return { title: names.deviceName(change.device), what: silentWords(names, change) }
    case 'back':
      return {
        title: t('changes.device.back', { count: change.devices.length }),
        what: change.devices.map(names.deviceName).join(', '),
      }
    case 'programme':
      return {
        title: eventWords(names.programmeWords, names.programme, change.event),
        what: `${shortMoment(change.event.at, now)} · ${actorWords(change.event.actor)}`,
      }
    case 'entry': {
      const { entry } = change
      const words = { kind: t(`log.kind.${entry.kind}`), text: textOf(entry) }
      return {
        title: t('changes.entry', words),
        what: `${shortMoment(entry.happenedAt, now)} · ${actorWords(entry.by)}`,
      }
    }
    default:
      return change satisfies never
  }
}

function happeningWords(
  { t, now }: ChangeNames,
  alarm: Alarm,
  happening: Happening,
  all: readonly Happening[],
): string {
  const whenOf = (at: number | null | undefined) => (at == null ? '' : shortMoment(at, now))
  switch (happening) {
    case 'came':
      return t('changes.happening.came', { when: whenOf(alarm.raisedAt) })
    case 'went':
      return all.includes('came') && alarm.isActive
        ? t('changes.happening.wentBefore')
        : t('changes.happening.went', { when: whenOf(alarm.returnedAt) })
    case 'severer':
    case 'milder':
      return t(`changes.happening.${happening}`, { level: alarm.level })
    case 'acknowledged': {
      const { by = '', at } = alarm.acknowledged ?? {}
      return t('changes.happening.acknowledged', { who: actorWords(by), when: whenOf(at) })
    }
    case 'shelved':
      return t('changes.happening.shelved', { until: whenOf(alarm.shelved?.until) })
    case 'unshelved':
    case 'out-of-service':
    case 'returned-to-service':
      return t(`changes.happening.${happening}`)
    default:
      return happening satisfies never
  }
}

function silentWords({ t, now, measuredAt }: ChangeNames, { to, series }: Extract<Change, { kind: 'silent' }>): string {
  const times = series.flatMap(id => measuredAt(id) ?? [])
  const when = times.length > 0 ? shortMoment(Math.max(...times), now) : ''
  return `${t(`changes.device.${to}`, { when })} · ${t('changes.device.series', { count: series.length })}`
}

export function changeAddress(change: Change): string {
  switch (change.kind) {
    case 'alarm':
      return alarmAddress(change.alarm.id)
    case 'silent':
      return change.village === null ? '/' : villageAddress(change.village, change.series[0])
    case 'back':
      return change.village === null ? '/' : villageAddress(change.village)
    case 'programme':
      return pageOfSubject(change.event.subject) ?? historyOf(change.event.subject)
    case 'entry':
      return entryAddress(change.entry.id)
    default:
      return change satisfies never
  }
}

/** "3 cảnh báo mới, 2 cảnh báo đã hết"; empty when all are none. */
export const countWords = (t: TFunction<'desk'>, counts: Counts): string =>
  COUNTED.filter(key => counts[key] > 0)
    .map(key => `${counts[key]} ${t(`changes.count.${key}`)}`)
    .join(', ')

/** Of a simulated thing or by somebody simulated; undefined for what its stations say for themselves. */
export function isOfSimulation(change: Change): boolean | undefined {
  if (change.kind === 'alarm') return change.alarm.about.source === 'simulated'
  if (change.kind === 'programme') return isSimulated(change.event.actor)
  return change.kind === 'entry' ? isSimulated(change.entry.by) : undefined
}
