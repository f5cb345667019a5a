// What wants attention now, at a glance: open alarms, what is late in the programme, stations that are silent. Calm where there is nothing.
import { type ReactNode, useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { openAlarms } from '../../shared/alarms/standing.ts'
import type { Alarm, AlarmState } from '../../shared/alarms/state.ts'
import { hasSimulated } from '../../shared/programme/simulated-things.ts'
import { hasRight } from '../access/may.ts'
import { useMe } from '../access/me.ts'
import { useAlarmPicture } from '../alarms/alarm-hooks.ts'
import { clockWords } from '../alarms/alarm-names.ts'
import { formatNumber } from '../design/number-format.ts'
import { formatIsoDate } from '../design/time-format.ts'
import { ageWords } from '../i18n/phrases.ts'
import { SourceTag } from '../kit/source-tag.tsx'
import { judgedAt } from '../live/link.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { useOverview } from '../overview/overview-hooks.ts'
import { type ProgrammeView, useProgramme } from '../programme/programme-hooks.tsx'
import { unitWords } from '../programme/unit-words.ts'
import { useRegistry } from '../registry/registry-query.ts'
import { AlarmLines } from './alarm-lines.tsx'
import styles from './attention.module.css'
import { AttentionLine } from './attention-line.tsx'
import { useLook } from './desktop-look.ts'
import { LateLines } from './late-lines.tsx'
import { dueReports, lateThings } from './late-things.ts'
import { type SilentStation, silentStations } from './silent-stations.ts'
import { placeTo, useDesktopChoice } from './use-desktop.ts'

/** Lines of each part: what the first look holds; the rest is counted and one press away. */
const SHOWN = { roomy: 3, dense: 8 } as const

export function AttentionDock() {
  const me = useMe()
  return (
    <>
      {hasRight(me, 'read-alarms') && <AlarmPart />}
      {hasRight(me, 'read-programme') && <ProgrammePart />}
      <SilentPart />
    </>
  )
}

/** What the programme's own part says is not said twice. */
const isToldAsLate = (state: AlarmState, alarm: Alarm): boolean => {
  const signal = state.rules.get(alarm.rule)?.rule.signal
  return signal?.kind === 'programme' && (signal.clock === 'task-overdue' || signal.clock === 'report-due')
}

const attentionAlarms = (state: AlarmState): readonly Alarm[] =>
  openAlarms(state).filter(alarm => !isToldAsLate(state, alarm))

function AlarmPart() {
  const { t } = useTranslation('desktop')
  const { state } = useAlarmPicture()
  const { serverNow, link } = useMoment()
  const { density } = useLook()
  const open = useMemo(() => state && attentionAlarms(state), [state])
  if (!state || !open || serverNow === undefined)
    return <Part title={t('attention.alarms')} count={undefined} calm={t('attention.waiting')} />
  const now = judgedAt(link, serverNow)
  const since = state.quietSince
  return (
    <Part
      title={t('attention.alarms')}
      count={open.length}
      calm={since === null ? t('attention.noAlarm') : t('attention.noAlarmSince', { time: clockWords(since, now) })}
      testId="attention-alarms"
    >
      <AlarmLines alarms={open} state={state} now={now} shown={SHOWN[density]} />
    </Part>
  )
}

function ProgrammePart() {
  const { t } = useTranslation('desktop')
  const { t: word } = useTranslation('programme')
  const view = useProgramme()
  const { density } = useLook()
  const late = useMemo(() => view && lateThings(view.state, view.units, view.day), [view])
  const isMadeUp = useMemo(() => view !== undefined && hasSimulated(view.state), [view])
  if (!view || !late) return <Part title={t('attention.programme')} count={undefined} calm={t('attention.waiting')} />
  return (
    <Part
      title={t('attention.programme')}
      count={late.length}
      calm={t(view.state.plan ? 'attention.nothingLate' : 'attention.noPlan')}
      tag={isMadeUp && <SourceTag text={word('shell.simulated')} />}
      after={<NextReports view={view} />}
      testId="attention-programme"
    >
      <LateLines things={late} view={view} shown={SHOWN[density]} />
    </Part>
  )
}

function NextReports({ view }: { readonly view: ProgrammeView }) {
  const { t } = useTranslation('desktop')
  const { t: word } = useTranslation('programme')
  const next = useMemo(() => dueReports(view.state, view.units, view.day), [view])
  if (!next) return null
  const [first, ...others] = next.units
  const who =
    first === undefined
      ? word('shell.nobody')
      : others.length > 0
        ? t('attention.unitAndMore', { unit: unitWords(word, view, first), count: others.length })
        : unitWords(word, view, first)
  return (
    <p className={styles.after}>
      {t('attention.nextReport', { day: formatIsoDate(next.dueOn), number: formatNumber(next.days), who })}
    </p>
  )
}

function SilentPart() {
  const { t } = useTranslation('desktop')
  const overview = useOverview()
  const { density } = useLook()
  const { state } = useAlarmPicture()
  const open = useMemo(() => (state ? openAlarms(state) : []), [state])
  if (!overview) return <Part title={t('attention.stations')} count={undefined} calm={t('attention.waiting')} />
  const silent = silentStations(overview.stations, open, overview.isLinkLost)
  const shown = SHOWN[density]
  const more = silent.length - shown
  return (
    <Part
      title={t('attention.stations')}
      count={overview.isLinkLost ? undefined : silent.length}
      calm={t(overview.isLinkLost ? 'attention.stationsUnknown' : 'attention.allHeard')}
      testId="attention-stations"
    >
      <ul className={styles.lines}>
        {silent.slice(0, shown).map(one => (
          <SilentLine key={one.judged.station.id} silent={one} now={overview.at} />
        ))}
      </ul>
      {more > 0 && <p className={styles.after}>{t('attention.moreStations', { number: formatNumber(more) })}</p>}
    </Part>
  )
}

function SilentLine({ silent, now }: { readonly silent: SilentStation; readonly now: number }) {
  const { t: general } = useTranslation()
  const { t } = useTranslation('desktop')
  const { data: registry } = useRegistry()
  const choice = useDesktopChoice()
  const { judged, mark, since } = silent
  const { id, village, name } = judged.station
  const place = registry?.villages.find(one => one.id === village)?.name ?? village
  return (
    <AttentionLine
      to={placeTo({ village, station: id })}
      isCurrent={choice.station === id}
      mark={mark}
      word={general(`mark.${mark}`)}
      what={name}
      span={since === undefined ? '' : ageWords(general, Math.max(0, now - since))}
      where={
        since === undefined
          ? t('attention.neverHeard', { place })
          : t('attention.lastHeard', { place, time: clockWords(since, now) })
      }
    />
  )
}

type PartProps = {
  readonly title: string
  /** Undefined = not known. */
  readonly count: number | undefined
  /** Said instead of lines when there is nothing, or nothing is known yet. */
  readonly calm: string
  readonly tag?: ReactNode
  readonly after?: ReactNode
  readonly testId?: string
  readonly children?: ReactNode
}

function Part({ title, count, calm, tag, after, testId, children }: PartProps) {
  const id = useId()
  return (
    <section className={styles.part} aria-labelledby={id} data-testid={testId} data-count={count}>
      <h3 id={id}>
        {title}
        {count !== undefined && count > 0 && <span className={styles.count}>{formatNumber(count)}</span>}
        {tag}
      </h3>
      {count === undefined || count === 0 ? <p className={styles.calm}>{calm}</p> : children}
      {after}
    </section>
  )
}
