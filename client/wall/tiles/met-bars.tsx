// One bar for each village, in plan order: how much of what it must meet it meets. Behind the number; the tile says the rest in words.

import type { MetShare } from '../programme-figures.ts'
import styles from './met-bars.module.css'

export function MetBars({ shares }: { readonly shares: readonly MetShare[] }) {
  return (
    <span className={styles.bars} aria-hidden="true">
      {shares.map(({ id, met, total }) => (
        <span key={id} data-full={met === total}>
          <span style={{ height: `${(met / total) * 100}%` }} />
        </span>
      ))}
    </span>
  )
}
