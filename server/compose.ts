// Wires everything; the only file that knows all parts. Reads like the picture: field → ingest → store → live → screens.
import { randomInt } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import type { Logger } from 'pino'
import packageJson from '../package.json' with { type: 'json' }
import { startProgramme } from './compose-programme.ts'
import { allowedOrigins, type Config, localAddress } from './config.ts'
import { serveHistory } from './history/http.ts'
import { startUpkeep } from './history/upkeep.ts'
import { notFound, problemHandler, refuseBrokenRequest } from './http/problem.ts'
import { securityHeaders } from './http/security-headers.ts'
import { createCounters } from './ingest/counters.ts'
import { serveIngestHttp } from './ingest/http.ts'
import { createIngest } from './ingest/ingest.ts'
import { startBroker } from './ingest/mqtt-broker.ts'
import { startMqttClient } from './ingest/mqtt-client.ts'
import { createMessageHandler } from './ingest/mqtt-message.ts'
import { createRateLimit } from './ingest/rate.ts'
import { createWriter } from './ingest/writer.ts'
import { createHub } from './live/hub.ts'
import { createLatest } from './live/latest.ts'
import { villagesOfScope } from './live/scope.ts'
import { serveLive, WATCH_RATE } from './live/serve.ts'
import { DOCS_STYLE, docsPage } from './ops/docs-page.ts'
import { serveOps } from './ops/http.ts'
import { createMetrics } from './ops/metrics.ts'
import { openApiDocument } from './ops/openapi.ts'
import { servePages } from './ops/pages.ts'
import { createDevices, type Device, type DeviceSeries } from './registry/devices.ts'
import { serveRegistry } from './registry/http.ts'
import { loadRegistry } from './registry/seed.ts'
import { hashToken } from './registry/token.ts'
import { databasePath } from './store/sqlite/open.ts'
import { openSqliteStore } from './store/sqlite/sqlite-store.ts'

/** How soon a change made by another process (device added, history imported) is noticed without being asked for. */
const CATCH_UP_MS = 1_000
/** Refused sign-ins per address: generous to a shared gateway with one wrong device, slow for guessing 256 bits. */
const FAILURES = { perSecond: 5, burst: 100 }
const RATE_BURST_FACTOR = 6
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 30_000
const KEEP_ALIVE_MS = 65_000
const MAX_HTTP_CONNECTIONS = 5_000

export type Station = {
  /** How this machine reaches it. */
  readonly url: string
  /** The embedded broker, or the outside one. */
  readonly mqttUrl: string
  /** When the newest reading held at the start was measured; undefined = the store was empty. */
  readonly newestAtStart: number | undefined
  readonly stop: () => Promise<void>
}

