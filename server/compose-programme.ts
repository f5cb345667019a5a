// Wires the programme: its state, its doors, its evidence files, and the screens that follow its events.
import { join } from 'node:path'
import express, { type Router } from 'express'
import type { Logger } from 'pino'
import { carriersOf } from '../shared/programme/decide-rights.ts'
import type { Registry } from '../shared/registry.ts'
import type { ActingFor } from './access/acting.ts'
import { createEvidenceStore, type EvidenceStore } from './evidence/evidence-store.ts'
import { serveEvidence } from './evidence/http.ts'
import { sameOrigin } from './http/same-origin.ts'
import { createRateLimit } from './ingest/rate.ts'
import { createFollowers, type Followers } from './live/followers.ts'
import { serveCommands } from './programme/commands-http.ts'
import { serveExchange } from './programme/exchange-http.ts'
import { serveLists } from './programme/lists-http.ts'
import { serveLog } from './programme/log-http.ts'
import { createMeasurements } from './programme/measurements.ts'
import { serveMeasurements } from './programme/measurements-http.ts'
import { createProgramme, type Programme } from './programme/programme.ts'
import { programmeSeed } from './programme/seed.ts'
import type { Devices } from './registry/devices.ts'
import type { Store } from './store/store.ts'

/** Commands and uploads per address: an office behind one gateway, not a flood. */
const COMMANDS = { perSecond: 10, burst: 60 }
/** A file is uploaded before the entry that names it: left alone so long. */
const UNUSED_FILE_MS = 2 * 86_400_000
const SWEEP_EVERY_MS = 3_600_000

export type ProgrammePart = {
  readonly programme: Pick<Programme, 'state' | 'units' | 'today' | 'execute'>
  readonly evidence: EvidenceStore
  readonly router: Router
  readonly followers: Followers
  /** Who has a unit's rights and duties today. */
  readonly carriers: (unit: string) => readonly string[]
  readonly catchUp: () => Promise<void>
  readonly stop: () => Promise<void>
}
export type ProgrammePartDeps = {
  readonly store: Store
  readonly registry: Registry
  readonly devices: Devices
  readonly acting: ActingFor
  readonly dataDir: string
  readonly allowedOrigins: () => ReadonlySet<string>
  readonly now: () => number
  readonly log: Logger
}

export async function startProgramme(deps: ProgrammePartDeps): Promise<ProgrammePart> {
  const { store, registry, devices, acting, dataDir, allowedOrigins, now, log } = deps
  /** Nobody follows while the programme reads its log. */
  let followers: Followers | undefined
  const programme = await createProgramme({
    store,
    units: registry.units,
    seed: programmeSeed(registry),
    now,
    onEvents: () => followers?.tell(),
  })
  followers = createFollowers({ ...programme, family: 'programme', head: () => programme.head().id })
  const evidence = await createEvidenceStore({ folder: join(dataDir, 'evidence'), now })
  const rate = createRateLimit(COMMANDS.perSecond, COMMANDS.burst)

  const sweeping = setInterval(() => {
    evidence
      .sweep(programme.refersTo, now() - UNUSED_FILE_MS)
      .catch((error: Error) => log.warn({ reason: error.message }, 'could not sweep unused evidence'))
  }, SWEEP_EVERY_MS)

  const router = express.Router()
  router.use('/programme', sameOrigin(allowedOrigins))
  router.use([
    serveEvidence({ store: evidence }),
    serveCommands({ programme, acting, hasEvidence: evidence.has, rate, now }),
    serveExchange({ programme, acting, now, rate }),
    serveLog({ programme, store, now }),
    serveMeasurements({ programme, measurements: createMeasurements({ store, devices, now }) }),
    serveLists({ programme }),
  ])
  return {
    programme,
    evidence,
    router,
    followers,
    carriers: unit =>
      carriersOf({ state: programme.state(), units: programme.units, today: programme.today() }, unit).map(
        ({ id }) => id,
      ),
    catchUp: programme.catchUp,
    stop: async () => clearInterval(sweeping),
  }
}
