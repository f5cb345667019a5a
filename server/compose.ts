// Wires everything; the only file that knows all parts. Reads like the picture: field → ingest → store → live → screens.
import { randomInt } from 'node:crypto'
import express from 'express'
import type { Logger } from 'pino'
import packageJson from '../package.json' with { type: 'json' }
import { allowedOrigins, localAddress, ownAddresses } from './addresses.ts'
import { serveBasemap } from './basemap/http.ts'
import { startAlarms } from './compose-alarms.ts'
import { startDisplays } from './compose-displays.ts'
import { startProgramme } from './compose-programme.ts'
import { type Config, DEFAULT_REQUEST_RATE } from './config.ts'
import { serveHistory } from './history/http.ts'
import { startUpkeep } from './history/upkeep.ts'
import { clientAddress } from './http/client-address.ts'
import { limitRate } from './http/command-door.ts'
import { limitHeaders } from './http/header-count.ts'
import { createHttp, HTTP_LIMITS, listen } from './http/listen.ts'
import { hostsOf, ownHost } from './http/own-host.ts'
import { notFound, problemHandler } from './http/problem.ts'
import { securityHeaders } from './http/security-headers.ts'
import { createCounters } from './ingest/counters.ts'
import { serveIngestHttp } from './ingest/http.ts'
import { createIngest } from './ingest/ingest.ts'
import { startBroker } from './ingest/mqtt-broker.ts'
import { startMqttClient } from './ingest/mqtt-client.ts'
import { createMessageHandler } from './ingest/mqtt-message.ts'
import { createRateLimit } from './ingest/rate.ts'
import { createWriter } from './ingest/writer.ts'
import { catalogueEntry } from './live/catalogue.ts'
import { createHub } from './live/hub.ts'
import { createLatest } from './live/latest.ts'
import { villagesOfScope } from './live/scope.ts'
import { serveLive, WATCH_RATE } from './live/serve.ts'
import { serveDocs } from './ops/docs-http.ts'
import { serveOps } from './ops/http.ts'
import { createMetrics } from './ops/metrics.ts'
import { servePages } from './ops/pages.ts'
import { createAuthenticate } from './registry/authenticate.ts'
import { createDevices } from './registry/devices.ts'
import { serveRegistry } from './registry/http.ts'
import { loadRegistry } from './registry/seed.ts'
import { databasePath } from './store/sqlite/open.ts'
import { openSqliteStore } from './store/sqlite/sqlite-store.ts'

/** How soon a change made by another process (device added, history imported) is noticed without being asked for. */
const CATCH_UP_MS = 1_000
/** Refused sign-ins per address: generous to a shared gateway with one wrong device, slow for guessing 256 bits. */
const FAILURES = { perSecond: 5, burst: 100 }
const RATE_BURST_FACTOR = 6
const REQUEST_BURST_FACTOR = 20

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
    const catalogue = () => devices.allSeries().map(catalogueEntry)
    hub.setCatalogue(catalogue())

    let origins: ReadonlySet<string> = new Set()
    let hosts: ReadonlySet<string> = new Set()
    const shared = { store, registry, devices, allowedOrigins: () => origins, now, log }
    const { programme, ...programmePart } = await startProgramme({ ...shared, dataDir: config.dataDir })
    stops.push(programmePart.stop)
    const alarms = await startAlarms({
      ...shared,
      config,
      programme: { ...programme, catchUp: programmePart.catchUp },
      ownUrl: () => config.origins[0] ?? url,
    })
    stops.push(alarms.stop)
    const displays = await startDisplays({ ...shared, units: programme.units })
    stops.push(displays.stop)
    const showCatalogue = () => {
      hub.setCatalogue(catalogue())
      alarms.setCatalogue()
    }

    const catchUp = singleFlight(async () => {
      if (!(await store.changedElsewhere())) return
      await programmePart.catchUp()
      await displays.catchUp()
      if (await devices.refresh()) showCatalogue()
      hub.publish(await store.latest())
      await alarms.catchUp()
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
    const ingest = createIngest({
      writer,
      counters,
      now,
      onNewest(newest) {
        hub.publish(newest)
        alarms.take(newest)
      },
    })
    stops.push(writer.drained)

    const authenticate = createAuthenticate(devices, catchUp)

    const app = express()
    const { trustProxy = 0, requestRate = DEFAULT_REQUEST_RATE } = config
    const addressRate = createRateLimit(requestRate, requestRate * REQUEST_BURST_FACTOR)
    // Behind a proxy all connections come from it: how many one person has is its business.
    const http = createHttp(app, trustProxy > 0 ? { ...HTTP_LIMITS, connectionsPerAddress: undefined } : HTTP_LIMITS)
    app.disable('x-powered-by')
    app.set('trust proxy', trustProxy)
    app.use(securityHeaders())
    app.use(limitHeaders)
    app.use(serveOps(metrics, isReady))
    app.use(
      '/api/v1',
      serveIngestHttp({
        ingest,
        authenticate: authenticate.byToken,
        deviceRate: createRateLimit(config.ingestRate, config.ingestRate * RATE_BURST_FACTOR),
        failureRate: createRateLimit(FAILURES.perSecond, FAILURES.burst),
        now,
      }),
    )
    // Devices call by whatever address they were given; everybody else by a name of ours.
    app.use(
      ownHost(() => hosts),
      limitRate(addressRate, now),
    )
    app.use('/api/v1', [
      serveHistory({ store, devices, now, latestOf: latest.at }),
      serveRegistry(registry, devices, counters.of),
      programmePart.router,
      alarms.router,
      displays.router,
    ])
    app.use(serveDocs(packageJson.version))
    app.use('/api', notFound)
    app.use(serveBasemap(config.basemap))
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
            authenticate: authenticate.byIdAndToken,
            isStillAllowed: id => devices.byId(id)?.isDisabled === false,
            log,
          }),
        }
    stops.push(() => (field.broker ?? field.client).stop())

    const port = await listen(http, config.host, config.port)
    origins = allowedOrigins(config, port)
    hosts = hostsOf([...origins, ...ownAddresses(config.host, port)])
    const live = serveLive({
      http,
      hub,
      followers: { programme: programmePart.followers, alarm: alarms.followers, display: displays.followers },
      fleet: displays.fleet,
      allowedOrigins: origins,
      allowedHosts: hosts,
      addressOf: request => clientAddress(request, trustProxy),
      attemptRate: addressRate,
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
        ...(await alarms.figures()),
        ...(await store.figures()),
        displays: displays.fleet.aliveCount(),
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
