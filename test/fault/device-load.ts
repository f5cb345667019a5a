// Devices that never give up: each keeps sending batches, remembers what wasn't acknowledged and sends that again after a restart.
// Some acknowledged batches are sent again as well, as a device does whose answer got lost.
import mqtt, { type MqttClient } from 'mqtt'
import { ingestReplySchema } from '../../shared/api.ts'
import type { FleetDevice } from '../support/fleet.ts'
import type { Chance } from '../support/seed.ts'
import type { Ledger, Sent } from './ledger.ts'

const MQTT_IN_FLIGHT = 8
const REPEATED = 0.1
/** Some readings are an hour old, so that every start has something to move from the hot to the cold table. */
const OLD = 0.2
const OLD_MS = 3_600_000

export type Addresses = { readonly url: string; readonly mqttHost: string; readonly mqttPort: number }
export type DeviceLoad = {
  /** Connects and sends until `stop`, or until the server is gone; `onlyOwed` sends what is unacknowledged and nothing new. */
  readonly run: (to: Addresses, options?: { onlyOwed?: boolean }) => Promise<void>
  readonly stop: () => void
  readonly owed: () => number
}

type Batch = readonly Sent[]
/** Resolves true when acknowledged. */
type Deliver = (batch: Batch) => Promise<boolean>

type LoadDeps = {
  readonly device: FleetDevice
  readonly chance: Chance
  readonly ledger: Ledger
  readonly firstT: number
}

export function createHttpLoad(deps: LoadDeps): DeviceLoad {
  return createLoad(deps, 1, 40, async ({ url }) => ({
    deliver: async batch => {
      const answer = await fetch(`${url}/api/v1/ingest`, {
        method: 'POST',
        headers: { authorization: `Bearer ${deps.device.token}` },
        body: bodyOf(batch),
      })
      if (answer.status !== 200) return false
      const { accepted, duplicate, rejected } = ingestReplySchema.parse(await answer.json())
      if (accepted + duplicate !== batch.length || rejected.length > 0)
        throw new UnfaithfulAnswer(`${accepted} + ${duplicate} of ${batch.length}`)
      return true
    },
    close: () => undefined,
  }))
}

export function createMqttLoad(deps: LoadDeps): DeviceLoad {
  const { id, token, topic } = deps.device
  return createLoad(deps, MQTT_IN_FLIGHT, 4, async ({ mqttHost, mqttPort }) => {
    const client: MqttClient = mqtt.connect(`mqtt://${mqttHost}:${mqttPort}`, {
      clientId: id,
      username: id,
      password: token,
      reconnectPeriod: 0,
    })
    client.on('error', () => undefined)
    const lost = new Promise<false>(resolve => client.once('close', () => resolve(false)))
    // A server that dies while we connect closes without an error.
    const isConnected = await Promise.race([
      new Promise<true>(resolve => client.once('connect', () => resolve(true))),
      lost,
    ])
    if (!isConnected) throw new Error('the server went away')
    return {
      deliver: batch =>
        Promise.race([
          client.publishAsync(topic, bodyOf(batch), { qos: 1 }).then(
            () => true,
            () => false,
          ),
          lost,
        ]),
      close: () => void client.end(true),
    }
  })
}

/** A wrong answer is a failure of the server; a missing one isn't. */
export class UnfaithfulAnswer extends Error {}

type Connect = (to: Addresses) => Promise<{ readonly deliver: Deliver; readonly close: () => void }>

function createLoad(deps: LoadDeps, inFlight: number, maxRows: number, connect: Connect): DeviceLoad {
  const { device, chance, ledger } = deps
  const unacknowledged: Batch[] = []
  let t = deps.firstT
  let isStopped = false

  function freshBatch(): Batch {
    const rows = 1 + chance.below(maxRows)
    const ageMs = chance.next() < OLD ? OLD_MS : 0
    return Array.from({ length: rows }, () => {
      t++
      const quantity = device.quantities[t % device.quantities.length] ?? ''
      return { series: `${device.id}.${quantity}`, t: t - ageMs, v: chance.below(1_000_000) / 1_000 }
    })
  }

  async function deliverAll(deliver: Deliver, onlyOwed: boolean): Promise<void> {
    while (!isStopped) {
      const batch = unacknowledged.shift() ?? (onlyOwed ? undefined : freshBatch())
      if (!batch) return
      const copies = chance.next() < REPEATED ? 2 : 1
      for (let copy = 0; copy < copies; copy++) {
        const isAcknowledged = await deliver(batch).catch((error: unknown) => {
          if (error instanceof UnfaithfulAnswer) throw error
          return false
        })
        if (isAcknowledged) ledger.note(batch)
        else if (copy === 0) unacknowledged.push(batch)
        if (!isAcknowledged) return
      }
    }
  }

  return {
    async run(to, { onlyOwed = false } = {}) {
      isStopped = false
      const link = await connect(to).catch(() => undefined)
      if (!link) return
      await Promise.all(Array.from({ length: inFlight }, () => deliverAll(link.deliver, onlyOwed)))
      link.close()
    },
    stop() {
      isStopped = true
    },
    owed: () => unacknowledged.length,
  }
}

function bodyOf(batch: Batch): string {
  return JSON.stringify({ readings: batch.map(({ series, t, v }) => ({ ts: t, values: { [series]: v } })) })
}
