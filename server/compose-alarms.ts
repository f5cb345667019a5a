// Wires the alarms: the service, its doors, the screens that follow its events, and what of them leaves the station.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import express, { type Router } from 'express'
import type { Logger } from 'pino'
import type { Priority } from '../shared/alarms/rule.ts'
import { countsByPriority, openAlarms } from '../shared/alarms/standing.ts'
import type { Registry } from '../shared/registry.ts'
import type { ActingFor } from './access/acting.ts'
import { type AlarmCommandOutcome, type Alarms, createAlarms } from './alarms/alarms.ts'
import { serveBacktest } from './alarms/backtest-http.ts'
import { serveAlarmCommands } from './alarms/commands-http.ts'
import { serveAlarmList } from './alarms/list-http.ts'
import { serveAlarmLog } from './alarms/log-http.ts'
import { serveAlarmRules } from './alarms/rules-http.ts'
import { serveScorecard } from './alarms/scorecard-http.ts'
import { createScorecardReader } from './alarms/scorecard-reader.ts'
import { alarmSeed, plantRules } from './alarms/seed.ts'
import type { WatchedWorld } from './alarms/watching.ts'
import { serveCap } from './cap/http.ts'
import { readOutlines } from './cap/outline.ts'
import type { Config } from './config.ts'
import { sameOrigin } from './http/same-origin.ts'
import { createRateLimit } from './ingest/rate.ts'
import { catalogueEntry } from './live/catalogue.ts'
import { createFollowers, type Followers } from './live/followers.ts'
import { loadChannels } from './notify/channels-file.ts'
import { type LinkOutcome, serveLinks } from './notify/links-http.ts'
import { createNotifier, type NotifyFigures } from './notify/notifier.ts'
import { serveOutbox } from './notify/outbox-http.ts'
import type { Devices } from './registry/devices.ts'
import type { Store } from './store/store.ts'

/** Commands per address: an office behind one gateway, not a flood. */
const COMMANDS = { perSecond: 10, burst: 60 }
/** Looks at one-time links per address: slow for guessing. */
const LINKS = { perSecond: 1, burst: 20 }
const OUTLINES = join(import.meta.dirname, '..', 'public', 'geo', 'communes.geojson')

export type AlarmFigures = {
  readonly openAlarms: Readonly<Record<Priority, number>>
  readonly alarmWatches: number
  readonly alarmEvents: number
  readonly alarmEvaluationSeconds: number
  readonly outbox: NotifyFigures
}
export type AlarmPart = Pick<Alarms, 'state' | 'take' | 'setCatalogue' | 'catchUp' | 'stop'> & {
  readonly router: Router
  readonly followers: Followers
  readonly figures: () => Promise<AlarmFigures>
}
export type AlarmPartDeps = {
  readonly config: Pick<Config, 'publicUrl' | 'alarmChannelsFile' | 'smtp' | 'capSender'>
  readonly store: Store
  readonly registry: Registry
  readonly devices: Devices
  readonly acting: ActingFor
  readonly programme: WatchedWorld['programme'] & Pick<WatchedWorld, 'units'>
  readonly allowedOrigins: () => ReadonlySet<string>
  /** How this machine reaches the station. */
  readonly ownUrl: () => string
  readonly now: () => number
  readonly log: Logger
}

export async function startAlarms(deps: AlarmPartDeps): Promise<AlarmPart> {
  const { config, store, registry, devices, acting, programme, allowedOrigins, ownUrl, now, log } = deps
  const { publicUrl, smtp = null, capSender } = config
  const channels =
    config.alarmChannelsFile === undefined
      ? []
      : loadChannels(config.alarmChannelsFile, {
          canMail: smtp !== null,
          villages: new Set(registry.villages.map(({ id }) => id)),
        })
  await plantRules(store, alarmSeed())

  const catalogue = () =>
    devices
      .allSeries()
      .filter(({ device }) => !device.isDisabled)
      .map(catalogueEntry)
  /** Nobody follows while the log is read. */
  let tell = () => {}
  const { units } = programme
  const alarms = await createAlarms({
    store,
    registry,
    units,
    catalogue,
    programme,
    now,
    log,
    onEvents: () => tell(),
  })
  const followers = createFollowers({ ...alarms, family: 'alarm', head: () => alarms.head().id })
  const notifier = createNotifier({
    store,
    channels,
    smtp,
    publicUrl,
    alarmLog: alarms,
    alarmOf: id => alarms.state().alarms.get(id),
    ruleOf: id => alarms.state().rules.get(id),
    registry,
    log,
    now,
  })
  tell = () => {
    followers.tell()
    notifier.wake()
  }
  notifier.start()

  const rate = createRateLimit(COMMANDS.perSecond, COMMANDS.burst)
  const router = express.Router()
  router.use('/alarms', sameOrigin(allowedOrigins))
  router.use([
    serveAlarmList({ alarms, registry, now }),
    serveAlarmLog({ alarms, store }),
    serveAlarmCommands({ alarms, acting, rate, now }),
    serveAlarmRules({ alarms, store }),
    serveBacktest({ store, world: () => ({ catalogue: catalogue(), registry }), rate, now }),
    serveScorecard({
      scorecards: createScorecardReader({
        store,
        stateAt: async at => (await alarms.stateAt(at)).state,
        now,
      }),
      now,
    }),
    serveOutbox({ store, channels, rate, now, wake: notifier.wake }),
    serveLinks({
      store,
      rate: createRateLimit(LINKS.perSecond, LINKS.burst),
      now,
      look: id => alarms.state().alarms.get(id),
      acknowledge: async ({ key, ...link }) => linkOutcome(await alarms.acknowledgeByLink(link, key)),
    }),
    serveCap({
      alarms: alarms.state,
      store,
      registry,
      outlines: readOutlines(readFileSync(OUTLINES, 'utf8')),
      now,
      publicUrl: () => publicUrl ?? ownUrl(),
      ...(capSender === undefined ? {} : { sender: capSender }),
    }),
  ])
  return {
    router,
    followers,
    state: alarms.state,
    take: alarms.take,
    setCatalogue: alarms.setCatalogue,
    catchUp: alarms.catchUp,
    async figures() {
      const { watches, eventsAppended, evaluationSeconds } = alarms.figures()
      return {
        openAlarms: countsByPriority(openAlarms(alarms.state())),
        alarmWatches: watches,
        alarmEvents: eventsAppended,
        alarmEvaluationSeconds: evaluationSeconds,
        outbox: await notifier.figures(),
      }
    },
    async stop() {
      await alarms.stop()
      await notifier.stop()
    },
  }
}

/** What a link asked for is done also when it was done before; a key of its own is never another command's. */
const linkOutcome = (outcome: AlarmCommandOutcome): LinkOutcome =>
  outcome.kind === 'refused' ? outcome : { kind: 'done' }
