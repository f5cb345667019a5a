// MQTT 3.1.1 packets as bytes, for tests that must send wrong ones and load that must not cost more than the broker it measures.

export const PACKET = { connect: 1, publish: 3, puback: 4, subscribe: 8, disconnect: 14 } as const

/** A fixed header in front of a body; `length` says another length than the body has. */
export function packet(type: number, flags: number, body: Uint8Array, length: number = body.length): Buffer {
  return Buffer.concat([Buffer.from([(type << 4) | flags]), remainingLength(length), body])
}

export function connectPacket(clientId: string, username: string, password: string): Buffer {
  const CLEAN_WITH_USER_AND_PASSWORD = 0xc2
  const head = Buffer.from([0, 4, 0x4d, 0x51, 0x54, 0x54, 4, CLEAN_WITH_USER_AND_PASSWORD, 0, 60])
  return packet(PACKET.connect, 0, Buffer.concat([head, text(clientId), text(username), text(password)]))
}

export type PublishOptions = { readonly qos?: 0 | 1 | 2 | 3; readonly retain?: boolean }

/** @param topic bytes when it should be no text */
export function publishPacket(
  topic: string | Uint8Array,
  payload: Uint8Array,
  packetId: number,
  { qos = 1, retain = false }: PublishOptions = {},
): Buffer {
  const id = qos === 0 ? new Uint8Array() : uint16(packetId)
  return packet(PACKET.publish, (qos << 1) | Number(retain), Buffer.concat([text(topic), id, payload]))
}

export function subscribePacket(filter: string, packetId: number): Buffer {
  return packet(PACKET.subscribe, 2, Buffer.concat([uint16(packetId), text(filter), Uint8Array.of(1)]))
}

function text(value: string | Uint8Array): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value
  return Buffer.concat([uint16(bytes.length), bytes])
}

const uint16 = (value: number): Uint8Array => Uint8Array.of((value >> 8) & 0xff, value & 0xff)

function remainingLength(length: number): Buffer {
  const bytes: number[] = []
  let left = length
  do {
    const low = left % 128
    left = Math.floor(left / 128)
    bytes.push(left > 0 ? low | 0x80 : low)
  } while (left > 0)
  return Buffer.from(bytes)
}
