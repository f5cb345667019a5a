// One number with its meaning: label, value, unit, one line of comparison, age, source. The form follows the freshness; no rule lives here.
import type { ReactNode } from 'react'
import type { Freshness } from '../../../shared/freshness.ts'
import type { Source } from '../../../shared/reading.ts'
import { ClockSign } from '../../design/clock-sign.tsx'
import { MarkIcon } from '../../design/mark-icon.tsx'
import { SourceMark } from '../../design/source-mark.tsx'
import type { Mark } from '../../overview/stations.ts'
import styles from './tile.module.css'

type Props = {
  readonly testId: string
  readonly label: string
  readonly freshness: Freshness
  /** The bare number for whoever reads the page by program; undefined = none. */
  readonly raw: number | undefined
  readonly value: string | undefined
  readonly unit?: string | undefined
  /** State beside the number, with its shape. */
  readonly state?: { readonly mark: Mark | undefined; readonly words: string } | undefined
  /** Its parts, the most telling first: where they don't all fit, the last ones go, each as a whole. */
  readonly meaning: string | readonly string[]
  /** Age or period, at the right. */
  readonly when: string
  readonly sources?: ReadonlySet<Source> | undefined
  /** A small picture at the end of the number's line. */
  readonly aside?: ReactNode
  readonly children?: ReactNode
}

const NOTHING = '–'
const NO_SOURCES: ReadonlySet<Source> = new Set()

export function Tile(props: Props) {
  const {
    testId,
    label,
    freshness,
    raw,
    value,
    unit,
    state,
    meaning,
    when,
    sources = NO_SOURCES,
    aside,
    children,
  } = props
  const isOld = freshness === 'stale' || freshness === 'dead'
  return (
    <section
      className={styles.tile}
      data-testid={testId}
      data-freshness={freshness}
      data-value={raw}
      data-simulated={sources.has('simulated')}
      aria-label={label}
    >
      {children}
      <header className={styles.head}>
        <h2>{label}</h2>
        <SourceMark sources={sources} />
      </header>
      <p className={styles.reading}>
        <data value={raw}>{value ?? NOTHING}</data>
        {value !== undefined && unit && <span className={styles.unit}>{unit}</span>}
        {state && (
          <span className={styles.state} data-mark={state.mark}>
            {state.mark && <MarkIcon mark={state.mark} />}
            <span>{state.words}</span>
          </span>
        )}
        {aside}
      </p>
      <p className={styles.foot}>
        <span className={styles.meaning}>
          {(typeof meaning === 'string' ? [meaning] : meaning).map(part => (
            <span key={part}>{part}</span>
          ))}
        </span>
        <span className={styles.when}>
          {isOld && <ClockSign />}
          {when}
        </span>
      </p>
    </section>
  )
}
