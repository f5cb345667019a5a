// The registry over HTTP: what a screen needs to name things, and the devices with what became of their data.
import express, { type Router } from 'express'
import type { DeviceCounters } from '../../shared/api.ts'
import type { Registry } from '../../shared/registry.ts'
import type { Devices } from './devices.ts'

export function serveRegistry(
  registry: Registry,
  devices: Devices,
  countersOf: (device: string) => Readonly<DeviceCounters>,
): Router {
  const router = express.Router()
  router.get('/registry', (_request, response) => {
    response.json(registry)
  })
  router.get('/devices', (_request, response) => {
    response.json({
      devices: devices.all().map(({ id, name, village, lon, lat, source, isDisabled }) => ({
        id,
        name,
        village,
        lon,
        lat,
        source,
        isDisabled,
        counters: countersOf(id),
      })),
    })
  })
  return router
}
