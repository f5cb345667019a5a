// A unit's name with what it was, or that nobody carries it on.
import { useTranslation } from 'react-i18next'
import type { NamedUnit } from './named-unit.ts'
import styles from './parts.module.css'

export function UnitName({ unit }: { readonly unit: NamedUnit }) {
  const { t } = useTranslation('programme')
  return (
    <span>
      {unit.name ?? t('shell.nobody')}
      {unit.formerly !== null && (
        <span className={styles.muted}> · {t('shell.formerly', { unit: unit.formerly })}</span>
      )}
    </span>
  )
}
