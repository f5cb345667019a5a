// Open alarms as lines: what, where, since when, who acts. Of many the worst; the others are counted and one press away.
import { useTranslation } from 'react-i18next'
import type { Alarm, AlarmState } from '../../shared/alarms/state.ts'
import { alarmAddress } from '../alarms/alarm-address.ts'
import { clockWords, limitWords, ruleName, signalWords, titleAndPlace } from '../alarms/alarm-names.ts'
import { PRIORITY_MARK } from '../alarms/priority-mark.ts'
import { addressOf } from '../alarms/section.ts'
import { useAlarmNames } from '../alarms/use-alarm-names.ts'
import { LinkTo } from '../app/link-to.tsx'
import { formatNumber } from '../design/number-format.ts'
import { ageWords } from '../i18n/phrases.ts'
import styles from './attention.module.css'
import { AttentionLine } from './attention-line.tsx'
import { placeTo, useDesktopChoice } from './use-desktop.ts'

type Props = {
  /** Worst first. */
  readonly alarms: readonly Alarm[]
  readonly state: AlarmState
  readonly now: number
  readonly shown: number
  /** Where each is opened in full; else its place is chosen. */
  readonly opensAlarm?: boolean
}

export function AlarmLines({ alarms, state, now, shown, opensAlarm = false }: Props) {
  const { t: general } = useTranslation()
  const { t: word } = useTranslation('alarms')
  const { t } = useTranslation('desktop')
  const names = useAlarmNames(state)
  const { station } = useDesktopChoice()
  const more = alarms.length - shown
  return (
    <>
      <ul className={styles.lines}>
        {alarms.slice(0, shown).map(alarm => {
          const { about } = alarm
          const rule = state.rules.get(alarm.rule)?.rule
          const value = signalWords(word, names, alarm, alarm.value)
          const priority = word(`term.priority.${alarm.priority}`)
          const responder = alarm.assigned?.name || rule?.responder[names.language]
          return (
            <AttentionLine
              key={alarm.id}
              to={
                opensAlarm || about.village === null
                  ? alarmAddress(alarm.id)
                  : placeTo({ village: about.village, station: about.device ?? undefined })
              }
              isCurrent={!opensAlarm && about.device !== null && about.device === station}
              mark={PRIORITY_MARK[alarm.priority]}
              word={t('attention.priority', { priority })}
              what={
                <>
                  {ruleName(names, alarm.rule)}
                  {value !== undefined && ` · ${value}`}
                </>
              }
              span={ageWords(general, Math.max(0, now - alarm.since))}
              where={t('attention.placeSince', {
                place: titleAndPlace(names, alarm),
                time: clockWords(alarm.since, now),
              })}
              who={[
                responder === undefined ? undefined : t('attention.acts', { who: responder }),
                alarm.isAcknowledged
                  ? word('term.standing.acknowledged').toLowerCase()
                  : limitWords(word, names, alarm),
              ]
                .filter(part => part !== undefined)
                .join(' · ')}
            />
          )
        })}
      </ul>
      {more > 0 && (
        <LinkTo to={addressOf('desk')} className={styles.more}>
          {t('attention.moreAlarms', { number: formatNumber(more) })}
        </LinkTo>
      )}
    </>
  )
}
