// One thing that wants attention: its sign, what it is, where and since when, who acts. Pressed, it is shown on the map or opened.
import type { ReactNode } from 'react'
import { LinkTo } from '../app/link-to.tsx'
import { MarkIcon } from '../design/mark-icon.tsx'
import type { Mark } from '../overview/stations.ts'
import styles from './attention.module.css'

type Props = {
  readonly to: string
  readonly isCurrent?: boolean
  readonly mark: Mark
  /** Spoken beside the sign. */
  readonly word: string
  readonly what: ReactNode
  /** At the right of it: how long. */
  readonly span: string
  readonly where: ReactNode
  readonly who?: ReactNode
}

export function AttentionLine({ to, isCurrent = false, mark, word, what, span, where, who }: Props) {
  return (
    <li className={styles.line} data-mark={mark}>
      <LinkTo to={to} isCurrent={isCurrent}>
        <span className={styles.sign}>
          <MarkIcon mark={mark} />
        </span>
        <span className={styles.what}>
          <span className="spoken">{word}: </span>
          {what}
        </span>
        <span className={styles.span}>{span}</span>
        <span className={styles.where}>{where}</span>
        {who && <span className={styles.who}>{who}</span>}
      </LinkTo>
    </li>
  )
}
