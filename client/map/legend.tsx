// Explains every colour and shape of the map, with the same drawings the map uses.
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { MarkIcon } from '../design/mark-icon.tsx'
import { MARKS_WORST_FIRST, type Mark } from '../overview/stations.ts'
import styles from './legend.module.css'
import { CENTRE_SIGN, GAUGE_SIGN } from './place-signs.ts'

type Props = {
  /** The states only, where type is large and room is short. */
  readonly isShort: boolean
  /** Side by side instead of one below the other. */
  readonly isRow?: boolean
  readonly ref?: Ref<HTMLElement>
}

const STATES_BEST_FIRST: readonly Mark[] = [...MARKS_WORST_FIRST].reverse()

export function Legend({ isShort, isRow = false, ref }: Props) {
  const { t } = useTranslation()
  return (
    <section ref={ref} className={styles.legend} data-row={isRow} aria-label={t('map.legend')}>
      <ul>
        {STATES_BEST_FIRST.map(mark => (
          <li key={mark}>
            <span className={styles.key}>
              <MarkIcon mark={mark} />
            </span>
            {isShort && isRow ? t(`markBrief.${mark}`) : t(`mark.${mark}`)}
          </li>
        ))}
        {!isShort && (
          <>
            <Row label={t('map.village')}>
              <rect className={styles.village} x="2" y="5" width="20" height="14" rx="4" />
            </Row>
            <Row label={t('map.river')}>
              <path className={styles.river} d="M1 14C6 8 9 8 12 12S19 16 23 9" />
            </Row>
            <Row label={t('map.gauge')}>
              <path className={styles.gauge} d={GAUGE_SIGN} />
            </Row>
            <Row label={t('map.centre')}>
              <path className={styles.centre} d={CENTRE_SIGN} />
            </Row>
          </>
        )}
      </ul>
    </section>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <li>
      <span className={styles.key}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          {children}
        </svg>
      </span>
      {label}
    </li>
  )
}
