// The chosen stretch on the track: shaded, with a handle at either end for pointer, finger and keys.
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { momentWords } from '../../shared/programme/province-day.ts'
import styles from './stretch.module.css'
import { afterKey, EDGES, type Edge, edgeRange, type Stretch, withEdge } from './stretch.ts'
import { stretchLength } from './stretch-words.ts'
import { shareOf, type TrackRange } from './track-range.ts'

type Props = {
  readonly stretch: Stretch
  readonly range: TrackRange
  /** Neither end goes beyond. */
  readonly bounds: TrackRange
  readonly onStretch: (stretch: Stretch) => void
}

export function StretchHandles({ stretch, range, bounds, onStretch }: Props) {
  const layer = useRef<HTMLDivElement>(null)
  const [left, right] = [shareOf(stretch.from, range), shareOf(stretch.to, range)]
  /** Undefined while the track has no width. */
  const instantAt = (x: number): number | undefined => {
    const box = layer.current?.getBoundingClientRect()
    return box && box.width > 0 ? range.from + ((x - box.left) / box.width) * (range.to - range.from) : undefined
  }
  return (
    <div ref={layer} className={styles.layer} data-testid="stretch">
      <span className={styles.shade} style={{ left: `${left * 100}%`, right: `${(1 - right) * 100}%` }} />
      {EDGES.map(edge => (
        <Handle key={edge} {...{ edge, stretch, range, bounds, instantAt, onStretch }} />
      ))}
    </div>
  )
}

type HandleProps = Props & { readonly edge: Edge; readonly instantAt: (x: number) => number | undefined }

function Handle({ edge, stretch, range, bounds, instantAt, onStretch }: HandleProps) {
  const { t } = useTranslation('time')
  /** From where it was taken hold of to the edge itself, in pixels. */
  const grip = useRef(0)
  const own = edgeRange(stretch, edge, bounds)
  const at = stretch[edge]
  const press = (event: KeyboardEvent) => {
    const next = afterKey(stretch, edge, event, bounds)
    if (!next) return
    event.preventDefault()
    onStretch(next)
  }
  const hold = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    grip.current = (edge === 'from' ? box.right : box.left) - event.clientX
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const wanted = instantAt(event.clientX + grip.current)
    if (wanted !== undefined) onStretch(withEdge(stretch, edge, wanted, bounds))
  }
  return (
    <div
      className={styles.handle}
      data-edge={edge}
      role="slider"
      tabIndex={0}
      aria-label={t(`stretch.${edge}`)}
      aria-valuemin={own.from}
      aria-valuemax={own.to}
      aria-valuenow={at}
      aria-valuetext={t('stretch.value', { moment: momentWords(at), length: stretchLength(t, stretch) })}
      title={t('bar.keys')}
      style={{ left: `${shareOf(at, range) * 100}%` }}
      onKeyDown={press}
      onPointerDown={hold}
      onPointerMove={drag}
    />
  )
}
