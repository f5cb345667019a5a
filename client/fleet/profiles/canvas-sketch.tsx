// The canvas of a profile drawn to scale. A group has its number and its colour; a picture for who sees, one sentence for who listens.
import { useTranslation } from 'react-i18next'
import type { DisplayProfile } from '../../../shared/displays/profile.ts'
import styles from './canvas-sketch.module.css'
import { sketchOf } from './sketch.ts'

/** Colours before they begin again. */
const COLOURS = 5
/** Of a screen's shorter side, and of the whole width. */
const LABEL = { screen: 0.16, frame: 0.035 }

export function CanvasSketch({ profile }: { readonly profile: DisplayProfile }) {
  const { t } = useTranslation('fleet')
  const { frame, screens, parts } = sketchOf(profile)
  const { x, y, width, height } = frame
  const hasGroups = profile.groups.length > 1
  const about = t('profiles.sketch', { count: screens.length, groups: profile.groups.length })
  return (
    <svg className={styles.sketch} viewBox={`${x} ${y} ${width} ${height}`} role="img" aria-label={about}>
      {screens.map(({ screen, group }, i) => (
        // Two screens may have the same id while one types.
        // oxlint-disable-next-line react/no-array-index-key
        <rect key={i} className={styles.screen} data-colour={group % COLOURS} {...sidesOf(screen)} />
      ))}
      {parts.map(({ kind, rect, group }) => (
        <rect
          key={`${kind} ${rect.x} ${rect.y}`}
          className={styles.part}
          data-kind={kind}
          data-colour={group % COLOURS}
          {...sidesOf(rect)}
        />
      ))}
      {screens.map(({ screen, group }, i) => {
        const size = Math.max(Math.min(screen.width, screen.height) * LABEL.screen, width * LABEL.frame)
        return (
          <text
            // oxlint-disable-next-line react/no-array-index-key
            key={i}
            className={styles.label}
            x={screen.x + size * 0.5}
            y={screen.y + screen.height - size * 0.5}
            fontSize={size}
            strokeWidth={size * 0.2}
          >
            {hasGroups ? `${screen.id} · ${group + 1}` : screen.id}
          </text>
        )
      })}
    </svg>
  )
}

const sidesOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  x,
  y,
  width,
  height,
})
