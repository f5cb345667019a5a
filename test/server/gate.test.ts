// Any page of the web may open a WebSocket to this station from a visitor's browser: only our own pages get one.
import { io } from 'socket.io-client'
import msgpackParser from 'socket.io-msgpack-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { get } from '../support/door.ts'
import { openScreen } from '../support/screen.ts'
import { startTestStation, type TestStation } from '../support/station.ts'

const CONFIGURED = 'https://ioc.example.vn'
let station: TestStation
beforeAll(async () => {
  station = await startTestStation({ origins: [CONFIGURED] })
})
afterAll(() => station.stop())

const port = () => new URL(station.url).port
const isLetIn = (origin: string | null, about: object = {}): Promise<boolean> =>
  openScreen(station.url, { origin, ...about }).then(
    screen => {
      screen.leave()
      return true
    },
    () => false,
  )

describe('a live link', () => {
  test.each([
    ['the address of the page', () => `http://127.0.0.1:${port()}`],
    ['another name of this machine', () => `http://localhost:${port()}`],
    ['this machine in IPv6', () => `http://[::1]:${port()}`],
    ['an origin of the configuration', () => CONFIGURED],
  ])('is given to %s', async (_what, origin) => expect(await isLetIn(origin())).toBe(true))

  test.each([
    ['a page of someone else', () => 'https://evil.example'],
    ['a page without an origin', () => 'null'],
    ['who sends no origin', () => null],
    ['an empty origin', () => ''],
    ['a sub-domain', () => 'https://evil.ioc.example.vn'],
    ['a longer name', () => `${CONFIGURED}.evil.example`],
    ['a prefix of ours', () => 'https://ioc.example.v'],
    ['the same in capitals', () => CONFIGURED.toUpperCase()],
    ['the same without encryption', () => 'http://ioc.example.vn'],
    ['the same at another port', () => `${CONFIGURED}:8443`],
    ['this machine at another port', () => `http://127.0.0.1:${Number(port()) + 1}`],
    ['this machine with encryption', () => `https://127.0.0.1:${port()}`],
    ['the same with a path', () => `${CONFIGURED}/`],
    ['a list with ours in it', () => `https://evil.example ${CONFIGURED}`],
  ])('is refused to %s', async (_what, origin) => expect(await isLetIn(origin())).toBe(false))

  test('is refused over polling, whoever asks', async () => {
    expect(await isLetIn(station.url, { transports: ['polling'] })).toBe(false)
    for (const headers of [{ origin: station.url }, { origin: 'https://evil.example' }, {}]) {
      const answer = await get(`${station.url}/socket.io/?EIO=4&transport=polling`, { headers })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
      expect(String(answer.body)).not.toContain('"sid"')
    }
  })

  test('leads to /live and to nothing else', async () => {
    for (const namespace of ['/', '/admin', '/live/', '/Live']) {
      const socket = io(`${station.url}${namespace}`, {
        parser: msgpackParser,
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        extraHeaders: { origin: station.url },
      })
      const outcome = await new Promise(resolve => {
        socket.on('connect', () => resolve('connected'))
        socket.on('connect_error', () => resolve('refused'))
      })
      expect([namespace, outcome]).toEqual([namespace, 'refused'])
      socket.disconnect()
    }
  })

  test('comes without a script to download', async () =>
    expect((await get(`${station.url}/socket.io/socket.io.js`)).status).toBeGreaterThanOrEqual(400))
})

test('beyond this machine the addresses of this machine are strangers too', async () => {
  const open = await startTestStation({ host: '0.0.0.0', origins: [CONFIGURED] })
  try {
    const letIn = (origin: string) =>
      openScreen(open.url, { origin }).then(
        screen => {
          screen.leave()
          return true
        },
        () => false,
      )
    expect([await letIn(CONFIGURED), await letIn(open.url)]).toEqual([true, false])
  } finally {
    await open.stop()
  }
})
