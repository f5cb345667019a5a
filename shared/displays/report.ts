// What a display says of itself, and what it is told. Shapes of the wire; nothing of them is kept beyond the last one.
import { z } from 'zod'
import { deskIdSchema } from '../desk/command-schema.ts'
import { displayIdSchema } from './profile-schema.ts'

/** What went wrong on the page since its last report. */
export const TROUBLES = ['stalled', 'silent', 'remounted', 'context-lost', 'thumbnail-failed'] as const
export type Trouble = (typeof TROUBLES)[number]

/** Beyond it there is no date. */
const MOST_CLOCK_MS = 8.64e15
const count = z.int().min(0).max(1_000_000)
export const displayReportSchema = z.strictObject({
  display: displayIdSchema,
  /** Of the page's build. */
  version: z.string().max(64),
  width: z.int().min(1).max(100_000),
  height: z.int().min(1).max(100_000),
  pixelRatio: z.number().min(0.1).max(16),
  /** What it shows now; null = nothing yet. */
  scene: z.string().max(80).nullable(),
  /** Frames a second over the last ten; null = not measured yet. */
  fps: z.number().min(0).max(1_000).nullable(),
  /** JavaScript heap in use; null where the browser doesn't say. */
  heapBytes: z.number().min(0).max(1e12).nullable(),
  /** What its own clock says, epoch milliseconds: a wrong one breaks certificates. Pages of older builds don't say. */
  clock: z.number().min(-MOST_CLOCK_MS).max(MOST_CLOCK_MS).optional(),
  uptimeMs: z.number().min(0).max(1e12),
  contextLosses: count,
  troubles: z.array(z.enum(TROUBLES)).max(TROUBLES.length),
  /** Entries that wait for the line; only kiosks say. */
  queued: count.optional(),
  /** Somebody is signed in or types: no picture is taken and a reload waits. Only kiosks say. */
  isInUse: z.boolean().optional(),
})
export type DisplayReport = z.infer<typeof displayReportSchema>

export const ORDERS = ['reload', 'identify', 'thumbnail'] as const
export type OrderKind = (typeof ORDERS)[number]
/** `since`: server time at which the replay began, so that all screens of a wall show the same instant. */
export const orderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(ORDERS) }),
  z.strictObject({ kind: z.literal('replay'), incident: deskIdSchema, since: z.int().min(0) }),
  z.strictObject({ kind: z.literal('end-replay') }),
])
export type Order = z.infer<typeof orderSchema>

/** Screens of one's own profile whose displays are there. */
export const fellowsSchema = z.strictObject({ profile: z.string(), alive: z.array(z.string()) })
export type Fellows = z.infer<typeof fellowsSchema>

export const MAX_THUMBNAIL_BYTES = 150_000
