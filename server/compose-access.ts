// Wires who may come in: accounts, sessions, paired displays, the guard before every route, the doors for people.
import express, { type RequestHandler, type Router } from 'express'
import type { Logger } from 'pino'
import { OPERATIONS } from '../shared/operations.ts'
import { provinceDayOf } from '../shared/programme/province-day.ts'
import { isValidOn } from '../shared/programme/units.ts'
import type { Registry } from '../shared/registry.ts'
import { villagesOfUnit } from '../shared/village-units.ts'
import { createAttempts } from './access/access-event.ts'
import { createAccounts } from './access/accounts.ts'
import { serveAccounts } from './access/accounts-http.ts'
import { type ActingFor, createActing } from './access/acting.ts'
import { serveDisplayPins } from './access/display-pin-http.ts'
import { createDisplayPins } from './access/display-pins.ts'
import { createFieldViews, type FieldViews } from './access/field-view.ts'
import { createGuard } from './access/guard.ts'
import { createIdentify, type Identify } from './access/identity.ts'
import { createMasking } from './access/masking.ts'
import { createMe } from './access/me.ts'
import { createOutsideAccounts } from './access/outside-accounts.ts'
import { createFlows } from './access/outside-flows.ts'
import { serveOutside } from './access/outside-http.ts'
import { loadMapping } from './access/outside-mapping.ts'
import { createOutsideProvider } from './access/outside-provider.ts'
import { serveOwnAccount } from './access/own-http.ts'
import { createPairedDisplays } from './access/paired-displays.ts'
import { servePaired } from './access/paired-http.ts'
import { type DisplayGrant, servePairing } from './access/pairing-http.ts'
import { createPairings } from './access/pairings.ts'
import { createPasswords } from './access/password-hash.ts'
import { createAccessRecords } from './access/records.ts'
import { createSessions } from './access/sessions.ts'
import { createSetUp, SET_UP_MS } from './access/set-up.ts'
import { createSignIn } from './access/sign-in.ts'
import { serveSignIn } from './access/sign-in-http.ts'
import type { EntryAccess } from './compose-entry.ts'
import type { Config } from './config.ts'
import type { PairingPart } from './displays/pairing-http.ts'
import { sameOrigin } from './http/same-origin.ts'
import { createRateLimit } from './ingest/rate.ts'
import type { Store } from './store/store.ts'

/** Requests to the doors of access, per address. */
const DOOR = { perSecond: 5, burst: 60 }
/** A screen asks for a code every ten minutes, and every second what became of it; a wall of many stands behind one address. */
const CODES = { perSecond: 0.5, burst: 30 }
const CLAIMS = { perSecond: 40, burst: 80 }
/** Requests of one account or display: a person with many pages, not a program that reads everything. */
const OWN = { perSecond: 50, burst: 1_000 }
const SWEEP_MS = 60_000
/** Who acts for the province acts for every village. */
const PROVINCE_KINDS: ReadonlySet<string> = new Set(['authority', 'department', 'province', 'group'])

export type AccessPart = {
  /** Every request that isn't for a page passes these: who it is, and what of the answer they may see. */
  readonly guard: readonly RequestHandler[]
  readonly router: Router
  /** What a browser is sent to by the identity provider: outside of the API, with checks of its own. */
  readonly pages: Router
  readonly identify: Identify
  readonly acting: ActingFor
  readonly views: FieldViews
  readonly pairing: PairingPart
  readonly entry: EntryAccess
  readonly catchUp: () => Promise<void>
  /** Says how the first administrator comes in, when there is none. */
  readonly announce: (url: string) => void
  readonly stop: () => Promise<void>
}
export type AccessPartDeps = {
  readonly config: Pick<Config, 'access' | 'oidc'>
  readonly store: Store
  readonly registry: Registry
  readonly localKey: string
  readonly allowedOrigins: () => ReadonlySet<string>
  /** The address that people open the station by. */
  readonly ownUrl: () => string
  /** Who has a unit's rights today. */
  readonly carriers: (unit: string) => readonly string[]
  readonly now: () => number
  readonly log: Logger
}

