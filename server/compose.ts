// Wires everything; the only file that knows all parts. Reads like the picture: field → ingest → store → live → screens.
import { randomInt } from 'node:crypto'
import type { Logger } from 'pino'
import { allowedOrigins, localAddress, ownAddresses } from './addresses.ts'
import { startAccess } from './compose-access.ts'
import { startAlarms } from './compose-alarms.ts'
import { startDesk } from './compose-desk.ts'
import { startDisplays } from './compose-displays.ts'
import { startEntry } from './compose-entry.ts'
import { assembleHttp } from './compose-http.ts'
import { startProgramme } from './compose-programme.ts'
import { unitBoardRouter } from './compose-unit-board.ts'
import type { Config } from './config.ts'
import { serveHistory } from './history/http.ts'
import { startUpkeep } from './history/upkeep.ts'
import { listen } from './http/listen.ts'
import { hostsOf } from './http/own-host.ts'
import { startSecurity } from './http/tls.ts'
import { createCounters } from './ingest/counters.ts'
import { serveIngestHttp } from './ingest/http.ts'
import { createIngest } from './ingest/ingest.ts'
import { startBroker } from './ingest/mqtt-broker.ts'
import { startMqttClient } from './ingest/mqtt-client.ts'
import { createMessageHandler } from './ingest/mqtt-message.ts'
import { createPace } from './ingest/pace.ts'
import { createRateLimit } from './ingest/rate.ts'
import { createWriter } from './ingest/writer.ts'
import { catalogueEntry } from './live/catalogue.ts'
import { createHub } from './live/hub.ts'
import { createLatest } from './live/latest.ts'
import { villagesOfScope } from './live/scope.ts'
import { serveLive, WATCH_RATE } from './live/serve.ts'
import { serveOps } from './ops/http.ts'
import { createMetrics } from './ops/metrics.ts'
import { createAuthenticate } from './registry/authenticate.ts'
import { createDevices } from './registry/devices.ts'
import { serveRegistry } from './registry/http.ts'
import { loadRegistry } from './registry/seed.ts'
import { serveReplay } from './replay/http.ts'
import { localKeyOf } from './running.ts'
import { singleFlight } from './single-flight.ts'
import { databasePath } from './store/sqlite/open.ts'
import { openSqliteStore } from './store/sqlite/sqlite-store.ts'

/** How soon a change made by another process (device added, history imported) is noticed without being asked for. */
const CATCH_UP_MS = 1_000
/** Refused sign-ins per address: generous to a shared gateway with one wrong device, slow for guessing 256 bits. */
const FAILURES = { perSecond: 5, burst: 100 }
const RATE_BURST_FACTOR = 6
/** How much of its own messages a device that is too fast may have waiting at the broker, in seconds of its rate. */
const MQTT_WAIT_SECONDS = 30

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
    let carriers: (unit: string) => readonly string[] = unit => [unit]
    const access = await startAccess({
      config,
      store,
      registry,
      localKey: localKeyOf(config.dataDir),
      allowedOrigins: () => origins,
      ownUrl: () => config.publicUrl ?? config.origins[0] ?? url,
      carriers: unit => carriers(unit),
      now,
      log,
    })
    stops.push(access.stop)
    const { acting } = access
    const shared = { store, registry, devices, acting, allowedOrigins: () => origins, now, log }
    const { programme, ...programmePart } = await startProgramme({ ...shared, dataDir: config.dataDir })
    stops.push(programmePart.stop)
    carriers = programmePart.carriers
    const alarms = await startAlarms({
      ...shared,
      config,
      programme: { ...programme, catchUp: programmePart.catchUp },
      ownUrl: () => config.origins[0] ?? url,
    })
    stops.push(alarms.stop)
    const desk = await startDesk({ ...shared, units: programme.units })
    const displays = await startDisplays({ ...shared, ...access, units: programme.units, incident: desk.incident })
    stops.push(displays.stop)
    const { evidence } = programmePart
    const entry = startEntry({ ...shared, ...access.entry, programme, evidence, displayName: displays.nameOf })
    stops.push(entry.stop)
    const showCatalogue = () => {
      hub.setCatalogue(catalogue())
      alarms.setCatalogue()
    }

    const catchUp = singleFlight(async () => {
      if (!(await store.changedElsewhere())) return
      // First of all: a device that was disabled must be off within two seconds.
      if (await devices.refresh()) showCatalogue()
      await programmePart.catchUp()
      await displays.catchUp()
      await desk.catchUp()
      await access.catchUp()
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

    const authenticate = createAuthenticate(devices, catchUp, now)
    const security = config.tls && startSecurity(config.tls, log)
    stops.push(async () => security?.stop())

    const { http, addressRate, addressOf } = assembleHttp({
      config,
      security,
      hosts: () => hosts,
      guard: access.guard,
      accessPages: access.pages,
      ops: serveOps(metrics, isReady),
      ingest: serveIngestHttp({
        ingest,
        authenticate: authenticate.byToken,
        byCertificate: authenticate.byCertificate,
        counters,
        deviceRate: createRateLimit(config.ingestRate, config.ingestRate * RATE_BURST_FACTOR),
        failureRate: createRateLimit(FAILURES.perSecond, FAILURES.burst),
        now,
      }),
      api: [
        access.router,
        serveHistory({ store, devices, registry, now, latestOf: latest.at, views: access.views }),
        serveReplay({ store, devices, now, views: access.views }),
        serveRegistry(registry, devices, counters.of),
        unitBoardRouter({ registry, programme, alarms: alarms.state, catalogue }),
        programmePart.router,
        alarms.router,
        displays.router,
        desk.router,
        entry.router,
      ],
      clientFolder,
      now,
      log,
    })

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
            authenticate,
            pace: createPace(
              config.ingestRate,
              config.ingestRate * RATE_BURST_FACTOR,
              config.ingestRate * MQTT_WAIT_SECONDS,
            ),
            counters,
            now,
            log,
            security,
          }),
        }
    stops.push(() => (field.broker ?? field.client).stop())

    const port = await listen(http, config.host, config.port)
    origins = allowedOrigins(config, port)
    hosts = hostsOf([...origins, ...ownAddresses(config.host, port)])
    const live = serveLive({
      http,
      hub,
      followers: {
        programme: programmePart.followers,
        alarm: alarms.followers,
        display: displays.followers,
        desk: desk.followers,
      },
      fleet: displays.fleet,
      allowedOrigins: origins,
      identify: access.identify,
      views: access.views,
      allowedHosts: hosts,
      addressOf,
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
    const url = localAddress(security ? 'https' : 'http', config.host, port)
    const mqttUrl =
      config.mqtt?.url ?? localAddress(security ? 'mqtts' : 'mqtt', config.host, field.broker?.port ?? config.mqttPort)
    access.announce(config.publicUrl ?? config.origins[0] ?? url)
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
