// What one MQTT message means, whichever broker carried it: telemetry or a device's state. Says whether it may be acknowledged.
import type { Quantity } from '../../shared/registry.ts'
import type { Device, Devices } from '../registry/devices.ts'
import type { Counters } from './counters.ts'
import type { Ingest } from './ingest.ts'
import { parseTopic } from './topic.ts'

/** The largest message a device may send; a burst of buffered readings fits ten times over. */
export const MAX_MESSAGE_BYTES = 256 * 1024

/** `rejected` is acknowledged too: it would be just as wrong next time. It has been counted. */
export type Handled = 'stored' | 'rejected'

export type MessageDeps = {
  readonly ingest: Ingest
  readonly devices: Devices
  readonly counters: Counters
  /** The catalogue's `online` quantity: a state message is a reading of it. */
  readonly online: Quantity
  readonly latestOf: (n: number) => number | undefined
  readonly now: () => number
}

export type HandleMessage = (topic: string, payload: Uint8Array, isRetained: boolean) => Promise<Handled>

/** Rejects with StoreTrouble when the store couldn't write: then the message must not be acknowledged. */
export function createMessageHandler(deps: MessageDeps): HandleMessage {
  const { ingest, devices, counters, online, latestOf, now } = deps

  return async (topicName, payload, isRetained) => {
    const topic = parseTopic(topicName)
    const device = topic && devices.byId(topic.device)
    if (!topic || !device || device.isDisabled || device.village !== topic.village) return 'rejected'
    if (payload.byteLength > MAX_MESSAGE_BYTES) {
      counters.tooLarge(device.id)
      return 'rejected'
    }
    const body = parseJson(payload)
    if (body === undefined) {
      counters.rejected(device.id, 'bad-reading')
      return 'rejected'
    }
    if (topic.kind === 'state') return acceptState(device, body, isRetained)
    const reply = await ingest.accept(device, body)
    if (typeof reply !== 'string') return 'stored'
    if (reply === 'too-many') counters.tooLarge(device.id)
    else counters.rejected(device.id, reply === 'foreign-series' ? 'unknown-series' : 'bad-reading')
    return 'rejected'
  }

  /** A retained state tells what is, not that it just happened: it is only stored when it says something new. */
  async function acceptState(device: Device, body: unknown, isRetained: boolean): Promise<Handled> {
    const { online: isOnline, ts } = (body ?? {}) as { online?: unknown; ts?: unknown }
    if (typeof isOnline !== 'boolean') {
      counters.rejected(device.id, 'bad-reading')
      return 'rejected'
    }
    const series = await devices.ensureSeries(device, online, now())
    if (isRetained && latestOf(series.n) === Number(isOnline)) return 'stored'
    const current = devices.byId(device.id) ?? device
    await ingest.accept(current, { ts, values: { [online.code]: isOnline } })
    return 'stored'
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function parseJson(payload: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(payload))
  } catch {
    return undefined
  }
}