export async function startAccess(deps: AccessPartDeps): Promise<AccessPart> {
  const { config, store, registry, localKey, allowedOrigins, ownUrl, carriers, now, log } = deps
  const isOpen = config.access === 'open'
  // Where nobody signs in, nobody signs in elsewhere either.
  const oidc = isOpen ? undefined : config.oidc
  const unitById = new Map(registry.units.map(unit => [unit.id, unit]))
  const records = await createAccessRecords(store)
  const sessions = createSessions({ records, now })
  const displays = createPairedDisplays({ records, now })
  const pairings = createPairings<DisplayGrant>(now)
  const passwords = createPasswords()
  const attempts = createAttempts({
    store,
    now,
    onTrouble: error => log.warn({ reason: error.message }, 'could not write down an attempt'),
  })
  const hasUnit = (id: string) => unitById.has(id)
  const accounts = createAccounts({ records, sessions, passwords, hasUnit, now })
  const signIn = createSignIn({ records, sessions, passwords, attempts, now })
  const setUp = createSetUp(now)
  const identify = createIdentify({ isOpen, localKey, sessions, displays })
  const me = createMe({
    mode: config.access,
    records,
    carriers,
    unitName: id => unitById.get(id)?.name,
    outside: oidc?.name ?? null,
    isNew: () => !isOpen && !accounts.hasAdministrator(),
  })
  const rate = createRateLimit(DOOR.perSecond, DOOR.burst)
  const views = createFieldViews(registry)
  const today = () => provinceDayOf(now())

  const router = express.Router()
  router.use('/access', sameOrigin(allowedOrigins))
  router.use([
    serveSignIn({
      signIn,
      sessions,
      accounts,
      displays,
      setUp,
      identify,
      me,
      units: () =>
        registry.units
          .filter(unit => (unit.kind === 'authority' || unit.kind === 'department') && isValidOn(unit, today()))
          .map(({ id, name }) => ({ id, name })),
      rate,
      now,
    }),
    serveOwnAccount({ records, sessions, accounts, signIn, passwords, rate, now }),
    serveAccounts({ records, sessions, accounts, store, rate, now }),
    servePairing({
      pairings,
      paired: displays,
      openRate: createRateLimit(CODES.perSecond, CODES.burst),
      claimRate: createRateLimit(CLAIMS.perSecond, CLAIMS.burst),
      now,
    }),
    servePaired({ paired: displays, hasUnit, rate, now }),
    serveDisplayPins({
      pins: createDisplayPins({ records, passwords, attempts, now }),
      paired: displays,
      ownUrl,
      rate,
      now,
    }),
  ])

  const pages = express.Router()
  if (oidc)
    pages.use(
      serveOutside({
        provider: createOutsideProvider(oidc, now, error =>
          log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'identity provider'),
        ),
        flows: createFlows(now),
        accounts: createOutsideAccounts({
          records,
          sessions,
          attempts,
          grantsOf: loadMapping(oidc.mappingFile, id => unitById.has(id)),
          now,
        }),
        sessions,
        ownUrl,
        rate,
        now,
      }),
    )

  const sweeping = setInterval(() => {
    sessions.sweep().catch((error: Error) => log.warn({ reason: error.message }, 'could not sweep ended sessions'))
  }, SWEEP_MS)

  return {
    guard: [
      createGuard({
        operations: OPERATIONS,
        identify,
        sessions,
        attempts,
        rate: createRateLimit(OWN.perSecond, OWN.burst),
        now,
      }),
      createMasking(views),
    ],
    router,
    pages,
    identify,
    acting: createActing({
      attempts,
      carriers,
      villagesOf: unit =>
        PROVINCE_KINDS.has(unitById.get(unit)?.kind ?? '')
          ? undefined
          : (villagesOfUnit(registry, unit) ?? new Set<string>()),
    }),
    views,
    pairing: { pairings, paired: displays, attempts },
    entry: { records, passwords, paired: displays, attempts, isOpen, carriers, ownUrl },
    catchUp: records.reload,
    announce(url) {
      if (isOpen || accounts.hasAdministrator()) return
      const minutes = SET_UP_MS / 60_000
      log.warn(
        `chưa có quản trị viên, hãy mở (${minutes} phút) · no administrator yet, open (${minutes} min): ${url}/sign-in#${setUp.issue()}`,
      )
    },
    stop: async () => clearInterval(sweeping),
  }
}
