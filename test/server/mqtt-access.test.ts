// Who may speak at the embedded broker, about what, what it may hear, and when its connection ends.
import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { disableDevice, rotateDevice } from '../../server/registry/register.ts'
import { connectDevice, type FieldDevice } from '../support/field-device.ts'
import { type Known, useMqttBench } from '../support/mqtt-bench.ts'
import { connectPacket, publishPacket } from '../support/mqtt-bytes.ts'

const NOW = Date.UTC(2026, 10, 23, 2)
/** A change made from outside is in force within this. */
const IN_FORCE_MS = 2_000
let at = NOW
const { station, outside, register, join, levelsOf, onlineOf } = useMqttBench({ now: () => at })

const endOf = ({ client }: FieldDevice) => new Promise<void>(resolve => client.once('close', () => resolve()))
const isOff = (device: FieldDevice) =>
  expect.poll(() => device.client.connected, { timeout: IN_FORCE_MS, interval: 50 })

describe('who may speak', () => {
  test('only a device with its own token', async () => {
    const [known, other] = [await register(), await register()]
    const refused = [
      { id: known.id, token: 'wrong' },
      { id: known.id, token: other.token },
      { id: 'nobody', token: known.token },
      { id: '__proto__', token: known.token },
    ]
    for (const one of refused) await expect(join(one), one.id).rejects.toThrow()
    await expect(
      connectDevice(station().mqttUrl, { ...known, username: undefined, password: undefined } as never),
    ).rejects.toThrow()
    await join(known)
  })

  test.each([
    ["another device's topic", (_own: string, other: string) => `daisen/v1/my-dong/${other}/tele`],
    ['its own name in another village', (own: string) => `daisen/v1/dinh-yen/${own}/tele`],
    ["another device's state", (_own: string, other: string) => `daisen/v1/my-dong/${other}/state`],
    ['a topic that is none of ours', (own: string) => `other/v1/my-dong/${own}/tele`],
    ['a deeper topic', (own: string) => `daisen/v1/my-dong/${own}/tele/x`],
    ["the broker's own topics", () => '$SYS/x/new/clients'],
    ['a shared topic', (own: string) => `$share/g/daisen/v1/my-dong/${own}/tele`],
    ['an empty level', (own: string) => `daisen/v1/my-dong//${own}/tele`],
    ['a leading slash', (own: string) => `/daisen/v1/my-dong/${own}/tele`],
    ['its name in full-width letters', (own: string) => `daisen/v1/my-dong/${own.replaceAll('d', '\uff44')}/tele`],
    ['its name with something invisible', (own: string) => `daisen/v1/my-dong/${own}\u200b/tele`],
    ['its name in capitals', (own: string) => `daisen/v1/my-dong/${own.toUpperCase()}/tele`],
  ])('and not under %s: the connection ends and nothing is stored', async (_what, topicOf) => {
    const [own, other] = [await register(), await register()]
    const device = await join(own)
    const message = { ts: NOW, v: { water_level: 1 }, online: true }
    await expect(device.tell(message, { topic: topicOf(own.id, other.id), retain: true })).rejects.toThrow('closed')
    for (const one of [own, other]) expect(await levelsOf(one)).toEqual([])
    expect(await onlineOf(other)).toBeUndefined()
  })

  test.each([
    ['a wildcard', 'daisen/v1/my-dong/+/tele'],
    ['everything', '#'],
    ['a NUL at the end of its own name', 'OWN\0'],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe)],
  ])('and not under %s, which no honest client would send', async (_what, wrong) => {
    const [own, other] = [await register(), await register()]
    const topic = wrong === 'OWN\0' ? `daisen/v1/my-dong/${own.id}\0/tele` : wrong
    const socket = connect(Number(new URL(station().mqttUrl).port), '127.0.0.1')
    socket.resume().on('error', () => undefined)
    const payload = Buffer.from(JSON.stringify({ ts: NOW, v: { water_level: 1 } }))
    socket.write(Buffer.concat([connectPacket('c', own.id, own.token), publishPacket(topic, payload, 1)]))
    await once(socket, 'close')
    for (const one of [own, other]) expect(await levelsOf(one)).toEqual([])
  })

  test.each([
    ["another device's state", (other: string) => `daisen/v1/my-dong/${other}/state`],
    ["another device's readings", (other: string) => `daisen/v1/my-dong/${other}/tele`],
    ["the broker's own topics", () => '$SYS/x/new/clients'],
    ['a wildcard', () => 'daisen/v1/my-dong/+/state'],
    ['far too many levels', () => 'a/'.repeat(200)],
  ])('and not with a last will about %s', async (_what, topicOf) => {
    const [own, other] = [await register(), await register()]
    const heard: string[] = []
    const listening = await join(other)
    listening.client.on('message', topic => heard.push(topic))
    await listening.client.subscribeAsync(`daisen/v1/my-dong/${other.id}/#`, { qos: 1 })
    const payload = Buffer.from('{"online":false,"v":{"water_level":1}}')
    const device = await join(own, { will: { topic: topicOf(other.id), payload, qos: 1, retain: true } })
    await device.tell({ ts: NOW, v: { water_level: 1 } })
    device.client.stream.destroy()
    const next = await join(own)
    await next.tell({ ts: NOW - 1, v: { water_level: 1 } })
    await listening.tell({ ts: NOW, v: { water_level: 2 } })
    await expect.poll(() => heard).toEqual([`daisen/v1/my-dong/${other.id}/tele`])
    expect(await onlineOf(other)).toBeUndefined()
    expect((await levelsOf(other)).map(one => one.v)).toEqual([2])
  })

  test('and a device hears only what is its own', async () => {
    const [own, other] = [await register(), await register()]
    const device = await join(own)
    const foreign = [
      '#',
      'daisen/#',
      'daisen/v1/+/+/tele',
      '+/+/+/+/+',
      `daisen/v1/my-dong/${other.id}/#`,
      `daisen/v1/my-dong/${own.id}/x`,
      '$share/g/#',
      '$SYS/#',
    ]
    const own4 = ['state', 'tele', '+', '#'].map(kind => `daisen/v1/my-dong/${own.id}/${kind}`)
    expect(await grantedTo(device, [...foreign, ...own4])).toEqual([...foreign.map(() => 128), 1, 1, 1, 1])
    const heard: string[] = []
    device.client.on('message', topic => heard.push(topic))
    const speaking = await join(other)
    await speaking.say({ online: true })
    await speaking.tell({ ts: NOW, v: { water_level: 1 } })
    await device.say({ online: true })
    await expect.poll(() => new Set(heard)).toEqual(new Set([`daisen/v1/my-dong/${own.id}/state`]))
    await Promise.all([endOf(device), grantedTo(device, [`$share/g/daisen/v1/my-dong/${own.id}/tele`])])
  })

  test('and a session that outlives its connection has nothing queued for it', async () => {
    const known = await register()
    const device = await join(known, { clean: false })
    expect(await grantedTo(device, [`daisen/v1/my-dong/${known.id}/state`])).toEqual([128])
    await device.tell({ ts: NOW, v: { water_level: 1 } })
    device.client.publish(`daisen/v1/my-dong/${known.id}/tele`, '{}', { qos: 2 })
    await endOf(device)
  })
})

