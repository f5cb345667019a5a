// The broker when the machine's clock is set forward: nobody who is connected is reported gone.
import pino from 'pino'
import { afterEach, expect, test, vi } from 'vitest'
import { createCounters } from '../../server/ingest/counters.ts'
import { startBroker } from '../../server/ingest/mqtt-broker.ts'
import { createPace } from '../../server/ingest/pace.ts'
import type { Device } from '../../server/registry/devices.ts'
import { connectDevice } from '../support/field-device.ts'
import { aDevicePlan } from '../support/station.ts'

const MINUTE_MS = 60_000
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('a clock set forward by an hour makes no last will of a connected device heard', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  // A busy machine: what is due every minute comes a moment late.
  const { setInterval } = globalThis
  vi.spyOn(globalThis, 'setInterval').mockImplementation((work, ms) =>
    setInterval(work, ms === MINUTE_MS ? ms + 1 : ms),
  )
  const heard: string[] = []
  const device: Device = {
    ...aDevicePlan(),
    isDisabled: false,
    tokenHash: '',
    previousTokenHash: null,
    previousTokenUntil: null,
    series: new Map(),
  }
  const signedIn = async () => ({ device, isStillGood: () => true })
  const broker = await startBroker({
    host: '127.0.0.1',
    port: 0,
    handle: async topic => {
      heard.push(topic)
      return 'stored'
    },
    authenticate: { byIdAndToken: signedIn, byCertificate: signedIn },
    pace: createPace(1_000, 1_000, 0),
    counters: createCounters(),
    now: Date.now,
    log: pino({ level: 'silent' }),
  })
  const field = await connectDevice(`mqtt://127.0.0.1:${broker.port}`, { id: device.id, token: 'x', keepalive: 0 })
  for (let half = 1; half <= 24; half++) {
    vi.advanceTimersByTime(MINUTE_MS / 2)
    if (half % 8 === 7) vi.setSystemTime(Date.now() + 60 * MINUTE_MS)
    await field.tell('{}')
  }
  expect(new Set(heard)).toEqual(new Set([`daisen/v1/my-dong/${device.id}/tele`]))
  field.client.end(true)
  await broker.stop()
})
