// A state of the programme: shape and word together, colour only where something differs from normal or is reached.
import type { ReactNode } from 'react'
import styles from './state-mark.module.css'
import { CHECK_PATH, type ProgrammeState, STATE_SHAPE } from './state-shapes.ts'

type ShapeProps = { readonly state: ProgrammeState }

/** The shape alone, for where its word stands nearby or is spoken. */
export function StateShape({ state }: ShapeProps) {
  const shape = STATE_SHAPE[state]
  return (
    <svg className={styles.shape} data-state={state} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={shape.path}
        fill={shape.isFilled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={shape.strokeWidth}
        strokeDasharray={shape.dash.join(' ')}
        strokeLinecap={shape.dash.length > 0 || !shape.isFilled ? 'round' : 'butt'}
        strokeLinejoin="round"
      />
      {state === 'done' && <path className={styles.check} d={CHECK_PATH} />}
    </svg>
  )
}

type MarkProps = ShapeProps & {
  readonly word: string
  /** What belongs to the word: "12 ngày". */
  readonly children?: ReactNode
}

export function StateMark({ state, word, children }: MarkProps) {
  return (
    <span className={styles.mark} data-state={state}>
      <StateShape state={state} />
      <span>
        {word}
        {children !== undefined && <> {children}</>}
      </span>
    </span>
  )
}

type LegendProps = {
  readonly label: string
  readonly states: readonly { readonly state: ProgrammeState; readonly word: string; readonly count?: number }[]
}

/** What the shapes mean; with counts, how many of each. */
export function StateLegend({ label, states }: LegendProps) {
  return (
    <ul className={styles.legend} aria-label={label}>
      {states.map(({ state, word, count }) => (
        <li key={state}>
          <StateMark state={state} word={word}>
            {count !== undefined && <strong>{count}</strong>}
          </StateMark>
        </li>
      ))}
    </ul>
  )
}
