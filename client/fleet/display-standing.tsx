// How a display stands: shape, colour and word, since when, and the ages of its last report and picture, which go on by
// themselves.
import { useTranslation } from 'react-i18next'
import type { FleetRow } from '../../shared/displays/api-schema.ts'
import { MarkIcon } from '../design/mark-icon.tsx'
import { formatClock, formatDate, isoDayOf } from '../design/time-format.ts'
import { ageWords } from '../i18n/phrases.ts'
import { useMoment } from '../live/live-hooks.tsx'
import styles from './display-card.module.css'
import { isTroubled, type Standing, standingOf } from './fleet-rows.ts'

const MARK = { running: 'normal', silent: 'stale', lost: 'dead', unheard: 'stale' } as const satisfies Record<
  Standing,
  string
>

type Props = { readonly row: FleetRow; readonly isOld: boolean }

export function DisplayStanding({ row, isOld }: Props) {
  const { t } = useTranslation('fleet')
  const { t: common } = useTranslation()
  const { serverNow } = useMoment()
  const standing = standingOf(row)
  const { reportedAt, thumbnailAt } = row
  const word = t(`standing.${standing}`)
  const isGone = standing === 'silent' || standing === 'lost'
  const said =
    isGone && reportedAt !== null
      ? t('standing.since', { standing: word, time: momentWords(reportedAt, serverNow) })
      : word
  return (
    <>
      <p className={styles.standing} data-standing={isOld ? 'old' : standing} data-troubled={isTroubled(row)}>
        <MarkIcon mark={isOld ? 'stale' : MARK[standing]} />
        <span>{isOld ? t('standing.lastKnown', { standing: said }) : said}</span>
      </p>
      {reportedAt !== null && serverNow !== undefined && (
        <p className={styles.age}>
          {t('fact.reported')}{' '}
          <time dateTime={new Date(reportedAt).toISOString()}>
            {t('fact.ago', { age: ageWords(common, serverNow - reportedAt) })}
          </time>
          {thumbnailAt !== null && ` · ${t('picture.age', { age: ageWords(common, serverNow - thumbnailAt) })}`}
        </p>
      )}
    </>
  )
}

/** With its day when that isn't today. */
function momentWords(at: number, now: number | undefined): string {
  const isToday = now !== undefined && isoDayOf(at) === isoDayOf(now)
  return isToday ? formatClock(at) : `${formatClock(at)} ${formatDate(at)}`
}
