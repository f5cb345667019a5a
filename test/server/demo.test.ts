// The demo as a newcomer starts it: everything at once, next to what already runs, and gone when told to go.
import { createServer } from 'node:net'
import { Aedes } from 'aedes'
import { expect, test } from 'vitest'
import { linesOf, type Running, runCommand, startCommand } from '../support/command.ts'
import { get } from '../support/door.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const UP_MS = 45_000

async function addressOf(demo: Running, name: string): Promise<string> {
  const find = () => new RegExp(`${name}\\s+(\\S+://\\S+)`).exec(demo.out())?.[1]
  await expect.poll(find, { timeout: UP_MS, message: demo.err() }).toBeDefined()
  return find() ?? ''
}

/** Sources of the series that have a value. */
async function sourcesOf(origin: string): Promise<string[]> {
  const { body } = await get(`${origin}/api/v1/series`)
  const { series } = body as { series: { source: string; latest: unknown }[] }
  return series.filter(one => one.latest !== null).map(one => one.source)
}

test('takes the next free ports, shows a simulated field marked as such, and ends whole on Ctrl-C', async () => {
  const folder = temporaryFolder()
  const taken = createServer()
  await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as { port: number }
  const demo = startCommand('server/demo.ts', [], {
    PORT: String(port),
    MQTT_PORT: String(port),
    DATA_DIR: folder.path,
  })
  try {
    const wall = await addressOf(demo, 'wall')
    expect(new URL(wall).pathname).toBe('/wall')
    expect(Number(new URL(wall).port)).toBeGreaterThan(port)
    expect(await addressOf(demo, 'Kiosk')).toContain('/kiosk')
    const { origin } = new URL(wall)

    await expect.poll(async () => (await sourcesOf(origin)).length, { timeout: UP_MS }).toBeGreaterThan(100)
    expect(new Set(await sourcesOf(origin))).toEqual(new Set(['simulated']))
    const { code, out } = await runCommand('server/live/tail-cli.ts', ['--url', origin, '--seconds', '2', '--count'])
    expect(code).toBe(0)
    expect(JSON.parse(linesOf(out)[0] ?? '{}').readings).toBeGreaterThan(100)

    demo.process.kill('SIGINT')
    expect((await demo.ended).code).toBe(0)
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow()
  } finally {
    demo.process.kill('SIGKILL')
    await demo.ended
    taken.close()
    folder.remove()
  }
})

test('runs over an outside broker when it is given one', async () => {
  const folder = temporaryFolder()
  const broker = await Aedes.createBroker()
  const listener = createServer(broker.handle)
  await new Promise<void>(resolve => listener.listen(0, '127.0.0.1', resolve))
  const { port } = listener.address() as { port: number }
  const environment = { PORT: '0', MQTT_URL: `mqtt://127.0.0.1:${port}`, DATA_DIR: folder.path }
  const demo = startCommand('server/demo.ts', [], environment)
  try {
    const { origin } = new URL(await addressOf(demo, 'wall'))
    await expect.poll(async () => (await sourcesOf(origin)).length, { timeout: UP_MS }).toBeGreaterThan(100)
    demo.process.kill('SIGINT')
    expect((await demo.ended).code).toBe(0)
  } finally {
    demo.process.kill('SIGKILL')
    await demo.ended
    await new Promise<void>(resolve => broker.close(resolve))
    listener.close()
    folder.remove()
  }
})
