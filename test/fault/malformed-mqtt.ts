// Byte streams that a broken or hostile MQTT client could send. `wrong` streams must leave nothing in the store; `damaged` ones were a
// valid publication before an accident.
import { connectPacket, PACKET, packet, publishPacket, subscribePacket } from '../support/mqtt-bytes.ts'
import type { Chance } from '../support/seed.ts'
import { damage } from './malformed-http.ts'

export type Identity = { readonly id: string; readonly token: string; readonly topic: string }
export type Stream = { readonly kind: 'wrong' | 'damaged'; readonly bytes: Buffer }

const OVERSIZE_BYTES = 256 * 1024 + 2048
const GOOD = Buffer.from('{"values":{"water_level":5}}')
const BAD_PAYLOADS = [
  '',
  'null',
  '5',
  '[]',
  '{',
  '{"values":{"water_level":"5"}}',
  '{"values":{"water_level":1e400}}',
  '{"online":"yes"}',
  '['.repeat(10_000),
  '{"values":{"mutant-0.water_level":5}}',
]
const BAD_TOPICS = [
  '',
  '/',
  '#',
  '+',
  '$SYS/x',
  'daisen/v1/+/+/tele',
  'daisen/v1/#',
  'daisen/v1/my-dong/mutant-0/tele',
  'daisen/v1/my-dong/nobody/tele',
  'daisen/v1/an-hoa/door-0/tele',
  'daisen/v1/my-dong/door-0',
  'daisen/v1/my-dong/door-0/tele/deeper',
  'daisen/v1/my-dong/door-0/tele/',
  'DAISEN/v1/my-dong/door-0/tele',
  'daisen/v1/my-dong/door-0/tele\u0000',
  'daisen/v1/my-dong/__proto__/tele',
  `${'a/'.repeat(5_000)}a`,
  'a'.repeat(65_535),
]

/** What a stranger may try before and instead of a sign-in. */
export function strangers(count: number, { id, token }: Identity, chance: Chance): Stream[] {
  const connect = connectPacket(id, id, token)
  const fixed = [
    Buffer.from('GET / HTTP/1.1\r\n\r\n'),
    connectPacket('', '', ''),
    connectPacket(id, id, 'wrong'),
    connectPacket('x'.repeat(65_535), id, 'wrong'),
    publishPacket('daisen/v1/my-dong/door-0/tele', GOOD, 1),
    subscribePacket('#', 1),
    packet(PACKET.connect, 0, Buffer.alloc(0)),
    packet(PACKET.connect, 15, connect.subarray(2)),
    packet(PACKET.connect, 0, Buffer.alloc(10), 268_435_455),
    Buffer.concat([Buffer.from([0x10]), Buffer.alloc(5, 0xff)]),
    packet(PACKET.connect, 0, Buffer.alloc(OVERSIZE_BYTES)),
    packet(0, 0, Buffer.alloc(3)),
    packet(15, 15, Buffer.alloc(3)),
  ]
  const random = (): Buffer => {
    const kind = chance.below(4)
    if (kind === 0) return chance.bytes(1 + chance.below(100))
    if (kind === 1) return packet(chance.below(16), chance.below(16), chance.bytes(chance.below(60)))
    if (kind === 2)
      return packet(chance.below(16), chance.below(16), chance.bytes(chance.below(60)), chance.below(2 ** 28))
    return damage(connect, chance)
  }
  return Array.from({ length: count }, (_, i) => ({ kind: 'wrong', bytes: fixed[i] ?? random() }))
}

/** What a signed-in device may send that must never be stored. */
export function wrongPackets(count: number, { id, token, topic }: Identity, chance: Chance): Stream[] {
  const fixed = [
    ...BAD_TOPICS.map(bad => publishPacket(bad, GOOD, 1)),
    ...BAD_PAYLOADS.map(bad => publishPacket(topic, Buffer.from(bad), 1)),
    ...BAD_PAYLOADS.map(bad => publishPacket(topic.replace('/tele', '/state'), Buffer.from(bad), 1)),
    publishPacket(topic, GOOD, 1, { qos: 3 }),
    publishPacket(Buffer.from([0xff, 0xfe, 0xc0, 0x80]), GOOD, 1),
    publishPacket(Buffer.concat([Buffer.from(topic), Buffer.from([0xed, 0xa0, 0x80])]), GOOD, 1),
    publishPacket(
      topic,
      Buffer.concat([Buffer.from('{"values":{"water_level":5},"x":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]),
      1,
    ),
    publishPacket(topic, Buffer.concat([GOOD, Buffer.alloc(OVERSIZE_BYTES, 0x20)]), 1),
    packet(PACKET.publish, 2, Buffer.from([0xff, 0xff, 0x61])),
    packet(PACKET.publish, 2, Buffer.alloc(0)),
    packet(PACKET.publish, 2, GOOD, 268_435_455),
    packet(PACKET.subscribe, 0, GOOD),
    packet(PACKET.subscribe, 2, Buffer.from([0, 1])),
    packet(PACKET.disconnect, 0, GOOD),
    packet(2, 0, Buffer.from([0, 0])),
    packet(9, 0, Buffer.from([0, 1, 0x80])),
    packet(PACKET.puback, 0, Buffer.from([0xff, 0xff])),
    packet(6, 2, Buffer.from([0, 0])),
    connectPacket(id, id, token),
    ...['#', '+/+', '$SYS/#', 'a/#/b', '', `${'+/'.repeat(1_000)}#`].map(filter => subscribePacket(filter, 1)),
  ]
  const random = (): Buffer => {
    const kind = chance.below(4)
    if (kind === 0) return chance.bytes(1 + chance.below(100))
    if (kind === 1) return packet(chance.below(16), chance.below(16), chance.bytes(chance.below(60)))
    if (kind === 2) return publishPacket(topic, chance.bytes(chance.below(80)), 1 + chance.below(65_535))
    return publishPacket(chance.bytes(chance.below(40)), GOOD, chance.below(65_536))
  }
  return Array.from({ length: count }, (_, i) => ({
    kind: 'wrong',
    bytes: Buffer.concat([signIn(i, { id, token }), fixed[i] ?? random()]),
  }))
}

/** Valid publications after an accident on the way, behind a valid sign-in. */
export function damagedPackets(
  count: number,
  { id, token, topic }: Identity,
  chance: Chance,
  firstT: number,
): Stream[] {
  return Array.from({ length: count }, (_, i) => {
    const body = JSON.stringify({ ts: firstT + i, values: { water_level: chance.below(900) / 100 } })
    const publish = publishPacket(topic, Buffer.from(body), 1 + (i % 65_535))
    return { kind: 'damaged', bytes: Buffer.concat([signIn(i, { id, token }), damage(publish, chance)]) }
  })
}

/** Each connection under a client id of its own: two of the same would push each other out. */
const signIn = (i: number, { id, token }: Pick<Identity, 'id' | 'token'>): Buffer =>
  connectPacket(`${id}-${i}`, id, token)
