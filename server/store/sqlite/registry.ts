// Devices, series and the hash-chained events that record every change of them. Synchronous; inside the store's worker only.
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { NewSeries, StoredDevice, StoredEvent, StoredRegistry, StoredSeries } from '../store.ts'

type EventRow = Omit<StoredEvent, 'data'> & { readonly data: string }
type NewEvent = { at: number; actor: string; type: string; subject: string; data: unknown }

export type RegistryTables = {
  readonly registry: () => StoredRegistry
  readonly addDevice: (device: Omit<StoredDevice, 'disabledAt'>, series: readonly NewSeries[], actor: string) => boolean
  readonly addSeries: (device: string, series: NewSeries, at: number, actor: string) => boolean
  readonly rotateToken: (device: string, tokenHash: string, at: number, actor: string) => boolean
  readonly disableDevice: (device: string, at: number, actor: string) => boolean
  readonly events: (afterId: number, limit: number) => StoredEvent[]
  readonly brokenEvent: () => number | null
}

const hashOf = (previous: string, { id, at, actor, type, subject, data }: EventRow): string =>
  createHash('sha256')
    .update(JSON.stringify([previous, id, at, actor, type, subject, data]))
    .digest('hex')

export function createRegistryTables(db: DatabaseSync): RegistryTables {
  const devices = db.prepare(
    `select id, name, village, lon, lat, source, token_hash as tokenHash, created_at as createdAt, disabled_at as disabledAt
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
  const setToken = db.prepare('update device set token_hash = ?, disabled_at = null where id = ?')
  const setDisabled = db.prepare('update device set disabled_at = ? where id = ?')
  const lastEvent = db.prepare('select id, hash from event order by id desc limit 1')
  const insertEvent = db.prepare(
    'insert into event (id, at, actor, type, subject, data, hash) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const eventsAfter = db.prepare(
    'select id, at, actor, type, subject, data, hash from event where id > ? order by id limit ?',
  )

  function appendEvent(event: NewEvent): void {
    const previous = lastEvent.get() as { id: number; hash: string } | undefined
    const row = { ...event, id: (previous?.id ?? 0) + 1, data: JSON.stringify(event.data), hash: '' }
    const hash = hashOf(previous?.hash ?? '', row)
    insertEvent.run(row.id, row.at, row.actor, row.type, row.subject, row.data, hash)
  }

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
      appendEvent({ at: createdAt, actor, type: 'device.added', subject: id, data })
      return true
    },
    addSeries(device, one, at, actor) {
      if (!hasDevice.get(device)) return false
      if (insertSeries.run(device, one.quantity, one.unit, one.intervalMs).changes > 0)
        appendEvent({ at, actor, type: 'device.series-added', subject: device, data: one })
      return true
    },
    rotateToken(device, tokenHash, at, actor) {
      if (setToken.run(tokenHash, device).changes === 0) return false
      appendEvent({ at, actor, type: 'device.token-rotated', subject: device, data: {} })
      return true
    },
    disableDevice(device, at, actor) {
      if (setDisabled.run(at, device).changes === 0) return false
      appendEvent({ at, actor, type: 'device.disabled', subject: device, data: {} })
      return true
    },
    events: (afterId, limit) =>
      (eventsAfter.all(afterId, limit) as unknown as EventRow[]).map(row => ({ ...row, data: JSON.parse(row.data) })),
    brokenEvent() {
      let previous = ''
      let expected = 1
      for (const row of eventsAfter.iterate(0, -1) as unknown as Iterable<EventRow>) {
        if (row.id !== expected || row.hash !== hashOf(previous, row)) return row.id
        previous = row.hash
        expected++
      }
      return null
    },
  }
}