describe('a connection ends within two seconds', () => {
  const rotate = async ({ id }: Known, overlapMs: number): Promise<Known> => {
    const issued = await rotateDevice(outside(), id, { at, actor: 'test', overlapMs })
    if ('refusal' in issued) throw new Error(issued.refusal)
    return { id, token: issued.token }
  }

  test('when its device is disabled, and what it would have said of itself is not believed', async () => {
    const known = await register()
    const [device, bystander] = [await join(known), await join(await register())]
    await device.say({ online: true, ts: NOW })
    await disableDevice(outside(), known.id, at, 'test')
    await isOff(device).toBe(false)
    await expect(join(known)).rejects.toThrow()
    expect(bystander.client.connected).toBe(true)
    expect(await onlineOf(known)).toEqual([1])
  })

  test('when its token is rotated away; that of the new token stays', async () => {
    const known = await register()
    const device = await join(known)
    const fresh = await join(await rotate(known, 0), { clientId: 'fresh' })
    await isOff(device).toBe(false)
    await expect(join(known)).rejects.toThrow()
    await fresh.tell({ ts: NOW, v: { water_level: 1 } })
  })

  test('when the overlap of its token ends, to the millisecond, and when a second rotation drops it', async () => {
    const known = await register()
    const second = await rotate(known, 60_000)
    const device = await join(known)
    at += 59_999
    await device.tell({ ts: NOW, v: { water_level: 1 } })
    await join(known, { clientId: 'again' })
    at += 1
    await isOff(device).toBe(false)
    await expect(join(known)).rejects.toThrow()
    const lasting = await join(second)
    await rotate(second, 60_000)
    const third = await rotate(second, 60_000)
    await isOff(lasting).toBe(false)
    await join(third)
  })
})

/** QoS granted for each filter; 128 = refused. */
async function grantedTo(device: FieldDevice, filters: string[]): Promise<number[]> {
  const granted = await device.client
    .subscribeAsync(filters, { qos: 1 })
    .catch((error: { packet?: { granted?: number[] } }) => error.packet?.granted ?? [])
  return granted.map(one => (typeof one === 'number' ? one : one.qos))
}
