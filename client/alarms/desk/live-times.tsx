// Times that go on by themselves: how long an alarm stands, and how long is left to respond.
import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../../shared/alarms/state.ts'
import { Icon } from '../../kit/icons.tsx'
import { clockWords, spanWords } from '../alarm-names.ts'
import { useJudgedNow } from '../use-judged-now.ts'
import styles from './live-times.module.css'

const STEP_MS = 10_000

/** "4 phút", and below it since when. */
export function Since({ at }: { readonly at: number }) {
  const { t } = useTranslation('alarms')
  const now = useJudgedNow(STEP_MS)
  if (now === undefined) return null
  return (
    <>
      <span className={styles.span}>{spanWords(t, now - at)}</span>
      <time className={styles.from} dateTime={new Date(at).toISOString()}>
        {t('desk.list.from', { moment: clockWords(at, now) })}
      </time>
    </>
  )
}

type TimeLeftProps = {
  readonly alarm: Pick<Alarm, 'annunciatedAt'>
  readonly respondWithinMs: number
}

/** From when it last asked for attention. */
export function TimeLeft({ alarm, respondWithinMs }: TimeLeftProps) {
  const { t } = useTranslation('alarms')
  const now = useJudgedNow(STEP_MS)
  if (now === undefined) return null
  const left = alarm.annunciatedAt + respondWithinMs - now
  return (
    <span className={styles.left} data-over={left < 0}>
      <Icon name="clock" />
      {left < 0
        ? t('desk.list.over', { span: spanWords(t, -left) })
        : t('desk.list.left', { span: spanWords(t, left) })}
    </span>
  )
}
