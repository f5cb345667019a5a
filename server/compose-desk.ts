// Wires the desk: what is written down at the centre, its doors, and the screens that follow its events.
import express, { type Router } from 'express'
import type { Incident } from '../shared/desk/state.ts'
import type { Units } from '../shared/programme/units.ts'
import type { ActingFor } from './access/acting.ts'
import { createDesk } from './desk/desk.ts'
import { serveDesk } from './desk/http.ts'
import { sameOrigin } from './http/same-origin.ts'
import { createRateLimit } from './ingest/rate.ts'
import { createFollowers, type Followers } from './live/followers.ts'
import type { Store } from './store/store.ts'

/** Commands per address: a room of people behind one gateway, not a flood. */
const COMMANDS = { perSecond: 5, burst: 60 }

export type DeskPart = {
  readonly router: Router
  readonly followers: Followers
  readonly incident: (id: string) => Incident | undefined
  readonly catchUp: () => Promise<void>
}
export type DeskPartDeps = {
  readonly store: Store
  readonly units: Units
  readonly acting: ActingFor
  readonly allowedOrigins: () => ReadonlySet<string>
  readonly now: () => number
}

export async function startDesk({ store, units, acting, allowedOrigins, now }: DeskPartDeps): Promise<DeskPart> {
  /** Nobody follows while the log is read. */
  let tell = () => {}
  const desk = await createDesk({ store, units, now, onEvents: () => tell() })
  const followers = createFollowers({ ...desk, family: 'desk', head: () => desk.head().id })
  tell = followers.tell
  const router = express.Router()
  router.use('/desk', sameOrigin(allowedOrigins))
  router.use(serveDesk({ desk, acting, store, rate: createRateLimit(COMMANDS.perSecond, COMMANDS.burst), now }))
  return { router, followers, incident: id => desk.state().incidents.get(id), catchUp: desk.catchUp }
}
