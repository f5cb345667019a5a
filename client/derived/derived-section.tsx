// What is computed from a village's readings: each value in words with its shape, that it is computed, and from what, one press away.
import '../history/words/vocabulary.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DerivedSeries } from '../../shared/history/api-schema.ts'
import { addressPlus } from '../app/address.ts'
import { addressInLanguage } from '../app/areas.ts'
import { LinkTo } from '../app/link-to.tsx'
import { MarkIcon } from '../design/mark-icon.tsx'
import { formatClock, formatDate } from '../design/time-format.ts'
import { derivedListQuery } from '../history/page/page-queries.ts'
import { Button } from '../kit/button.tsx'
import { SourceTag } from '../kit/source-tag.tsx'
import { useMoment } from '../live/live-hooks.tsx'
import { useIsPast } from '../time-machine/time-hooks.ts'
import styles from './derived-section.module.css'
import { categoryMark, categoryOf, derivedValueWords } from './derived-words.ts'
import { OriginDialog } from './origin-dialog.tsx'
import { newestStepAt, originQuery } from './origin-query.ts'

export function DerivedSection({ villageId }: { readonly villageId: string }) {
  const { t } = useTranslation('history')
  const { data } = useQuery(derivedListQuery)
  const [open, setOpen] = useState<string>()
  const { serverNow } = useMoment()
  const isPast = useIsPast()
  const own = data?.filter(({ village }) => village === villageId) ?? []
  if (own.length === 0) return null
  // Said once where it holds for all, else beside each it holds for.
  const isSimulated = own.every(({ inputSource }) => inputSource === 'simulated')
  const opened = own.find(({ id }) => id === open)
  const stepOf = ({ kind }: DerivedSeries) =>
    isPast && serverNow !== undefined ? newestStepAt(kind, serverNow) : undefined
  return (
    <article className={styles.section} aria-label={t('derived.title')} data-testid="derived">
      <h3>
        {t('derived.title')} <SourceTag text={t('derived.mark')} />
        {isSimulated && <SourceTag text={t('legend.simulated')} />}
      </h3>
      <ul>
        {own.map(one => (
          <DerivedRow key={one.id} one={one} at={stepOf(one)} hasTag={!isSimulated} onOrigin={() => setOpen(one.id)} />
        ))}
      </ul>
      {opened && <OriginDialog id={opened.id} at={stepOf(opened)} onClose={() => setOpen(undefined)} />}
    </article>
  )
}

type RowProps = {
  readonly one: DerivedSeries
  /** Undefined = of the newest step that is over. */
  readonly at: number | undefined
  readonly hasTag: boolean
  readonly onOrigin: () => void
}

function DerivedRow({ one, at, hasTag, onOrigin }: RowProps) {
  const { t } = useTranslation('history')
  const { data, failureCount } = useQuery(originQuery(one.id, at))
  const value = data?.value ?? null
  const category = value === null ? undefined : categoryOf(one.kind, value)
  return (
    <li className={styles.row} data-derived={one.id}>
      <span className={styles.name}>
        {t(`derived.short.${one.kind}`)}
        {hasTag && one.inputSource === 'simulated' && <SourceTag text={t('legend.simulated')} />}
      </span>
      <span className={styles.value}>
        {category && <MarkIcon mark={categoryMark(category)} />}
        {data
          ? value === null
            ? t('derived.unknown')
            : derivedValueWords(t, one.kind, value)
          : t(failureCount > 0 ? 'failed' : 'loading')}
      </span>
      <span className={styles.about}>
        {one.deviceName}
        {data && ` · ${stepWords(t, data)}`}
      </span>
      <span className={styles.ways}>
        <Button kind="quiet" onClick={onOrigin}>
          {t('derived.origin')}
        </Button>
        <LinkTo
          to={addressPlus(addressInLanguage('/history'), { series: one.id, range: '7d' })}
          className={styles.link}
        >
          {t('derived.history')}
        </LinkTo>
      </span>
    </li>
  )
}

export function stepWords(
  t: ReturnType<typeof useTranslation<'history'>>['t'],
  { from, to }: { readonly from: number; readonly to: number },
): string {
  return t('derived.hourOf', { from: formatClock(from), to: formatClock(to), date: formatDate(from) })
}
