// Every page people can come to, kind by kind: the one list for what must hold on all of them. A new kind of page without a row doesn't
// compile.
import type { Page } from '../../client/app/page-of.ts'

export type Place = {
  readonly path: string
  /** What stands on the page once it is drawn. */
  readonly drawn: string
}

const place = (path: string, drawn = 'main h2'): Place => ({ path, drawn })

const PAST = '2026-11-20T07:15:00%2B07:00'

/** `gauge-1` is a device that measures both. */
export const PAGES = {
  desktop: [
    place('/', 'main nav li a'),
    place('/?village=my-dong', '[data-testid="village-panel"]'),
    place('/?village=my-dong&tab=programme', '[data-testid="village-panel"] dl'),
    place('/?village=my-dong&station=gauge-1&series=gauge-1.water_level', '[data-testid="series-chart"] svg'),
    place(`/?at=${PAST}`, '[data-testid="time-bar"]'),
  ],
  programme: [
    place('/programme'),
    place('/programme/villages/my-dong'),
    place('/programme/criteria'),
    place('/programme/criteria?view=list'),
    place('/programme/tasks'),
    place('/programme/tasks?view=table'),
    place('/programme/tasks?view=timeline'),
    place('/programme/tasks/1.4'),
    place('/programme/funding'),
    place('/programme/reports/2025-Q2'),
    place('/programme/obstacles'),
    place('/programme/records'),
    place('/programme/history'),
    place('/programme/settings?part=calendar'),
    place(`/programme?at=${PAST}`),
  ],
  alarms: [
    place('/alarms', '[data-list="alarms"]'),
    place(`/alarms?at=${PAST}`, 'main p'),
    place('/alarms/history', 'main table'),
    place('/alarms/scorecard'),
    place('/alarms/rules', 'main table, main li'),
    place('/alarms/outbox'),
  ],
  history: [
    place('/history', 'main button'),
    place('/history?series=gauge-1.water_level,gauge-1.ph', '[data-testid="plot"] canvas'),
    place(
      '/history?series=gauge-1.water_level&view=calendar',
      '[data-calendar] [role="gridcell"], [data-calendar] svg',
    ),
    place('/history?series=gauge-1.water_level&view=hours', '[data-hours] table'),
  ],
  compare: [
    place('/compare?villages=my-dong,dinh-yen', 'main table, main h2'),
    place('/compare?series=gauge-1.water_level,gauge-1.ph', '[data-testid="comparison"] [role="img"]'),
  ],
  handover: [place('/handover')],
  displays: [place('/admin/displays'), place('/admin/displays/profiles')],
  accounts: [place('/admin/accounts', 'main table')],
  'access-log': [place('/admin/access-log', 'main table')],
  account: [place('/account', 'main > *')],
  'approve-entry': [place('/account/kiosk?code=000000', 'main [role]')],
  acknowledge: [place('/alarms/acknowledge', 'main h2, main p')],
  'sign-in': [place('/sign-in', 'main')],
  kiosk: [
    place('/kiosk', 'main li'),
    place('/kiosk/district-872', 'main h2'),
    place('/kiosk/commune-30226/entry', 'main form'),
  ],
  wall: [place('/wall', 'main')],
  // Of the project's own bench: no page for people.
  'map-bench': [],
} as const satisfies Readonly<Record<Page['kind'], readonly Place[]>>

/** Of people at desks and of officers at kiosks; the wall is read from afar and has rules of its own. */
export const PEOPLES_PAGES: readonly Place[] = Object.entries(PAGES).flatMap(([kind, places]) =>
  kind === 'wall' ? [] : places,
)
