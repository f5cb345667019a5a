// How many alarms in each stretch of time, stacked by priority, with a limit where there is one. The figures lie in a table behind it.
import { type CSSProperties, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { PRIORITIES, type Priority } from '../../../shared/alarms/rule.ts'
import { formatNumber } from '../../design/number-format.ts'
import { ticksBetween } from '../../history/chart-path.ts'
import { PrioritySign } from '../priority-sign.tsx'
import styles from './priority-bars.module.css'

type PriorityBar = Readonly<Record<Priority, number>> & {
  readonly key: string
  /** In full, for the table: "23/11/2026". */
  readonly title: string
  /** Under the bar, '' for none; of many only some are shown. */
  readonly label: string
  /** Nothing is known of that time, which isn't the same as no alarm. */
  readonly isUnknown?: boolean
}
type Limit = { readonly at: number; readonly words: string }
type Props = {
  readonly label: string
  readonly bars: readonly PriorityBar[]
  /** Lines across; those far above every bar are left out, but for the lowest. */
  readonly limits?: readonly Limit[]
  readonly tableWords: string
  readonly titleWords: string
  readonly totalWords: string
  readonly unknownWords: string
}

const TICKS = 4
/** Under the bars. */
const LABELS = 8
/** From the base up: what matters most has the common line to be compared by. */
const STACK = PRIORITIES.toReversed()
/** Above the tallest, so that a line's words have room. */
const HEADROOM = 1.15

/** The lowest, and each further one that the bars come near to. */
function shownLimits(limits: readonly Limit[], tallest: number): readonly Limit[] {
  const upwards = limits.toSorted((a, b) => a.at - b.at)
  return upwards.filter(({ at }, place) => place === 0 || at <= tallest * 1.5)
}

/** As many as there is room for, the last always among them; where room is short every second one is left out. */
function shownLabels(bars: readonly PriorityBar[]): ReadonlyMap<PriorityBar, number> {
  const labelled = bars.filter(({ label }) => label !== '').toReversed()
  const step = Math.max(1, Math.ceil(labelled.length / LABELS))
  return new Map(labelled.filter((_, place) => place % step === 0).map((bar, place) => [bar, place % 2]))
}

const totalOf = ({ low, medium, high }: Readonly<Record<Priority, number>>): number => low + medium + high

export function PriorityBars(props: Props) {
  const { label, bars } = props
  const { t } = useTranslation('alarms')
  const id = useId()
  const labels = shownLabels(bars)
  const known = bars.filter(({ isUnknown }) => !isUnknown)
  const tallest = Math.max(0, ...known.map(totalOf))
  const limits = shownLimits(props.limits ?? [], tallest)
  const highest = Math.max(4, tallest * HEADROOM, ...limits.map(({ at }) => at * HEADROOM))
  const fromBase = (value: number) => `${((value / highest) * 100).toFixed(2)}%`
  const total = known.reduce((sum, bar) => sum + totalOf(bar), 0)
  return (
    <figure className={styles.chart} data-limits={limits.length > 0}>
      <div className={styles.plot} role="img" aria-label={`${label}: ${props.totalWords} ${formatNumber(total)}`}>
        {ticksBetween(0, highest, TICKS)
          .filter(Number.isInteger)
          .map(tick => (
            <span key={tick} className={styles.tick} style={{ bottom: fromBase(tick) }}>
              <span>{formatNumber(tick)}</span>
            </span>
          ))}
        <div className={styles.bars} style={{ '--bars': bars.length } as CSSProperties}>
          {bars.map(bar => (
            <div key={bar.key} className={styles.bar} data-unknown={bar.isUnknown ?? false}>
              {!bar.isUnknown &&
                STACK.map(priority =>
                  bar[priority] === 0 ? null : (
                    <span key={priority} data-priority={priority} style={{ height: fromBase(bar[priority]) }} />
                  ),
                )}
            </div>
          ))}
        </div>
        {limits.map(({ at, words }) => (
          <span key={words} className={styles.limit} style={{ bottom: fromBase(at) }}>
            <span>{words}</span>
          </span>
        ))}
      </div>
      <div className={styles.labels} aria-hidden="true" style={{ '--bars': bars.length } as CSSProperties}>
        {bars.map(bar => (
          <span key={bar.key}>{labels.has(bar) && <span data-turn={labels.get(bar)}>{bar.label}</span>}</span>
        ))}
      </div>
      <ul className={styles.legend} aria-hidden="true">
        {STACK.map(priority => (
          <li key={priority} data-priority={priority}>
            <PrioritySign priority={priority} hasWord />
          </li>
        ))}
        {bars.some(({ isUnknown }) => isUnknown) && <li data-priority="unknown">{props.unknownWords}</li>}
      </ul>
      <details className={styles.table}>
        <summary id={id}>{props.tableWords}</summary>
        <table aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{props.titleWords}</th>
              {STACK.map(priority => (
                <th key={priority} scope="col">
                  {t(`term.priority.${priority}`)}
                </th>
              ))}
              <th scope="col">{props.totalWords}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(bar => (
              <tr key={bar.key}>
                <th scope="row">{bar.title}</th>
                {STACK.map(priority => (
                  <td key={priority}>{bar.isUnknown ? '–' : formatNumber(bar[priority])}</td>
                ))}
                <td>{bar.isUnknown ? props.unknownWords : formatNumber(totalOf(bar))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
