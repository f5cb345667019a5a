// /wall: the province at a glance, read from metres away, touched by nobody. Puts the parts in their places and sets the scale.
import '../alarms/words/vocabulary.ts'
import '../programme/words/vocabulary.ts'
import { lazy, type ReactNode, Suspense, useEffect, useSyncExternalStore } from 'react'
import { useAlarmPicture } from '../alarms/alarm-hooks.ts'
import { useParameters } from '../app/address.ts'
import { PanelBoundary } from '../app/panel-boundary.tsx'
import { ScreenProvider } from '../app/screen-provider.tsx'
import { Ribbon } from '../design/ribbon.tsx'
import { useMoment } from '../live/live-hooks.tsx'
import { Legend } from '../map/legend.tsx'
import { OverviewContext, useComputedOverview } from '../overview/overview-hooks.ts'
import { AlarmPanel } from './alarm-panel.tsx'
import { AlarmStrip } from './alarm-strip.tsx'
import { OldestTile, OnlineTile, RateTile, WaterTile } from './kpi-tiles.tsx'
import { orbitAt } from './orbit.ts'
import { panelAt } from './panel-turn.ts'
import { ProgrammeBoard } from './programme-board.tsx'
import { ProgrammeOverviewContext, useComputedProgramme } from './programme-overview.ts'
import { CriteriaTile, FundingTile, LateTasksTile, PlanTile, ReportsTile } from './programme-tiles.tsx'
import { takeoverAt } from './takeover.ts'
import { VillageBoard } from './village-board.tsx'
import { WallHeader } from './wall-header.tsx'
import styles from './wall-page.module.css'
import { DEFAULT_DISTANCE_METRES, DEFAULT_INCHES, parameterOr, type WallScale, wallScale } from './wall-scale.ts'

const MapView = lazy(async () => ({ default: (await import('../map/map-view.tsx')).MapView }))

/** Each panel has five: the field with the state of its data, the programme from its goal down to its money and reports. */
const TILES = {
  field: [
    ['water', WaterTile],
    ['online', OnlineTile],
    ['oldest', OldestTile],
    ['rate', RateTile],
    ['recognised', PlanTile],
  ],
  programme: [
    ['recognised', PlanTile],
    ['criteria', CriteriaTile],
    ['late-tasks', LateTasksTile],
    ['funding', FundingTile],
    ['reports', ReportsTile],
  ],
} as const

const FOLLOWS = ['programme', 'alarm'] as const

export function WallPage() {
  return (
    <ScreenProvider scope="province" follows={FOLLOWS}>
      <Wall />
    </ScreenProvider>
  )
}

function Wall() {
  const overview = useComputedOverview()
  const programme = useComputedProgramme()
  const { link, serverNow, refusal } = useMoment()
  const scale = useWallScale()
  const isWide = scale.layout === 'wide'
  const taken = takeoverAt(useAlarmPicture().state, serverNow)
  const panel = panelAt(serverNow, useParameters().get('panel'), taken !== undefined)
  useOrbit(serverNow, scale.unit)
  const map = (
    <MapView
      label={scale.label}
      unit={scale.unit}
      legend={legendFor(scale)}
      focus={taken?.about.position ?? undefined}
    />
  )
  return (
    <OverviewContext value={overview}>
      <ProgrammeOverviewContext value={programme}>
        <main
          className={styles.wall}
          data-layout={scale.layout}
          data-density={scale.density}
          data-link={link.kind === 'live' && !refusal ? 'live' : 'lost'}
        >
          <Ribbon />
          <WallHeader readableTo={scale.readableTo} panel={panel} />
          <div className={styles.scene}>
            {isWide && <Panel>{panel === 'programme' ? <ProgrammeBoard /> : <VillageBoard />}</Panel>}
            <Panel>
              <Suspense>{map}</Suspense>
            </Panel>
            <div className={styles.tiles} key={panel} data-panel={panel}>
              {panel === 'alarms' ? (
                <PanelBoundary>
                  <AlarmPanel taken={taken} />
                </PanelBoundary>
              ) : (
                TILES[panel].map(([id, TileOf]) => (
                  <PanelBoundary key={id}>
                    <TileOf />
                  </PanelBoundary>
                ))
              )}
              {isWide && (
                <div className={styles.legend}>
                  <Legend isShort={false} isRow />
                </div>
              )}
            </div>
          </div>
          <AlarmStrip />
        </main>
      </ProgrammeOverviewContext>
    </OverviewContext>
  )
}

function legendFor({ layout, density }: WallScale) {
  if (layout === 'wide') return 'none'
  if (layout === 'narrow') return 'below'
  return { full: 'full', short: 'short', tight: 'below-short' }[density] as 'full' | 'short' | 'below-short'
}

function Panel({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.panel}>
      <PanelBoundary>{children}</PanelBoundary>
    </div>
  )
}

const viewport = () => `${window.innerWidth} ${window.innerHeight}`
function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

/** `?distance=` metres and `?inches=` decide the type; the sizes go to CSS as custom properties of the page. */
function useWallScale(): WallScale {
  const [width = 1920, height = 1080] = useSyncExternalStore(onResize, viewport).split(' ').map(Number)
  const parameters = useParameters()
  const distance = parameterOr(parameters.get('distance'), 0.5, 30, DEFAULT_DISTANCE_METRES)
  const inches = parameterOr(parameters.get('inches'), 10, 400, DEFAULT_INCHES)
  const scale = wallScale(width, height, distance, inches)
  const { label, value, headline, unit } = scale
  useEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--label', `${label}px`)
    style.setProperty('--value', `${value}px`)
    style.setProperty('--headline', `${headline}px`)
    style.setProperty('--unit', String(unit))
    return () => {
      for (const name of ['--label', '--value', '--headline', '--unit']) style.removeProperty(name)
    }
  }, [label, value, headline, unit])
  return scale
}

function useOrbit(serverNow: number | undefined, unit: number): void {
  const { x, y } = orbitAt(serverNow ?? 0)
  useEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--orbit-x', `${x * unit}px`)
    style.setProperty('--orbit-y', `${y * unit}px`)
  }, [x, y, unit])
}
