// What happened, one under the other: when, who, what, why.
import type { ReactNode } from 'react'
import { StateShape } from './state-mark.tsx'
import type { ProgrammeState } from './state-shapes.ts'
import styles from './timeline.module.css'

export type TimelineItem = {
  readonly id: string
  /** "23/11/2026 21:51" */
  readonly when: string
  /** ISO, for machines. */
  readonly at: string
  readonly who: ReactNode
  readonly what: ReactNode
  /** The reason given. */
  readonly why?: string | undefined
  readonly state?: ProgrammeState
}

export type TimelineProps = {
  readonly label: string
  readonly items: readonly TimelineItem[]
  readonly emptyWords: string
}

export function Timeline({ label, items, emptyWords }: TimelineProps) {
  if (items.length === 0) return <p className={styles.empty}>{emptyWords}</p>
  return (
    <ol className={styles.timeline} aria-label={label}>
      {items.map(({ id, when, at, who, what, why, state }) => (
        <li key={id} className={styles.item}>
          <span className={styles.sign}>{state ? <StateShape state={state} /> : <span className={styles.dot} />}</span>
          <p className={styles.what}>{what}</p>
          {why !== undefined && <p className={styles.why}>{why}</p>}
          <p className={styles.who}>
            <time dateTime={at}>{when}</time> · {who}
          </p>
        </li>
      ))}
    </ol>
  )
}
