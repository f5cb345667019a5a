// What is known of who may come in, in memory as in the store: small, read whole at start. Every change is on disk before it counts.
import { z } from 'zod'
import { grantsSchema } from '../../shared/access/grant-schema.ts'
import { AUDIENCES } from '../../shared/access/role.ts'
import type { AccessStore } from '../store/access.ts'
import type { NewEvent } from '../store/store.ts'

/** Two months of daily renewals. */
export const MOST_SPENT = 60

const accountSchema = z.strictObject({
  login: z.string(),
  name: z.string(),
  grants: grantsSchema,
  /** Null: no password yet, or only through the identity provider. */
  passwordHash: z.string().nullable(),
  /** Base32; null = no second factor. */
  totpSecret: z.string().nullable(),
  /** The last time step whose code was used: a code is good once. */
  totpStep: z.int(),
  isDisabled: z.boolean(),
  /** `issuer subject` of the identity provider that vouches for the account. */
  outside: z.string().nullable(),
  createdAt: z.int(),
})
/** Its id is the hash of the token that the browser holds. */
const sessionSchema = z.strictObject({
  account: z.string(),
  createdAt: z.int(),
  seenAt: z.int(),
  address: z.string(),
  agent: z.string(),
  how: z.enum(['password', 'outside']),
})
/** Its id is the hash of the token in the link. */
const invitationSchema = z.strictObject({ account: z.string(), expiresAt: z.int() })
const displaySchema = z.strictObject({
  /** Hash of the token in use. */
  token: z.string(),
  /** Those renewed away, newest first: the newest stays good until the one in use was seen, the others only tell a copy. */
  spent: z.array(z.string()).max(MOST_SPENT),
  rotatedAt: z.int(),
  isRenewed: z.boolean(),
  scope: z.string(),
  audience: z.enum(AUDIENCES),
  pairedAt: z.int(),
  pairedBy: z.string(),
  seenAt: z.int(),
  address: z.string(),
  /** An old token came back after the new one was used: two machines say they are this one. */
  copiedAt: z.int().nullable(),
})
/** Of a person for kiosks; its id is the account's. */
const pinSchema = z.strictObject({ hash: z.string(), setAt: z.int() })
/** An entry session at a kiosk, kept until what was entered in it can't arrive any more. Its id is the hash of its ticket. */
const entrySchema = z.strictObject({
  /** Null: nobody signs in here, it is who they say. */
  account: z.string().nullable(),
  name: z.string(),
  /** The unit that is acted for. */
  unit: z.string(),
  display: z.string(),
  /** Of that pairing only; null where displays aren't paired. */
  pairedAt: z.int().nullable(),
  openedAt: z.int(),
  endedAt: z.int().nullable(),
})
/** Its id is a display's, or `all`. */
const servicePinSchema = z.strictObject({ hash: z.string(), setAt: z.int(), setBy: z.string() })
const SCHEMAS = {
  account: accountSchema,
  session: sessionSchema,
  invitation: invitationSchema,
  display: displaySchema,
  pin: pinSchema,
  entry: entrySchema,
  'service-pin': servicePinSchema,
} as const

export type RecordKind = keyof typeof SCHEMAS
export type RecordOf<K extends RecordKind> = z.infer<(typeof SCHEMAS)[K]>
export type Account = RecordOf<'account'>
export type Session = RecordOf<'session'>
export type PairedDisplay = RecordOf<'display'>
export type EntryRecord = RecordOf<'entry'>

export type RecordChange = {
  [K in RecordKind]: { readonly kind: K; readonly id: string; readonly body: RecordOf<K> | null }
}[RecordKind]

export type AccessRecords = {
  readonly get: <K extends RecordKind>(kind: K, id: string) => RecordOf<K> | undefined
  readonly all: <K extends RecordKind>(kind: K) => ReadonlyMap<string, RecordOf<K>>
  /** Rejects with StoreTrouble, and then nothing has changed. */
  readonly change: (records: readonly RecordChange[], events: readonly NewEvent[]) => Promise<void>
  /** One after the other: what is decided on the records must still be true when it is written. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
  /** Reads anew what another process may have changed. */
  readonly reload: () => Promise<void>
}

type Held = { readonly [K in RecordKind]: Map<string, RecordOf<K>> }

export async function createAccessRecords(store: AccessStore): Promise<AccessRecords> {
  let held = await load(store)
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const run = turn.then(work)
    turn = run.catch(() => undefined)
    return run
  }
  return {
    get: (kind, id) => held[kind].get(id),
    all: kind => held[kind],
    async change(records, events) {
      await store.changeAccess({ records, events })
      for (const { kind, id, body } of records)
        if (body === null) held[kind].delete(id)
        else (held[kind] as Map<string, unknown>).set(id, body)
    },
    inTurn,
    reload: () =>
      inTurn(async () => {
        held = await load(store)
      }),
  }
}

async function load(store: AccessStore): Promise<Held> {
  const held: Held = {
    account: new Map(),
    session: new Map(),
    invitation: new Map(),
    display: new Map(),
    pin: new Map(),
    entry: new Map(),
    'service-pin': new Map(),
  }
  for (const { kind, id, body } of await store.accessRecords()) {
    // A newer station may keep more kinds; they are none of ours.
    if (!Object.hasOwn(SCHEMAS, kind)) continue
    const known = kind as RecordKind
    const maps: Record<RecordKind, Map<string, unknown>> = held
    maps[known].set(id, SCHEMAS[known].parse(body))
  }
  return held
}
