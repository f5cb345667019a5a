// The devices and series the station knows now, held in memory and refreshed from the store. Who may publish what is asked here.

import { seriesIdOf } from '../../shared/ids.ts'
import type { Quantity, Registry } from '../../shared/registry.ts'
import type { DeviceSite, Store, StoredRegistry } from '../store/store.ts'
import { hashToken } from './token.ts'

export type DeviceSeries = {
  readonly n: number
  readonly id: string
  readonly device: Device
  readonly quantity: Quantity
  readonly unit: string
  readonly intervalMs: number | null
}
export type Device = DeviceSite & {
  readonly isDisabled: boolean
  readonly tokenHash: string
  readonly previousTokenHash: string | null
  readonly previousTokenUntil: number | null
  /** By quantity code. */
  readonly series: ReadonlyMap<string, DeviceSeries>
}

export type Devices = {
  readonly all: () => readonly Device[]
  readonly allSeries: () => readonly DeviceSeries[]
  readonly byId: (id: string) => Device | undefined
  readonly seriesById: (id: string) => DeviceSeries | undefined
  /** The enabled device that holds this token now. */
  readonly byToken: (token: string, now: number) => Device | undefined
  /** Reads the store again; true when something differs from before. */
  readonly refresh: () => Promise<boolean>
  /** Gives a device the series of a quantity if it hasn't one yet (the state topic does this for `online`). */
  readonly ensureSeries: (device: Device, quantity: Quantity, at: number) => Promise<DeviceSeries>
}

type Held = {
  readonly devices: ReadonlyMap<string, Device>
  readonly series: ReadonlyMap<string, DeviceSeries>
  readonly byTokenHash: ReadonlyMap<string, Device>
  readonly fingerprint: string
}

export async function createDevices(store: Store, registry: Registry): Promise<Devices> {
  const quantities = new Map(registry.quantities.map(quantity => [quantity.code, quantity]))
  let held = holdingOf(await store.registry(), quantities)

  async function refresh(): Promise<boolean> {
    const next = holdingOf(await store.registry(), quantities)
    if (next.fingerprint === held.fingerprint) return false
    held = next
    return true
  }

  return {
    all: () => [...held.devices.values()],
    allSeries: () => [...held.series.values()],
    byId: id => held.devices.get(id),
    seriesById: id => held.series.get(id),
    byToken(token, now) {
      const hash = hashToken(token)
      const device = held.byTokenHash.get(hash)
      return device && holdsToken(device, hash, now) ? device : undefined
    },
    refresh,
    async ensureSeries(device, quantity, at) {
      const find = () => held.devices.get(device.id)?.series.get(quantity.code)
      if (!find()) {
        const { code, unit, intervalMs } = quantity
        await store.addSeries(device.id, { quantity: code, unit, intervalMs }, at, `device:${device.id}`)
        await refresh()
      }
      const series = find()
      if (!series) throw new Error(`device ${device.id} vanished while its series was added`)
      return series
    },
  }
}

/** Whether a device may act with the token of this hash: its present one, or the one before while that still works. */
export function holdsToken(device: Device, hash: string, now: number): boolean {
  if (device.isDisabled) return false
  const { tokenHash, previousTokenHash, previousTokenUntil } = device
  return hash === tokenHash || (hash === previousTokenHash && previousTokenUntil !== null && now < previousTokenUntil)
}

/** Series of a quantity that left the catalogue are kept in the store but not served. */
function holdingOf(stored: StoredRegistry, quantities: ReadonlyMap<string, Quantity>): Held {
  const devices = new Map<string, Device & { series: Map<string, DeviceSeries> }>()
  for (const { createdAt: _createdAt, disabledAt, ...device } of stored.devices)
    devices.set(device.id, { ...device, isDisabled: disabledAt !== null, series: new Map() })
  const series = new Map<string, DeviceSeries>()
  for (const { n, device: deviceId, quantity: code, unit, intervalMs } of stored.series) {
    const device = devices.get(deviceId)
    const quantity = quantities.get(code)
    if (!device || !quantity) continue
    const one = { n, id: seriesIdOf(deviceId, code), device, quantity, unit, intervalMs }
    device.series.set(code, one)
    series.set(one.id, one)
  }
  const byTokenHash = new Map(
    [...devices.values()].flatMap(device =>
      [device.previousTokenHash, device.tokenHash].flatMap(hash => (hash === null ? [] : [[hash, device] as const])),
    ),
  )
  return { devices, series, byTokenHash, fingerprint: JSON.stringify(stored) }
}
