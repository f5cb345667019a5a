// A state as a small drawing, in the colour that belongs to it. Its word stands beside it, so readers that listen skip it.
import type { Mark } from '../overview/stations.ts'
import styles from './mark-icon.module.css'
import { MARK_SHAPE } from './mark-shapes.ts'

type Props = { readonly mark: Mark }

export function MarkIcon({ mark }: Props) {
  const shape = MARK_SHAPE[mark]
  return (
    <svg className={styles.icon} data-mark={mark} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={shape.path}
        fill={shape.isFilled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={shape.strokeWidth}
        strokeDasharray={shape.dash.join(' ')}
        strokeLinecap={shape.dash.length > 0 ? 'butt' : 'round'}
        strokeLinejoin="round"
      />
    </svg>
  )
}
