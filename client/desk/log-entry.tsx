// One entry of the log: when, what kind, what, by whom, where, and which alarms; what was corrected shows what stood there first.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogEntry } from '../../shared/desk/state.ts'
import { isSimulated } from '../../shared/programme/event.ts'
import { alarmAddress } from '../alarms/alarm-address.ts'
import { type AlarmNames, clockWords, momentWords, titleAndPlace } from '../alarms/alarm-names.ts'
import { LinkTo } from '../app/link-to.tsx'
import { formatClock } from '../design/time-format.ts'
import { Button, ButtonLink } from '../kit/button.tsx'
import { SourceTag } from '../kit/source-tag.tsx'
import { actorWords } from '../programme/event-words.ts'
import { entryAddress, villageAddress } from './handover-address.ts'
import styles from './log.module.css'
import { textOf } from './log-groups.ts'

type Props = {
  readonly entry: LogEntry
  readonly names: AlarmNames
  readonly now: number
  readonly isCurrent: boolean
  readonly isPrinted: boolean
  /** Undefined for whoever may not. */
  readonly onCorrect: (() => void) | undefined
}

export function LogEntryItem({ entry, names, now, isCurrent, isPrinted, onCorrect }: Props) {
  const { t } = useTranslation('desk')
  const item = useRef<HTMLLIElement>(null)
  const last = entry.corrections.at(-1)
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'center' })
  }, [isCurrent])
  return (
    <li ref={item} className={styles.entry} data-current={isCurrent} data-printed={isPrinted}>
      <time className={styles.time} dateTime={new Date(entry.happenedAt).toISOString()}>
        {formatClock(entry.happenedAt)}
      </time>
      <div className={styles.words}>
        <p className={styles.text}>
          <span className={styles.kind}>{t(`log.kind.${entry.kind}`)}</span> {textOf(entry)}
        </p>
        {last && (
          <p className={styles.first}>
            {t('log.corrected', { when: clockWords(last.at, now), who: actorWords(last.by) })}. {t('log.first')}:{' '}
            <del>{entry.text}</del>
          </p>
        )}
        <p className={styles.about}>
          <span>{actorWords(entry.by)}</span>
          {isSimulated(entry.by) && <SourceTag text={t('simulated')} />}
          {entry.village !== null && (
            <LinkTo to={villageAddress(entry.village)}>{names.villageName(entry.village)}</LinkTo>
          )}
          {entry.alarms.map(id => (
            <LinkTo key={id} to={alarmAddress(id)}>
              {alarmWords(names, id)}
            </LinkTo>
          ))}
        </p>
      </div>
      <div className={styles.actions}>
        <ButtonLink kind="quiet" icon="link" isIconOnly to={entryAddress(entry.id)}>
          {`${t('log.address')}: ${momentWords(entry.happenedAt)}`}
        </ButtonLink>
        {onCorrect && (
          <Button kind="quiet" onClick={onCorrect}>
            {t('log.correct')}
          </Button>
        )}
      </div>
    </li>
  )
}

export function alarmWords(names: AlarmNames, id: string): string {
  const alarm = names.state.alarms.get(id)
  return alarm ? titleAndPlace(names, alarm) : id
}
