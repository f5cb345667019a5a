// Wires entry at kiosks: sessions of officers, their doors, what they may enter for the kiosk's unit.
import express, { type Router } from 'express'
import type { Logger } from 'pino'
import { unitsWith } from '../shared/access/judge.ts'
import type { Attempts } from './access/access-event.ts'
import type { PairedDisplays } from './access/paired-displays.ts'
import type { Passwords } from './access/password-hash.ts'
import type { AccessRecords, EntryRecord } from './access/records.ts'
import { createEntryCodes } from './entry/entry-codes.ts'
import { createEntrySessions } from './entry/entry-sessions.ts'
import { createEntrySignIn } from './entry/entry-sign-in.ts'
import { createPlaceOf } from './entry/place.ts'
import { serveEntrySessions } from './entry/session-http.ts'
import { type EntryWorkDeps, serveEntryWork } from './entry/work-http.ts'
import { sameOrigin } from './http/same-origin.ts'
import { createRateLimit } from './ingest/rate.ts'

/** Requests per address: the kiosks of an office. */
const DOOR = { perSecond: 5, burst: 60 }
const CLAIMS = { perSecond: 20, burst: 60 }
const ENTRIES = { perSecond: 10, burst: 120 }
/** How soon a session ends whose person or display may no longer. */
const LOOK_MS = 500

/** What entry needs of access, beside its doors. */
export type EntryAccess = {
  readonly records: AccessRecords
  readonly passwords: Passwords
  readonly paired: PairedDisplays
  readonly attempts: Attempts
  readonly isOpen: boolean
  readonly carriers: (unit: string) => readonly string[]
  readonly ownUrl: () => string
}
export type EntryPartDeps = EntryAccess &
  Pick<EntryWorkDeps, 'programme' | 'evidence' | 'now'> & {
    readonly displayName: (id: string) => string | null
    readonly allowedOrigins: () => ReadonlySet<string>
    readonly log: Logger
  }
export type EntryPart = { readonly router: Router; readonly stop: () => Promise<void> }

export function startEntry(deps: EntryPartDeps): EntryPart {
  const { records, passwords, paired, attempts, programme, evidence, isOpen, carriers, now, log } = deps
  const { units } = programme

  function isGood({ account: id, display, pairedAt, unit }: EntryRecord): boolean {
    if (pairedAt === null ? !isOpen : !isStillThere(display, pairedAt, unit)) return false
    if (id === null) return isOpen
    const account = records.get('account', id)
    return (
      account !== undefined &&
      !account.isDisabled &&
      unitsWith(account.grants, 'enter').flatMap(carriers).includes(unit)
    )
  }
  function isStillThere(display: string, pairedAt: number, unit: string): boolean {
    const held = paired.all().get(display)
    if (!held || held.pairedAt !== pairedAt || held.copiedAt !== null) return false
    return held.scope === 'province' || carriers(held.scope.replace(/^unit:/, '')).includes(unit)
  }

  const entries = createEntrySessions({ records, isGood, now })
  const signIn = createEntrySignIn({ records, entries, passwords, attempts, carriers, now })
  const router = express.Router()
  router.use('/entry', sameOrigin(deps.allowedOrigins))
  router.use([
    serveEntrySessions({
      records,
      entries,
      signIn,
      codes: createEntryCodes(now),
      placeOf: createPlaceOf({ paired, isOpen, hasUnit: id => units.has(id) }),
      isOpen,
      attempts,
      unitName: id => units.get(id)?.name ?? id,
      displayName: deps.displayName,
      ownUrl: deps.ownUrl,
      rate: createRateLimit(DOOR.perSecond, DOOR.burst),
      claimRate: createRateLimit(CLAIMS.perSecond, CLAIMS.burst),
      now,
    }),
    serveEntryWork({
      programme,
      entries,
      evidence,
      rate: createRateLimit(ENTRIES.perSecond, ENTRIES.burst),
      now,
    }),
  ])
  const looking = setInterval(() => {
    entries.look().catch((error: Error) => log.warn({ reason: error.message }, 'could not end entry sessions'))
  }, LOOK_MS)
  return { router, stop: async () => clearInterval(looking) }
}
