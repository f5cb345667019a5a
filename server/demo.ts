// `npm run demo`: the whole system on one machine. The station as in production, and a simulated field in a process of its own
// that reaches it through MQTT only. Takes the next free ports, prints the addresses, ends everything it started.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isSimulated } from '../shared/programme/event.ts'
import { provinceDayOf } from '../shared/programme/province-day.ts'
import { alarmSeed, plantAlarmStory, plantRules } from './alarms/seed.ts'
import { type Station, startStation } from './compose.ts'
import type { Config } from './config.ts'
import { plantDeskStory } from './desk/seed.ts'
import { CLIENT_FOLDER, ensureClientBuilt } from './ops/client-build.ts'
import { configOrExit, createLog, endOnSignal, isTaken, startFailure } from './process.ts'
import { plantStory } from './programme/plant.ts'
import { loadRegistry } from './registry/seed.ts'
import { announceRunning, localKeyOf } from './running.ts'
import { demoAlarmHistory } from './simulate/alarms/history.ts'
import { runDemoOperator } from './simulate/alarms/operator.ts'
import { demoDeskHistory } from './simulate/desk/history.ts'
import { demoSeed } from './simulate/programme/history.ts'
import { runDemoProgramme } from './simulate/programme/live.ts'
import { databasePath } from './store/sqlite/open.ts'
import { openSqliteStore } from './store/sqlite/sqlite-store.ts'

const PORTS_TO_TRY = 50
const SIMULATE = join(import.meta.dirname, 'simulate', 'main.ts')
/** A start fills what is missing of the last day, so that charts aren't empty; the devices send it as after an outage. */
const BACKFILL_HOURS = 24
const HOUR_MS = 3_600_000
const CHILD_STOP_MS = 3_000
/** The same story in every demo of one day. */
const STORY_SEED = 2026

const config = configOrExit('data/demo', 'open')
const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  await ensureClientBuilt(say)
  await tellStories(config)
  const station = await startOnFreePorts(config)
  const field = startField(config, station)
  const address = { url: station.url, origin: config.origins[0] ?? station.url }
  const localKey = localKeyOf(config.dataDir)
  const office = runDemoProgramme({ ...address, localKey, say })
  const operator = runDemoOperator({ ...address, localKey, say })
  const withdraw = announceRunning({ dataDir: config.dataDir, ...address })
  endOnSignal(async () => {
    withdraw()
    await Promise.all([office.stop(), operator.stop()])
    await stopChild(field)
    await station.stop()
  })
  announce(config, station)
} catch (error) {
  process.stderr.write(`${startFailure(error)}\n`)
  process.exit(1)
}

/** Two and a half years of a simulated programme and a month of alarms, three days at the desk, once: before the station reads its log. */
async function tellStories({ dataDir }: Config): Promise<void> {
  const store = await openSqliteStore({ path: databasePath(dataDir) })
  try {
    const [registry, now] = [loadRegistry(), Date.now()]
    const story = demoSeed(STORY_SEED, registry, provinceDayOf(now))
    await plantStory(store, story, ({ actor }) => !isSimulated(actor))
    await plantRules(store, alarmSeed())
    await plantAlarmStory(store, () => demoAlarmHistory(STORY_SEED, registry, now))
    await plantDeskStory(store, () => demoDeskHistory(STORY_SEED, registry, now))
  } finally {
    await store.close()
  }
}

/** Both ports move on their own: the one that is taken is tried one higher. */
async function startOnFreePorts(wanted: Config): Promise<Station> {
  let { port, mqttPort } = wanted
  const log = createLog(process.env['LOG_LEVEL'] ? wanted.logLevel : 'warn')
  for (let tries = 0; ; tries++) {
    try {
      return await startStation({ ...wanted, port, mqttPort }, { log, clientFolder: CLIENT_FOLDER })
    } catch (error) {
      if (!isTaken(error) || tries >= PORTS_TO_TRY) throw error
      if (error.port === port) port++
      else mqttPort++
    }
  }
}

function startField({ dataDir }: Config, { mqttUrl, newestAtStart = 0 }: Station): ChildProcess {
  const missingHours = Math.min(BACKFILL_HOURS, Math.max(0, Date.now() - newestAtStart) / HOUR_MS)
  const args = ['--mqtt', mqttUrl, '--data-dir', dataDir, '--backfill-hours', missingHours.toFixed(2)]
  // With an IPC channel the field ends by itself when we are killed without warning.
  const child = spawn(process.execPath, [SIMULATE, ...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.on('exit', code => {
    if (code) process.stderr.write(`trạm mô phỏng đã dừng (mã ${code}) · the simulated field ended (code ${code})\n`)
  })
  return child
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await Promise.race([ended, sleep(CHILD_STOP_MS, undefined, { ref: false })])
  child.kill('SIGKILL')
}

function announce({ dataDir }: Config, { url, mqttUrl }: Station): void {
  say(`
  Đài Sen · bản trình diễn, số liệu MÔ PHỎNG · demo, SIMULATED data

  Màn hình lớn · wall      ${url}/wall
  Bàn làm việc · desktop   ${url}/
  Chương trình · programme ${url}/programme
  Cảnh báo · alarms        ${url}/alarms
  Giao ca · handover       ${url}/handover
  Kiosk                    ${url}/kiosk
  API                      ${url}/api/docs
  MQTT                     ${mqttUrl}
  Dữ liệu · data           ${dataDir}

  Ctrl-C để dừng · to stop
`)
}
