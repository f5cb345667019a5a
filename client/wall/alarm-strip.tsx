// The line at the bottom of the wall: how many alarms are open, and the newest nobody has acknowledged; else the programme's news.
import { useTranslation } from 'react-i18next'
import { floodAt } from '../../shared/alarms/flood.ts'
import { PRIORITIES } from '../../shared/alarms/rule.ts'
import { countsByPriority, openAlarms } from '../../shared/alarms/standing.ts'
import { type Alarm, type AlarmState, FLOOD_WINDOW_MS } from '../../shared/alarms/state.ts'
import { useAlarmPicture } from '../alarms/alarm-hooks.ts'
import { placeWords, ruleName } from '../alarms/alarm-names.ts'
import { PRIORITY_MARK } from '../alarms/priority-mark.ts'
import { useAlarmNames } from '../alarms/use-alarm-names.ts'
import { MarkIcon } from '../design/mark-icon.tsx'
import { formatClock } from '../design/time-format.ts'
import { ageWords } from '../i18n/phrases.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { AlarmReading } from './alarm-reading.tsx'
import styles from './alarm-strip.module.css'
import { lineAlarmOf } from './line-alarm.ts'
import { Ticker } from './ticker.tsx'

const MINUTE_MS = 60_000

export function AlarmStrip() {
  const { t: general } = useTranslation()
  const { t } = useTranslation('alarms')
  const { state } = useAlarmPicture()
  const { serverNow } = useMoment()
  if (!state || serverNow === undefined)
    return (
      <footer className={styles.strip} data-testid="alarm-strip">
        <p className={styles.calm}>{t('shell.loading')}</p>
        <Ticker />
      </footer>
    )
  const open = openAlarms(state)
  const newest = lineAlarmOf(open, serverNow)
  const flood = floodAt(state, serverNow)
  const recent = open.filter(({ annunciatedAt }) => annunciatedAt > serverNow - FLOOD_WINDOW_MS).length
  const counts = countsByPriority(open)
  return (
    <footer className={styles.strip} data-testid="alarm-strip" data-open={open.length}>
      {open.length === 0 ? (
        <p className={styles.calm}>
          {state.quietSince === null
            ? t('wall.none')
            : t('wall.noneSince', { age: ageWords(general, serverNow - state.quietSince) })}
        </p>
      ) : (
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
      )}
      {flood ? (
        <p className={styles.alarm} data-mark="critical">
          {t('wall.flood', {
            count: recent,
            minutes: FLOOD_WINDOW_MS / MINUTE_MS,
            time: formatClock(flood.since),
          })}
        </p>
      ) : newest ? (
        <NewestAlarm key={newest.occurrence} alarm={newest} state={state} serverNow={serverNow} />
      ) : (
        <Ticker />
      )}
    </footer>
  )
}

type NewestProps = { readonly alarm: Alarm; readonly state: AlarmState; readonly serverNow: number }

function NewestAlarm({ alarm, state, serverNow }: NewestProps) {
  const { t } = useTranslation()
  const names = useAlarmNames(state)
  return (
    <p className={styles.alarm} data-mark={PRIORITY_MARK[alarm.priority]}>
      <MarkIcon mark={PRIORITY_MARK[alarm.priority]} />
      <time>{formatClock(alarm.annunciatedAt)}</time>
      <span className={styles.title}>{ruleName(names, alarm.rule)}</span>
      <span className={styles.thing}>
        {[alarm.about.title[names.language], placeWords(names, alarm)].filter(Boolean).join(' · ')}
      </span>
      <AlarmReading alarm={alarm} state={state} />
      <span className={styles.age}>{ageWords(t, Math.max(0, serverNow - alarm.annunciatedAt))}</span>
    </p>
  )
}
