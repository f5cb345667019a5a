// The alarm service by itself on a store, over one water gauge of a minute's interval, with the rule of support/alarms.ts.
import pino, { type Logger } from 'pino'
import { expect } from 'vitest'
import { type Alarms, createAlarms } from '../../server/alarms/alarms.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import type { Store } from '../../server/store/store.ts'
import type { FrameColumns } from '../../shared/frame.ts'
import { EMPTY_STATE } from '../../shared/programme/state.ts'
import { unitsById } from '../../shared/programme/units.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { alarmOf, anAlarmCommand, aRule } from '../support/alarms.ts'
import { aRow, aSeries, batchOf } from '../support/stored.ts'

export const POLL = { timeout: 10_000, interval: 20 } as const
const registry = loadRegistry()
let lastKey = 0

export type ServiceOptions = {
  readonly store: Store
  readonly series: CatalogueSeries
  readonly now?: () => number
  readonly log?: Logger
}

/** Watches when it resolves. */
export async function startService({
  store,
  series,
  now = Date.now,
  log = pino({ level: 'silent' }),
}: ServiceOptions): Promise<Alarms> {
  const alarms = await createAlarms({
    store,
    registry,
    units: unitsById(registry.units),
    catalogue: () => [series],
    programme: { state: () => EMPTY_STATE, today: () => '2026-11-26', catchUp: async () => undefined },
    now,
    log,
    onEvents: () => undefined,
  })
  const publish = anAlarmCommand('publish-rule', { rule: aRule(), expected: 0, reason: null })
  if (!alarms.state().rules.has('test-high')) await alarms.execute(publish, `rule-${++lastKey}`)
  await expect.poll(() => alarms.watches().has(alarmOf(series.device)), POLL).toBe(true)
  return alarms
}

/** A gauge with a fresh series in the store. */
export async function aGauge(store: Store) {
  const n = await aSeries(store)
  const device = `gauge-${n}`
  const series: CatalogueSeries = {
    n,
    id: `${device}.water_level`,
    device,
    deviceName: 'Trạm thử',
    village: 'my-dong',
    quantity: 'water_level',
    unit: 'm',
    lon: 105.8,
    lat: 10.5,
    intervalMs: 60_000,
    source: 'measured',
  }
  const alarm = alarmOf(device)
  return {
    series,
    alarm,
    /** What the store takes in, as the alarms then get it. */
    async measured(v: number, t: number = Date.now()): Promise<FrameColumns> {
      const batch = batchOf([aRow(n, t, v)])
      await store.append(batch)
      return batch
    },
    /** Types of its events, oldest first. */
    courseOf: async () => (await store.eventsAbout(`alarm:${alarm}`, 100)).map(({ type }) => type).toReversed(),
  }
}
