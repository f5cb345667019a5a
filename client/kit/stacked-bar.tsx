// Amounts that lie within each other, the need around what is settled: each bar thinner and brighter than the one before,
// so that even one that outgrows the one around it is seen. Unknown amounts are named, not drawn.
import { barLengths } from './bar-parts.ts'
import './print.css'
import styles from './stacked-bar.module.css'

export type BarLayer = {
  readonly key: string
  readonly title: string
  /** Undefined when nobody knows. */
  readonly amount: number | undefined
  /** "1,2 tỷ đồng", or that it is unknown. */
  readonly words: string
}

export type StackedBarProps = {
  readonly label: string
  readonly isLabelHidden?: boolean
  /** From the outermost to the innermost; four at most are told apart. */
  readonly layers: readonly BarLayer[]
  /** For a cell of a table: the bar alone, its amounts spoken. */
  readonly isCompact?: boolean
  /** The amount that fills the width, so that bars one under the other compare; the widest of the own when left out. */
  readonly whole?: number | undefined
}

export function StackedBar({ label, isLabelHidden = false, layers, isCompact = false, whole }: StackedBarProps) {
  const lengths = barLengths(
    layers.map(({ amount }) => amount),
    whole,
  )
  const isUnknown = lengths.every(length => length === undefined)
  return (
    <div className={styles.funding} data-compact={isCompact}>
      {!isLabelHidden && !isCompact && <p className={styles.label}>{label}</p>}
      <div
        className={styles.bars}
        role="img"
        aria-label={`${label}: ${layers.map(({ title, words }) => `${title} ${words}`).join('; ')}`}
        data-unknown={isUnknown}
      >
        {layers.map(({ key }, index) => (
          <span key={key} className={styles.bar} data-layer={index} style={{ width: `${lengths[index] ?? 0}%` }} />
        ))}
      </div>
      {!isCompact && (
        <dl className={styles.legend} aria-hidden="true">
          {layers.map(({ key, title, amount, words }, index) => (
            <div key={key}>
              <dt>
                <span className={styles.swatch} data-layer={index} data-unknown={amount === undefined} />
                {title}
              </dt>
              <dd data-unknown={amount === undefined}>{words}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
