// What each layer says of itself in the legend: the same shapes and colours that the map draws.
import type { ReactNode } from 'react'
import { MARK_SHAPE } from '../../design/mark-shapes.ts'
import { MARK_TONE, tokenOf } from '../../design/palette.ts'
import { MARKS_WORST_FIRST } from '../../overview/stations.ts'
import { ALARM_SIGNS } from './alarm-signs.ts'
import { GLOW_TONE } from './glow.ts'
import type { MapLayerId } from './layer-ids.ts'
import { STANDING_TONE, STANDINGS } from './standing.ts'
import { WORK_SIGNS } from './works.ts'

export type LegendRow = {
  /** Below `map.layer.<id>.` in the vocabulary. */
  readonly word: string
  /** On a square of 24. */
  readonly drawing: ReactNode
}

const mark = (name: keyof typeof MARK_SHAPE): ReactNode => {
  const { path, isFilled, dash, strokeWidth } = MARK_SHAPE[name]
  const colour = tokenOf(MARK_TONE[name])
  return (
    <path
      d={path}
      fill={isFilled ? colour : 'none'}
      stroke={colour}
      strokeWidth={strokeWidth}
      strokeDasharray={dash.join(' ') || undefined}
    />
  )
}
const sign = ({ path, isFilled }: { readonly path: string; readonly isFilled: boolean }, colour: string): ReactNode => (
  <path d={path} fill={isFilled ? colour : 'none'} stroke={colour} strokeWidth={2} />
)
const glow = (colour: string): ReactNode => (
  <>
    <circle cx="12" cy="12" r="11" fill={colour} fillOpacity="0.25" stroke="none" />
    <circle cx="12" cy="12" r="6" fill={colour} fillOpacity="0.6" stroke="none" />
  </>
)

export const LEGEND_ROWS: Readonly<Record<MapLayerId, readonly LegendRow[]>> = {
  stations: [...MARKS_WORST_FIRST].reverse().map(name => ({ word: name, drawing: mark(name) })),
  alarms: [
    {
      word: 'asks',
      drawing: (
        <>
          {sign(ALARM_SIGNS.ring, tokenOf('warning'))}
          <path d="M12 7L17 12L12 17L7 12Z" fill={tokenOf('warning')} stroke="none" />
        </>
      ),
    },
  ],
  standing: STANDINGS.map(standing => ({
    word: standing,
    drawing: (
      <rect
        x="3"
        y="5"
        width="18"
        height="14"
        rx="2"
        fill={tokenOf(STANDING_TONE[standing])}
        fillOpacity="0.55"
        stroke={tokenOf(STANDING_TONE[standing])}
        strokeWidth={2}
      />
    ),
  })),
  water: [
    {
      word: 'staff',
      drawing: (
        <>
          <rect x="8" y="12" width="8" height="10" fill={tokenOf('river')} stroke="none" />
          <path d="M8 2H16V22H8ZM5 12H19M5 8H19M5 4H19" fill="none" stroke={tokenOf('text')} strokeWidth={1.4} />
        </>
      ),
    },
    {
      word: 'noLevels',
      drawing: <path d="M8 2H16V22H8Z" fill="none" stroke={tokenOf('text')} strokeWidth={1.6} strokeDasharray="3 2" />,
    },
  ],
  links: [
    {
      word: 'bow',
      drawing: (
        <>
          <path d="M2 19C6 8 14 4 22 5" fill="none" stroke={tokenOf('lotus')} strokeOpacity="0.5" strokeWidth={1.6} />
          <circle cx="9" cy="9" r="3" fill={tokenOf('lotus')} stroke="none" />
        </>
      ),
    },
  ],
  rain: [{ word: 'glow', drawing: glow(tokenOf(GLOW_TONE.rain)) }],
  pests: [{ word: 'glow', drawing: glow(tokenOf(GLOW_TONE.pests)) }],
  works: [
    { word: 'cameraOn', drawing: sign(WORK_SIGNS['camera-on'], tokenOf('text')) },
    { word: 'cameraOff', drawing: sign(WORK_SIGNS['camera-off'], tokenOf(MARK_TONE.dead)) },
    { word: 'lampOn', drawing: sign(WORK_SIGNS['lamp-on'], tokenOf('caution')) },
    { word: 'lampOff', drawing: sign(WORK_SIGNS['lamp-off'], tokenOf('text')) },
  ],
}
