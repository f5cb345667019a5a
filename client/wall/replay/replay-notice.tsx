// Instead of a replay: that it is being opened, or why there is none; then the wall goes back to now.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { endReplay } from './replay-address.ts'
import styles from './replay-notice.module.css'

/** Long enough to be read from across the room. */
const READ_MS = 10_000

type Props = { readonly kind: 'opening' | 'gone' | 'away' }

export function ReplayNotice({ kind }: Props) {
  const { t } = useTranslation('wall')
  const isOpening = kind === 'opening'
  useEffect(() => {
    if (isOpening) return undefined
    const timer = setTimeout(endReplay, READ_MS)
    return () => clearTimeout(timer)
  }, [isOpening])
  return (
    <main className={styles.notice} data-testid="replay-notice" data-kind={kind} role={isOpening ? 'status' : 'alert'}>
      {isOpening ? (
        <p>{t('replay.opening')}</p>
      ) : (
        <>
          <h1>{t('replay.gone')}</h1>
          <p>{t(kind === 'gone' ? 'replay.goneWhy' : 'replay.away')}</p>
          <p className={styles.back}>{t('replay.back')}</p>
        </>
      )}
    </main>
  )
}
