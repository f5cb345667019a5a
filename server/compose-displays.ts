// Wires the displays: their profiles, the fleet, their doors, and the screens that follow their events.
import express, { type Router } from 'express'
import type { Incident } from '../shared/desk/state.ts'
import type { Units } from '../shared/programme/units.ts'
import type { ActingFor } from './access/acting.ts'
import type { FieldViews } from './access/field-view.ts'
import { createDisplays } from './displays/displays.ts'
import { createFleet, type Fleet } from './displays/fleet.ts'
import { serveDisplays } from './displays/http.ts'
import { type PairingPart, servePairingApproval } from './displays/pairing-http.ts'
import { serveReplays } from './displays/replay-http.ts'
import { plantProfiles, profileSeed } from './displays/seed.ts'
import { sameOrigin } from './http/same-origin.ts'
import { createRateLimit } from './ingest/rate.ts'
import { createFollowers, type Followers } from './live/followers.ts'
import type { Store } from './store/store.ts'

/** Commands, orders and pictures per address: a wall of many machines behind one gateway, not a flood. */
const REQUESTS = { perSecond: 10, burst: 100 }
/** How soon a machine that fell silent is missed by the others of its wall. */
const LOOK_MS = 2_000

export type DisplayPart = {
  readonly router: Router
  readonly followers: Followers
  readonly fleet: Fleet
  /** As an administrator called it; null = nobody did. */
  readonly nameOf: (display: string) => string | null
  readonly catchUp: () => Promise<void>
  readonly stop: () => Promise<void>
}
export type DisplayPartDeps = {
  readonly store: Store
  readonly units: Units
  readonly acting: ActingFor
  readonly pairing: PairingPart
  readonly views: FieldViews
  readonly incident: (id: string) => Incident | undefined
  readonly allowedOrigins: () => ReadonlySet<string>
  readonly now: () => number
}

export async function startDisplays({
  store,
  units,
  acting,
  pairing,
  views,
  incident,
  allowedOrigins,
  now,
}: DisplayPartDeps): Promise<DisplayPart> {
  await plantProfiles(store, profileSeed(), now())
  /** Nobody follows while the log is read. */
  let tell = () => {}
  const displays = await createDisplays({ store, units, now, onEvents: () => tell() })
  const followers = createFollowers({ ...displays, family: 'display', head: () => displays.head().id })
  const fleet = createFleet({ now, state: displays.state })
  tell = () => {
    followers.tell()
    fleet.tellFellows()
  }
  const looking = setInterval(fleet.tellFellows, LOOK_MS)
  const router = express.Router()
  router.use('/displays', sameOrigin(allowedOrigins))
  const rate = createRateLimit(REQUESTS.perSecond, REQUESTS.burst)
  router.use([
    serveReplays({ fleet, views, incident, rate, now }),
    serveDisplays({ displays, acting, fleet, store, rate, now }),
    servePairingApproval({ ...pairing, displays, acting, hasUnit: id => units.has(id), rate, now }),
  ])
  return {
    router,
    followers,
    fleet,
    nameOf: display => displays.state().displays.get(display)?.name ?? null,
    catchUp: displays.catchUp,
    stop: async () => clearInterval(looking),
  }
}
