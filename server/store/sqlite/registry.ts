// Devices and series; every change of them is recorded as an event. Synchronous; inside the store's worker only.
import type { DatabaseSync } from 'node:sqlite'
import type {
  NewDevice,
  NewEvent,
  NewSeries,
  StoredDevice,
  StoredRegistry,
  StoredSeries,
  TokenRotation,
} from '../store.ts'

export type RegistryTables = {
  readonly registry: () => StoredRegistry
  readonly addDevice: (device: NewDevice, series: readonly NewSeries[], actor: string) => boolean
  readonly addSeries: (device: string, series: NewSeries, at: number, actor: string) => boolean
  readonly rotateToken: (device: string, rotation: TokenRotation) => boolean
  readonly disableDevice: (device: string, at: number, actor: string) => boolean
}

/** @param record writes the event of a change, within its transaction */
export function createRegistryTables(db: DatabaseSync, record: (event: NewEvent) => void): RegistryTables {
  const devices = db.prepare(
    `select id, name, village, lon, lat, source, token_hash as tokenHash, previous_token_hash as previousTokenHash,
       previous_token_until as previousTokenUntil, created_at as createdAt, disabled_at as disabledAt
     from device order by id`,
  )
  const series = db.prepare('select n, device, quantity, unit, interval_ms as intervalMs from series order by n')
  const hasDevice = db.prepare('select 1 from device where id = ?')
  const insertDevice = db.prepare(
    'insert into device (id, name, village, lon, lat, source, token_hash, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const insertSeries = db.prepare(
    'insert into series (device, quantity, unit, interval_ms) values (?, ?, ?, ?) on conflict do nothing',
  )
  const tokenOf = db.prepare('select token_hash as tokenHash, disabled_at as disabledAt from device where id = ?')
  const setToken = db.prepare(
    `update device set token_hash = ?, previous_token_hash = ?, previous_token_until = ?, disabled_at = null
     where id = ?`,
  )
  const setDisabled = db.prepare('update device set disabled_at = ? where id = ?')

  return {
    registry: () => ({
      devices: devices.all() as unknown as StoredDevice[],
      series: series.all() as unknown as StoredSeries[],
    }),
    addDevice(device, itsSeries, actor) {
      const { id, name, village, lon, lat, source, tokenHash, createdAt } = device
      if (hasDevice.get(id)) return false
      insertDevice.run(id, name, village, lon, lat, source, tokenHash, createdAt)
      for (const one of itsSeries) insertSeries.run(id, one.quantity, one.unit, one.intervalMs)
      const data = { name, village, lon, lat, source, series: itsSeries }
      record({ at: createdAt, actor, type: 'device.added', subject: id, data })
      return true
    },
    addSeries(device, one, at, actor) {
      if (!hasDevice.get(device)) return false
      if (insertSeries.run(device, one.quantity, one.unit, one.intervalMs).changes > 0)
        record({ at, actor, type: 'device.series-added', subject: device, data: one })
      return true
    },
    rotateToken(device, { tokenHash, previousUntil, at, actor }) {
      const present = tokenOf.get(device) as Pick<StoredDevice, 'tokenHash' | 'disabledAt'> | undefined
      if (!present) return false
      const until = present.disabledAt === null ? previousUntil : null
      setToken.run(tokenHash, until === null ? null : present.tokenHash, until, device)
      record({ at, actor, type: 'device.token-rotated', subject: device, data: { previousUntil: until } })
      return true
    },
    disableDevice(device, at, actor) {
      if (setDisabled.run(at, device).changes === 0) return false
      record({ at, actor, type: 'device.disabled', subject: device, data: {} })
      return true
    },
  }
}
