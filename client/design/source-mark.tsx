// Where the numbers of a panel come from, when it is not simply "measured": simulated data is marked on every panel that shows it.
import { useTranslation } from 'react-i18next'
import type { Source } from '../../shared/reading.ts'
import styles from './source-mark.module.css'

type Props = { readonly sources: ReadonlySet<Source> }

export const isAllSimulated = (sources: ReadonlySet<Source>): boolean => sources.size === 1 && sources.has('simulated')

export function SourceMark({ sources }: Props) {
  const { t } = useTranslation()
  if (!sources.has('simulated')) return null
  return <span className={styles.tag}>{isAllSimulated(sources) ? t('simulated.tag') : t('simulated.partly')}</span>
}
