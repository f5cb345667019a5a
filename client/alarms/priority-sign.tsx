// A priority as its shape in its colour, filled while the signal is beyond its level and an outline once it is back. The word
// stands beside it or is spoken.
import { useTranslation } from 'react-i18next'
import type { Priority } from '../../shared/alarms/rule.ts'
import { MARK_SHAPE } from '../design/mark-shapes.ts'
import { PRIORITY_MARK } from './priority-mark.ts'
import styles from './priority-sign.module.css'

type Props = {
  readonly priority: Priority
  readonly isActive?: boolean
  /** Without it the word is only spoken. */
  readonly hasWord?: boolean
}

export function PrioritySign({ priority, isActive = true, hasWord = false }: Props) {
  const { t } = useTranslation('alarms')
  return (
    <span className={styles.sign} data-priority={priority}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={MARK_SHAPE[PRIORITY_MARK[priority]].path} fill={isActive ? 'currentColor' : 'none'} />
      </svg>
      <span className={hasWord ? styles.word : 'spoken'}>{t(`term.priority.${priority}`)}</span>
    </span>
  )
}
