// The one way in: decode → series known? → decide → commit → count, and tell the screens. Edges (HTTP, MQTT, import) only carry.
import type { IngestReply, RejectionCode } from '../../shared/api.ts'
import type { FrameColumns } from '../../shared/frame.ts'
import { parseTime } from '../../shared/time.ts'
import type { Device, DeviceSeries } from '../registry/devices.ts'
import { OUTCOME } from '../store/store.ts'
import { decide } from './accept.ts'
import type { Counters } from './counters.ts'
import { type Decoded, decodeReadings, type Malformed } from './decode.ts'
import { REJECTION_MESSAGE } from './rejection.ts'
import type { Rows, Writer } from './writer.ts'

/** A megabyte of rubbish must not come back as twenty megabytes of complaints. All are counted, this many are listed. */
export const MAX_LISTED_REJECTIONS = 1_000

export type IngestDeps = {
  readonly writer: Writer
  readonly counters: Counters
  readonly now: () => number
  /** Called after the commit with the readings that are now the newest of their series. */
  readonly onNewest: (newest: FrameColumns) => void
}
/** `foreign-series`: the request names another device's series; nothing of it is stored. */
export type IngestRefusal = Malformed | 'foreign-series'

export type Ingest = {
  /** Rejects with StoreTrouble when nothing could be written: the sender must send again. */
  readonly accept: (
    device: Device,
    body: unknown,
    options?: { isImport?: boolean },
  ) => Promise<IngestReply | IngestRefusal>
}

export function createIngest({ writer, counters, now, onNewest }: IngestDeps): Ingest {
  return {
    async accept(device, body, { isImport = false } = {}) {
      const decoded = decodeReadings(body)
      if (typeof decoded === 'string') return decoded
      if (namesAnotherDevice(device, body, decoded)) return 'foreign-series'

      const receivedAt = now()
      const rows: Rows = { n: [], t: [], v: [], q: [] }
      const rejected: IngestReply['rejected'] = []
      const refuse = (index: number, quantity: string | null, code: RejectionCode) => {
        counters.rejected(device.id, code)
        if (rejected.length < MAX_LISTED_REJECTIONS)
          rejected.push({ index, quantity, code, message: REJECTION_MESSAGE[code] })
      }

      for (const index of decoded.badReadings) refuse(index, null, 'bad-reading')
      for (const { index, key, value, unit, ts } of decoded.candidates) {
        const series = ownSeries(device, key)
        if (!series) {
          refuse(index, key.slice(0, 100), 'unknown-series')
          continue
        }
        const t = parseTime(ts, receivedAt)
        const decision = decide({ value, unit, t, quantity: series.quantity, now: receivedAt, isImport })
        if (decision.kind === 'reject') {
          refuse(index, series.quantity.code, decision.code)
          continue
        }
        rows.n.push(series.n)
        rows.t.push(decision.t)
        rows.v.push(decision.v)
        rows.q.push(decision.q)
      }

      const outcome = await writer.write(rows)
      counters.stored(device.id, outcome, rows.q, receivedAt)
      const newest = newestOf(rows, outcome)
      if (newest.n.length > 0) onNewest(newest)
      const duplicate = outcome.reduce(
        (sum, one) => sum + Number(one === OUTCOME.duplicate || one === OUTCOME.conflict),
        0,
      )
      return { accepted: outcome.length - duplicate, duplicate, rejected }
    },
  }
}

function ownSeries(device: Device, key: string): DeviceSeries | undefined {
  const own = `${device.id}.`
  return device.series.get(key.startsWith(own) ? key.slice(own.length) : key)
}

/** A key with a dot is a series id, a `device` field says whose the readings are: both must be the sender's own. */
function namesAnotherDevice(device: Device, body: unknown, { candidates }: Decoded): boolean {
  const claimed = typeof body === 'object' && body !== null && 'device' in body ? body.device : device.id
  return claimed !== device.id || candidates.some(({ key }) => key.includes('.') && !key.startsWith(`${device.id}.`))
}

function newestOf(rows: Rows, outcome: Uint8Array): FrameColumns {
  const kept = [...outcome.keys()].filter(i => outcome[i] === OUTCOME.newest)
  const pick = (column: readonly number[]) => kept.map(i => column[i] as number)
  return {
    n: Uint32Array.from(pick(rows.n)),
    t: Float64Array.from(pick(rows.t)),
    v: Float64Array.from(pick(rows.v)),
    q: Uint8Array.from(pick(rows.q)),
  }
}
