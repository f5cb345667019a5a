// Says that alarms come faster than one person can take them in, since when, and what the list does about it.
import { useTranslation } from 'react-i18next'
import { countInWindow, floodAt } from '../../../shared/alarms/flood.ts'
import type { AlarmState } from '../../../shared/alarms/state.ts'
import { formatNumber } from '../../design/number-format.ts'
import { Icon } from '../../kit/icons.tsx'
import { clockWords, spanWords } from '../alarm-names.ts'
import styles from './desk-head.module.css'

type Props = { readonly state: AlarmState; readonly now: number; readonly isGrouped: boolean }

export function FloodBanner({ state, now, isGrouped }: Props) {
  const { t } = useTranslation('alarms')
  const flood = floodAt(state, now)
  if (!flood) return null
  return (
    <p className={styles.flood} role="status">
      <Icon name="warning" />
      <strong>{t('desk.flood.title', { number: formatNumber(countInWindow(state, now)) })}</strong>
      <span>
        {t('desk.flood.since', { moment: clockWords(flood.since, now), span: spanWords(t, now - flood.since) })}{' '}
        {isGrouped && (
          <span className={styles.grouped}>{t('desk.flood.grouped', { mark: t('desk.list.firstOut') })}</span>
        )}
      </span>
    </p>
  )
}
