// Which of those side by side the others are set against, and the way to make it another.
import { useTranslation } from 'react-i18next'
import { Button } from '../kit/button.tsx'
import styles from './compare-page.module.css'

type Props = {
  readonly name: string
  readonly isFirst: boolean
  /** Nothing stands beside it. */
  readonly isAlone: boolean
  readonly onFirst: () => void
}

export function FirstMark({ name, isFirst, isAlone, onFirst }: Props) {
  const { t } = useTranslation('compare')
  if (isAlone) return null
  return (
    <div className={styles.first} data-first={isFirst}>
      {isFirst ? (
        t('first')
      ) : (
        <Button kind="quiet" onClick={onFirst}>
          {t('makeFirst')} <span className="spoken">{name}</span>
        </Button>
      )}
    </div>
  )
}
