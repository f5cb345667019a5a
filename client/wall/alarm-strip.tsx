// The line at the bottom of the wall: how many alarms are open, and the newest nobody has acknowledged; else the programme's news.
import { useTranslation } from 'react-i18next'
import { floodAt } from '../../shared/alarms/flood.ts'
import { PRIORITIES } from '../../shared/alarms/rule.ts'
import { countsByPriority, openAlarms } from '../../shared/alarms/standing.ts'
import { type Alarm, type AlarmState, FLOOD_WINDOW_MS } from '../../shared/alarms/state.ts'
import { useAlarmPicture } from '../alarms/alarm-hooks.ts'
import { ruleName, titleAndPlace } from '../alarms/alarm-names.ts'
import { PRIORITY_MARK } from '../alarms/priority-mark.ts'
import { useAlarmNames } from '../alarms/use-alarm-names.ts'
import { ClockSign } from '../design/clock-sign.tsx'
import { MarkIcon } from '../design/mark-icon.tsx'
import { formatClock } from '../design/time-format.ts'
import { useOwnReach } from '../displays/display-gate.tsx'
import { ageWords } from '../i18n/phrases.ts'
import { judgedAt } from '../live/link.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { AlarmReading } from './alarm-reading.tsx'
import styles from './alarm-strip.module.css'
import { lineAlarmOf } from './line-alarm.ts'
import { Ticker } from './ticker.tsx'

const MINUTE_MS = 60_000
const FAMILIES = ['alarm'] as const

export function AlarmStrip() {
  const { t: general } = useTranslation()
  const { t } = useTranslation('alarms')
  const { state } = useAlarmPicture()
  const { serverNow, link } = useMoment()
  const { t: display } = useTranslation('displays')
  const { follows } = useOwnReach(FAMILIES)
  if (!follows.includes('alarm'))
    return (
      <footer className={styles.strip} data-testid="alarm-strip">
        <p className={styles.calm}>{display('fieldOnly')}</p>
      </footer>
    )
  if (!state || serverNow === undefined)
    return (
      <footer className={styles.strip} data-testid="alarm-strip">
        <p className={styles.calm}>{t('shell.loading')}</p>
        <Ticker />
      </footer>
    )
  // Nothing is known of what came after the last sign of life: no calm grows longer meanwhile.
  const now = judgedAt(link, serverNow)
  const open = openAlarms(state)
  return (
    <footer className={styles.strip} data-testid="alarm-strip" data-open={open.length} data-old={now < serverNow}>
      {open.length > 0 ? <Counts open={open} /> : <Calm since={state.quietSince} now={now} />}
      <Line state={state} open={open} now={now} />
      {now < serverNow && (
        <p className={styles.old}>
          <ClockSign /> {general('age.old', { age: ageWords(general, serverNow - now) })}
        </p>
      )}
    </footer>
  )
}

function Calm({ since, now }: { readonly since: number | null; readonly now: number }) {
  const { t: general } = useTranslation()
  const { t } = useTranslation('alarms')
  return (
    <p className={styles.calm}>
      {since === null ? t('wall.none') : t('wall.noneSince', { age: ageWords(general, Math.max(0, now - since)) })}
    </p>
  )
}

function Counts({ open }: { readonly open: readonly Alarm[] }) {
  const { t } = useTranslation('alarms')
  const counts = countsByPriority(open)
  return (
    <p className={styles.counts} aria-label={t('wall.open', { count: open.length })}>
      {PRIORITIES.toReversed().map(priority => (
        <span
          key={priority}
          className={styles.count}
          data-mark={PRIORITY_MARK[priority]}
          data-none={counts[priority] === 0}
        >
          <MarkIcon mark={PRIORITY_MARK[priority]} />
          {counts[priority]}
        </span>
      ))}
      <span className={styles.word}>{t('wall.openBrief')}</span>
    </p>
  )
}

type LineProps = { readonly state: AlarmState; readonly open: readonly Alarm[]; readonly now: number }

function Line({ state, open, now }: LineProps) {
  const { t } = useTranslation('alarms')
  const flood = floodAt(state, now)
  const newest = lineAlarmOf(open, now)
  if (flood) {
    const count = open.filter(({ annunciatedAt }) => annunciatedAt > now - FLOOD_WINDOW_MS).length
    return (
      <p className={styles.alarm} data-mark="critical">
        {t('wall.flood', { count, minutes: FLOOD_WINDOW_MS / MINUTE_MS, time: formatClock(flood.since) })}
      </p>
    )
  }
  return newest ? <NewestAlarm key={newest.occurrence} alarm={newest} state={state} now={now} /> : <Ticker />
}

type NewestProps = { readonly alarm: Alarm; readonly state: AlarmState; readonly now: number }

function NewestAlarm({ alarm, state, now }: NewestProps) {
  const { t } = useTranslation()
  const names = useAlarmNames(state)
  return (
    <p className={styles.alarm} data-mark={PRIORITY_MARK[alarm.priority]}>
      <MarkIcon mark={PRIORITY_MARK[alarm.priority]} />
      <time>{formatClock(alarm.annunciatedAt)}</time>
      <span className={styles.title}>{ruleName(names, alarm.rule)}</span>
      <span className={styles.thing}>{titleAndPlace(names, alarm)}</span>
      <AlarmReading alarm={alarm} state={state} />
      <span className={styles.age}>{ageWords(t, Math.max(0, now - alarm.annunciatedAt))}</span>
    </p>
  )
}
