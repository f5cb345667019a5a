// The essentials of the live layers on the plain map: standing by colour, water against the levels, open alarms.
import type { Position } from 'geojson'
import { MARK_TONE, tokenOf } from '../design/palette.ts'
import type { Geo } from './geo-query.ts'
import { ALARM_SIGNS } from './layers/alarm-signs.ts'
import { useAlarmSigns, useStandingAreas, useWaterStaffs } from './layers/layer-data.ts'
import type { MapLayerId } from './layers/layer-ids.ts'
import { STANDING_TONE } from './layers/standing.ts'
import { LEVEL_SHARES, STEPS } from './layers/water-levels.ts'

type Props = {
  readonly geo: Geo
  readonly layers: ReadonlySet<MapLayerId>
  readonly x: (lon: number) => number
  readonly y: (lat: number) => number
  readonly path: (line: readonly Position[]) => string
  /** Of one on the whole map, which a near view makes smaller. */
  readonly scale: number
}
const UNITS = 24
const STAFF = { width: 12, height: 40 }

export function PlainStandings({ geo, layers, path }: Pick<Props, 'geo' | 'layers' | 'path'>) {
  const areas = useStandingAreas(layers.has('standing'), geo)
  return (
    <g data-layer="standing">
      {areas.map(({ polygon, standing }) => (
        <path
          key={String(polygon[0])}
          d={`${path(polygon)}Z`}
          fill={tokenOf(STANDING_TONE[standing])}
          fillOpacity={0.55}
        />
      ))}
    </g>
  )
}

export function PlainSigns({ geo, layers, x, y, scale }: Omit<Props, 'path'>) {
  const staffs = useWaterStaffs(layers.has('water'))
  const alarms = useAlarmSigns(layers.has('alarms'), geo, scale)
  const { width, height } = STAFF
  return (
    <>
      <g data-layer="water">
        {staffs.map(({ id, at: [lon, lat], mark, fill }) => {
          const isOld = mark === 'stale' || mark === 'dead'
          const stands = fill === undefined || isOld ? 0 : (fill / STEPS) * height
          return (
            <g key={id} transform={`translate(${x(lon)} ${y(lat)}) scale(${scale})`} data-mark={mark}>
              <g transform={`translate(${-width / 2} ${-height / 2})`}>
                <rect width={width} height={height} fill={tokenOf('ground')} />
                <rect
                  y={height - stands}
                  width={width}
                  height={stands}
                  fill={tokenOf(mark === 'normal' ? 'river' : MARK_TONE[mark])}
                />
                <path
                  d={`M0 0H${width}V${height}H0Z${
                    fill === undefined
                      ? ''
                      : LEVEL_SHARES.map(share => `M-4 ${height * (1 - share)}H${width + 4}`).join('')
                  }`}
                  fill="none"
                  stroke={tokenOf(isOld ? MARK_TONE[mark] : 'text')}
                  strokeWidth={1.6}
                  strokeDasharray={isOld || fill === undefined ? '3 2' : undefined}
                />
              </g>
            </g>
          )
        })}
      </g>
      <g data-layer="alarms">
        {alarms.map(({ at: [lon, lat], sign, colour, size }) => {
          const shape = ALARM_SIGNS[sign as keyof typeof ALARM_SIGNS]
          const css = `rgb(${colour.join(' ')})`
          return (
            <path
              key={`${lon} ${lat} ${sign}`}
              d={shape.path}
              transform={`translate(${x(lon) - size / 2} ${y(lat) - size / 2}) scale(${size / UNITS})`}
              fill={shape.isFilled ? css : 'none'}
              stroke={css}
              strokeWidth={2}
            />
          )
        })}
      </g>
    </>
  )
}