/** @throws NodeJS.ErrnoException with `port` when a port can't be had */
export async function startStation(
  config: Config,
  deps: { readonly log: Logger; readonly clientFolder: string; readonly now?: () => number },
): Promise<Station> {
  const { log, clientFolder, now = Date.now } = deps
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    // In reverse order of start: doors first, the store last.
    for (const one of stops.splice(0).reverse()) await one()
  }
  try {
    const registry = loadRegistry()
    const store = await openSqliteStore({ path: databasePath(config.dataDir) })
    stops.push(store.close)
    const devices = await createDevices(store, registry)
    const counters = createCounters()
    const metrics = createMetrics(readFigures)

    const latest = createLatest()
    const hub = createHub({
      latest,
      epoch: randomInt(1, 2 ** 32),
      now,
      villagesOf: scope => villagesOfScope(registry, scope),
    })
    const held = await store.latest()
    hub.publish(held)
    const showCatalogue = () => hub.setCatalogue(devices.allSeries().map(catalogueEntry))
    showCatalogue()

    let origins: ReadonlySet<string> = new Set()
    const programme = await startProgramme({
      store,
      registry,
      devices,
      dataDir: config.dataDir,
      allowedOrigins: () => origins,
      now,
      log,
    })
    stops.push(programme.stop)

    const catchUp = singleFlight(async () => {
      if (!(await store.changedElsewhere())) return
      await programme.catchUp()
      if (await devices.refresh()) showCatalogue()
      hub.publish(await store.latest())
    })
    const catchingUp = setInterval(() => {
      catchUp().catch((error: Error) => log.warn({ reason: error.message }, 'could not catch up'))
    }, CATCH_UP_MS)
    stops.push(async () => clearInterval(catchingUp))

    const writer = createWriter(async batch => {
      const startedAt = performance.now()
      const outcome = await store.append(batch)
      metrics.observeCommit((performance.now() - startedAt) / 1000)
      return outcome
    })
    const ingest = createIngest({ writer, counters, now, onNewest: hub.publish })
    stops.push(writer.drained)

    /** A token nobody knows may be a minute old: another process could have added the device. */
    const authenticate = async (find: () => Device | undefined): Promise<Device | undefined> => {
      let known = find()
      // Twice at the most: the first may be a run under way that looked before the device was there.
      for (let tries = 0; tries < 2 && !known; tries++) {
        await catchUp()
        known = find()
      }
      return known
    }
    const byToken = (token: string) => authenticate(() => devices.byToken(token))
    const byIdAndToken = (id: string, token: string) =>
      authenticate(() => {
        const device = devices.byId(id)
        return device && !device.isDisabled && device.tokenHash === hashToken(token) ? device : undefined
      })

    const app = express()
    const http = createServer({ headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS }, app)
    http.on('clientError', refuseBrokenRequest)
    http.keepAliveTimeout = KEEP_ALIVE_MS
    http.maxConnections = MAX_HTTP_CONNECTIONS
    app.disable('x-powered-by')
    app.use(securityHeaders())
    app.use(serveOps(metrics, isReady))
    app.use('/api/v1', [
      serveIngestHttp({
        ingest,
        authenticate: byToken,
        deviceRate: createRateLimit(config.ingestRate, config.ingestRate * RATE_BURST_FACTOR),
        failureRate: createRateLimit(FAILURES.perSecond, FAILURES.burst),
        now,
      }),
      serveHistory({ store, devices, now, latestOf: latest.at }),
      serveRegistry(registry, devices, counters.of),
      programme.router,
    ])
    serveDocs(app)
    app.use('/api', notFound)
    app.use(servePages(clientFolder))
    app.use(notFound)
    app.use(problemHandler(log))

    const upkeep = startUpkeep(store, { now, retentionDays: config.retentionDays, log })
    stops.push(upkeep.stop)

    const online = registry.quantities.find(quantity => quantity.code === 'online')
    if (!online) throw new Error('the catalogue lacks the quantity "online"')
    const handle = createMessageHandler({
      ingest,
      devices: {
        ...devices,
        ensureSeries: async (...args) => {
          const before = devices.allSeries().length
          const series = await devices.ensureSeries(...args)
          if (devices.allSeries().length !== before) showCatalogue()
          return series
        },
      },
      counters,
      online,
      latestOf: n => latest.at(n)?.v,
      now,
    })
    const field = config.mqtt
      ? { client: startMqttClient({ ...config.mqtt, handle, log }) }
      : {
          broker: await startBroker({
            host: config.host,
            port: config.mqttPort,
            handle,
            authenticate: byIdAndToken,
            isStillAllowed: id => devices.byId(id)?.isDisabled === false,
            log,
          }),
        }
    stops.push(() => (field.broker ?? field.client).stop())

    const port = await listen(http, config.host, config.port)
    origins = allowedOrigins(config, port)
    const live = serveLive({
      http,
      hub,
      followers: programme.followers,
      allowedOrigins: origins,
      now,
      readingsLastMinute: () => counters.lastMinute(now()),
      watchRate: createRateLimit(WATCH_RATE.perSecond, WATCH_RATE.burst),
    })
    stops.push(async () => {
      await live.stop()
      http.closeAllConnections()
    })
    const newestAtStart = held.t.length > 0 ? held.t.reduce((newest, t) => Math.max(newest, t)) : undefined
    const url = localAddress('http', config.host, port)
    const mqttUrl = config.mqtt?.url ?? localAddress('mqtt', config.host, field.broker?.port ?? config.mqttPort)
    return { url, mqttUrl, newestAtStart, stop }

    async function isReady(): Promise<boolean> {
      const isStoreUp = await store.figures().then(
        () => true,
        () => false,
      )
      return isStoreUp && (field.client?.isConnected() ?? true)
    }
    async function readFigures() {
      return {
        ...counters.totals(),
        ...hub.figures(),
        ...(await store.figures()),
        mqttConnections: field.broker?.connections() ?? 0,
        devices: devices.all().length,
        series: devices.allSeries().length,
      }
    }
  } catch (error) {
    await stop()
    throw error
  }
}

function catalogueEntry({ n, id, device, quantity, unit, intervalMs }: DeviceSeries) {
  const { name, village, lon, lat, source } = device
  return {
    n,
    id,
    device: device.id,
    deviceName: name,
    village,
    quantity: quantity.code,
    unit,
    lon,
    lat,
    intervalMs,
    source,
  }
}

function serveDocs(app: Express): void {
  const { version } = packageJson
  app.get('/api/openapi.json', (_request, response) => void response.json(openApiDocument(version)))
  app.get('/api/docs', (_request, response) => void response.type('html').send(docsPage(version)))
  app.get('/api/docs.css', (_request, response) => void response.type('css').send(DOCS_STYLE))
}

/** Callers that come while it runs share the run that is under way. */
function singleFlight(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= work().finally(() => {
      running = undefined
    })
    return running
  }
}

function listen(http: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      resolve((http.address() as AddressInfo).port)
    })
  })
}
