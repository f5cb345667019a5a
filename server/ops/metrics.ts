// /metrics for Prometheus: counts come from where they are kept, read at scrape time; nothing is counted twice.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Priority } from '../../shared/alarms/rule.ts'
import type { DeviceCounters } from '../../shared/api.ts'

/** Totals of every device, and what the parts say of themselves. */
export type Figures = Readonly<DeviceCounters> & {
  readonly screens: number
  readonly displays: number
  readonly framesSent: number
  readonly framesMerged: number
  readonly mqttConnections: number
  readonly devices: number
  readonly series: number
  readonly hotRows: number
  readonly databaseBytes: number
  readonly walBytes: number
  readonly openAlarms: Readonly<Record<Priority, number>>
  readonly alarmWatches: number
  readonly alarmEvents: number
  readonly alarmEvaluationSeconds: number
  readonly outbox: {
    readonly waiting: number
    readonly dead: number
    readonly delivered: number
    readonly overflowed: number
  }
}

export type Metrics = {
  readonly contentType: string
  readonly text: () => Promise<string>
  readonly observeCommit: (seconds: number) => void
}

export function createMetrics(read: () => Promise<Figures>): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'daisen_' })
  const named = (name: string, help: string, labelNames: string[] = []) => ({
    name: `daisen_${name}`,
    help,
    labelNames,
    registers: [registry],
  })
  const commit = new Histogram({
    name: 'daisen_store_commit_seconds',
    help: 'Time from handing a batch to the store until it is on disk',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1],
    registers: [registry],
  })
  const readings = new Counter(named('ingest_readings_total', 'Readings by what became of them', ['outcome']))
  const rejected = new Counter(named('ingest_rejected_total', 'Refused values by reason', ['code']))
  const refused = new Counter(
    named('ingest_refused_total', 'Messages refused or held back whole, because too fast or too large', ['reason']),
  )
  const openAlarms = new Gauge(named('alarms_open', 'Alarms that ask for something, by priority', ['priority']))
  const outbox = new Gauge(named('alarm_messages', 'Messages about alarms by state (delivered: ever)', ['state']))
  const counted: readonly (readonly [keyof Figures, Counter])[] = [
    ['framesSent', new Counter(named('live_frames_total', 'Frames sent to screens'))],
    [
      'framesMerged',
      new Counter(named('live_frames_merged_total', 'Frames that carried several steps for a slow screen')),
    ],
    ['alarmEvents', new Counter(named('alarm_events_total', 'Events of alarms that this process appended'))],
    [
      'alarmEvaluationSeconds',
      new Counter(named('alarm_evaluation_seconds_total', 'Time spent on judging readings by the alarm rules')),
    ],
  ]
  const measured: readonly (readonly [keyof Figures, Gauge])[] = [
    ['screens', new Gauge(named('live_screens', 'Screens watching now'))],
    ['displays', new Gauge(named('displays_alive', 'Displays of walls that report now'))],
    ['mqttConnections', new Gauge(named('mqtt_connections', 'Open MQTT connections (embedded broker)'))],
    ['devices', new Gauge(named('devices', 'Registered devices'))],
    ['series', new Gauge(named('series', 'Registered series'))],
    ['alarmWatches', new Gauge(named('alarm_watches', 'Targets that alarm rules watch now'))],
    ['hotRows', new Gauge(named('store_hot_rows', 'Readings not yet moved to the cold table'))],
    ['databaseBytes', new Gauge(named('store_database_bytes', 'Size of the database'))],
    ['walBytes', new Gauge(named('store_wal_bytes', 'Size of the write-ahead log'))],
  ]

  return {
    contentType: registry.contentType,
    async text() {
      const figures = await read()
      for (const counter of [readings, rejected, refused, ...counted.map(([, one]) => one)]) counter.reset()
      for (const outcome of ['accepted', 'duplicate', 'conflict', 'late', 'bad'] as const)
        readings.inc({ outcome }, figures[outcome])
      for (const [code, count] of Object.entries(figures.rejected)) rejected.inc({ code }, count)
      refused.inc({ reason: 'rate' }, figures.tooFast)
      refused.inc({ reason: 'size' }, figures.tooLarge)
      for (const [priority, count] of Object.entries(figures.openAlarms)) openAlarms.set({ priority }, count)
      for (const [state, count] of Object.entries(figures.outbox)) outbox.set({ state }, count)
      for (const [name, counter] of counted) counter.inc(Number(figures[name]))
      for (const [name, one] of measured) one.set(Number(figures[name]))
      return registry.metrics()
    },
    observeCommit: seconds => commit.observe(seconds),
  }
}
