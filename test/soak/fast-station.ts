// The demo on fast time: station, broker, simulated field, programme and alarms, as processes of their own that end with us.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { temporaryFolder } from '../support/temporary-folder.ts'
import type { FastTime } from './fast-clock.ts'

const DEMO = join(import.meta.dirname, '..', '..', 'server', 'demo.ts')
const PRELOAD = join(import.meta.dirname, 'fast-time.ts')
const START_WITHIN_MS = 180_000
const STOP_WITHIN_MS = 10_000

export type FastStation = {
  readonly port: number
  /** Screens that are connected to it. */
  readonly screens: () => Promise<number>
  readonly stop: () => Promise<void>
}

/** @param origin of the page that will open the live link */
export async function startFastStation(time: FastTime, origin: string): Promise<FastStation> {
  const folder = temporaryFolder()
  const [port, mqttPort] = [await freePort(), await freePort()]
  const child = spawn(process.execPath, [DEMO], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_OPTIONS: `--import ${PRELOAD}`,
      FAST_TIME: JSON.stringify(time),
      PORT: String(port),
      MQTT_PORT: String(mqttPort),
      DATA_DIR: folder.path,
      ORIGINS: origin,
      LOG_LEVEL: 'error',
    },
  })
  child.channel?.unref()
  const url = `http://127.0.0.1:${port}`
  const stop = async () => {
    const ended = once(child, 'exit')
    if (child.exitCode === null) {
      child.kill('SIGTERM')
      await Promise.race([ended, sleep(STOP_WITHIN_MS)])
      child.kill('SIGKILL')
    }
    folder.remove()
  }
  const until = performance.now() + START_WITHIN_MS
  while (!(await isUp(url))) {
    if (child.exitCode !== null || performance.now() > until) {
      await stop()
      throw new Error('the demo did not start')
    }
    await sleep(500)
  }
  return { port, stop, screens: () => screensOf(url) }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

const isUp = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  )

async function screensOf(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const [, value] = /^daisen_live_screens(?:\{[^}]*\})? (\d+)/m.exec(text) ?? []
  return Number(value ?? Number.NaN)
}
