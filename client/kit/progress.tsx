// How far something is: a bar, a tick where it should be, and both in words. Unknown is hatched, never an empty bar.
import { shareOf } from './bar-parts.ts'
import styles from './progress.module.css'
import './print.css'
import { StateShape } from './state-mark.tsx'
import type { ProgrammeState } from './state-shapes.ts'

export type ProgressProps = {
  readonly label: string
  readonly isLabelHidden?: boolean
  /** 0–1; undefined when nobody knows. */
  readonly value: number | undefined
  /** 0–1. */
  readonly target?: number
  /** "6 / 9 · kế hoạch 9"; says that it is unknown when it is. */
  readonly words: string
  readonly state?: ProgrammeState
}

export function Progress({ label, isLabelHidden = false, value, target, words, state }: ProgressProps) {
  return (
    <div className={styles.progress} data-state={state}>
      {!isLabelHidden && (
        <span className={styles.label} aria-hidden="true">
          {label}
        </span>
      )}
      <span className={styles.words} aria-hidden="true">
        {state && <StateShape state={state} />} {words}
      </span>
      <span
        className={styles.track}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={value === undefined ? 0 : Math.round(shareOf(value, 1))}
        aria-valuetext={words}
        data-unknown={value === undefined}
      >
        {value !== undefined && <span className={styles.bar} style={{ width: `${shareOf(value, 1)}%` }} />}
        {target !== undefined && <span className={styles.tick} style={{ left: `${shareOf(target, 1)}%` }} />}
      </span>
    </div>
  )
}
