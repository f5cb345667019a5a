// For those who run the station: alive, ready, figures.
import express, { type Router } from 'express'
import type { Metrics } from './metrics.ts'

/** `isReady` answers whether the store can be written to and the field can be heard. */
export function serveOps(metrics: Metrics, isReady: () => Promise<boolean>): Router {
  const router = express.Router()
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' })
  })
  router.get('/readyz', async (_request, response) => {
    const isUp = await isReady()
    response.status(isUp ? 200 : 503).json({ status: isUp ? 'ok' : 'unavailable' })
  })
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.text())
  })
  return router
}
