// The HTTP server's own limits, with short times: how many connections, how slow they may be, and who makes room for whom.
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createHttp, HTTP_LIMITS, type HttpLimits, listen } from '../../server/http/listen.ts'

const HEAD = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'
const LARGE_BYTES = 32 * 1024 * 1024
const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** Answers at once; `/never` never, `/early` before the body is there, `/large` with more than a connection holds. */
async function serve(about: Partial<HttpLimits> = {}) {
  const http = createHttp(
    (request, response) => {
      if (request.url === '/early') response.end('early')
      else if (request.url === '/large') response.end(Buffer.alloc(LARGE_BYTES))
      else if (request.url !== '/never') request.resume().on('end', () => response.end('yes'))
    },
    { ...HTTP_LIMITS, ...about },
  )
  const port = await listen(http, '127.0.0.1', 0)
  ends.push(() => {
    http.closeAllConnections()
    http.close()
  })
  return { port: (http.address() as AddressInfo).port ?? port }
}

type Caller = { readonly socket: Socket; readonly heard: () => string; readonly isOpen: () => boolean }

async function call(port: number, text = '', localAddress = '127.0.0.1'): Promise<Caller> {
  let heard = ''
  let isOpen = true
  const socket = connect({ port, host: '127.0.0.1', localAddress })
  ends.push(() => socket.destroy())
  socket.on('data', chunk => {
    heard += chunk.toString('latin1').slice(0, 1_000)
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    isOpen = false
  })
  await new Promise(resolve => socket.once('connect', resolve))
  if (text !== '') socket.write(text)
  return { socket, heard: () => heard, isOpen: () => isOpen }
}

describe('connections', () => {
  test('of one address: one beyond the limit closes the oldest that has asked nothing', async () => {
    const { port } = await serve({ connectionsPerAddress: 3 })
    const waiting = [await call(port), await call(port), await call(port)]
    const [oldest, ...others] = waiting
    expect(waiting.every(one => one.isOpen())).toBe(true)
    const asking = await call(port, HEAD)
    await expect.poll(asking.heard).toContain('yes')
    await expect.poll(() => oldest?.isOpen()).toBe(false)
    expect(others.every(one => one.isOpen())).toBe(true)
  })

  test('of one address take nothing from another', async () => {
    const { port } = await serve({ connectionsPerAddress: 2 })
    const neighbour = await call(port, '', '127.0.0.2')
    for (let i = 0; i < 5; i++) await call(port)
    expect(neighbour.isOpen()).toBe(true)
  })

  test('of all together: whoever waits longest makes room', async () => {
    const { port } = await serve({ connections: 2 })
    const [first, second] = [await call(port), await call(port, '', '127.0.0.2')]
    await call(port, '', '127.0.0.3')
    await expect.poll(first.isOpen).toBe(false)
    expect(second.isOpen()).toBe(true)
  })

  test('that are being answered make no room: the new one goes', async () => {
    const { port } = await serve({ connectionsPerAddress: 2 })
    const answered = [await call(port, HEAD.replace('/ ', '/never ')), await call(port, HEAD.replace('/ ', '/never '))]
    // Only what was read counts as asked.
    await new Promise(resolve => setTimeout(resolve, 200))
    const late = await call(port, HEAD)
    await expect.poll(late.isOpen).toBe(false)
    expect([late.heard(), answered.map(one => one.isOpen())]).toEqual(['', [true, true]])
  })

  test('that still send their request make room when nobody waits', async () => {
    const { port } = await serve({ connectionsPerAddress: 1 })
    const sending = await call(port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc')
    await new Promise(resolve => setTimeout(resolve, 200))
    await expect.poll((await call(port, HEAD)).heard).toContain('yes')
    expect(sending.isOpen()).toBe(false)
  })
})

describe('who is slow', () => {
  test('with the head is told so and let go', async () => {
    const { port } = await serve({ headersTimeoutMs: 300 })
    const [silent, slow] = [await call(port), await call(port, 'GET / HTTP/1.1\r\nHost: x\r\nX-A: ')]
    const drip = setInterval(() => slow.socket.write('a'), 50)
    ends.push(() => clearInterval(drip))
    await expect.poll(() => [silent.isOpen(), slow.isOpen()], { timeout: 20_000 }).toEqual([false, false])
    expect(slow.heard()).toMatch(/^HTTP\/1\.1 408 [\s\S]*application\/problem\+json[\s\S]*problem:timed-out/)
  })

  test('with the body is let go', async () => {
    const { port } = await serve({ headersTimeoutMs: 300, requestTimeoutMs: 600 })
    const slow = await call(port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n')
    const drip = setInterval(() => slow.socket.write('a'), 50)
    ends.push(() => clearInterval(drip))
    await expect.poll(slow.isOpen, { timeout: 20_000 }).toBe(false)
  })

  test('and stops in the middle of the body is let go sooner', async () => {
    const { port } = await serve({ stalledMs: 300 })
    const stopped = await call(port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\nabc')
    await expect.poll(stopped.isOpen, { timeout: 20_000 }).toBe(false)
  })

  test('in reading the answer is let go, at a standstill and at a drip', async () => {
    const { port } = await serve({ stalledMs: 500, answerWithinMs: 1_500 })
    const ask = HEAD.replace('/ ', '/large ')
    const [still, drop] = [await call(port, ask), await call(port, ask)]
    for (const { socket } of [still, drop]) socket.pause()
    const sip = setInterval(() => drop.socket.read(16 * 1024), 100)
    ends.push(() => clearInterval(sip))
    const gone = async (one: Caller) => {
      one.socket.resume()
      await expect.poll(one.isOpen, { timeout: 20_000 }).toBe(false)
      return one.socket.bytesRead
    }
    await new Promise(resolve => setTimeout(resolve, 2_500))
    clearInterval(sip)
    expect(await gone(still)).toBeLessThan(LARGE_BYTES)
    expect(await gone(drop)).toBeLessThan(LARGE_BYTES)
  })

  test('with a body after the answer is let go', async () => {
    const { port } = await serve()
    const slow = await call(port, 'POST /early HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n')
    const drip = setInterval(() => slow.socket.write('a'), 50)
    ends.push(() => clearInterval(drip))
    await expect.poll(slow.heard).toContain('early')
    await expect.poll(slow.isOpen, { timeout: 10_000 }).toBe(false)
  })

  test('is not who waits for an answer that is still being made', async () => {
    const { port } = await serve({ stalledMs: 200, answerWithinMs: 2_000 })
    const patient = await call(port, HEAD.replace('/ ', '/never '))
    await new Promise(resolve => setTimeout(resolve, 1_000))
    expect(patient.isOpen()).toBe(true)
    await expect.poll(patient.isOpen, { timeout: 20_000 }).toBe(false)
  })
})
