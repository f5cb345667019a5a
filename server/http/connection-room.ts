// A room for connections: so many in all, so many of one address, and when it is full the one that has waited longest without asking
// anything makes place. Knows no protocol.
import type { Socket } from 'node:net'
import { addressKey } from './client-address.ts'

/** `waiting`: has asked nothing yet; `asking`: is still sending what it asks; `kept`: is served, stays. */
export type Stage = 'waiting' | 'asking' | 'kept'

export type RoomLimits = {
  readonly total: number
  /** Undefined where many come from one address by right: behind a proxy, or a carrier's gateway. */
  readonly perAddress: number | undefined
}
export type ConnectionRoom = {
  /** False: there was no place, the socket is closed. */
  readonly enter: (socket: Socket, stage: () => Stage) => boolean
}

type Guest = { readonly socket: Socket; readonly address: string; readonly stage: () => Stage }

export function createConnectionRoom({ total, perAddress }: RoomLimits): ConnectionRoom {
  /** Oldest first. */
  const guests = new Set<Guest>()
  const counts = new Map<string, number>()

  function leave(guest: Guest): void {
    if (!guests.delete(guest)) return
    const left = (counts.get(guest.address) ?? 1) - 1
    if (left > 0) counts.set(guest.address, left)
    else counts.delete(guest.address)
  }

  /** @param address whose guests alone may go; undefined = anybody's */
  function makeRoom(address: string | undefined): boolean {
    let asking: Guest | undefined
    for (const guest of guests) {
      if (address !== undefined && guest.address !== address) continue
      const stage = guest.stage()
      if (stage === 'waiting') return sendAway(guest)
      if (stage === 'asking') asking ??= guest
    }
    return asking !== undefined && sendAway(asking)
  }

  function sendAway(guest: Guest): true {
    leave(guest)
    guest.socket.destroy()
    return true
  }

  return {
    enter(socket, stage) {
      const address = addressKey(socket.remoteAddress ?? '')
      const isAddressFull = perAddress !== undefined && (counts.get(address) ?? 0) >= perAddress
      if ((isAddressFull || guests.size >= total) && !makeRoom(isAddressFull ? address : undefined)) {
        socket.destroy()
        return false
      }
      const guest = { socket, address, stage }
      guests.add(guest)
      counts.set(address, (counts.get(address) ?? 0) + 1)
      socket.once('close', () => leave(guest))
      return true
    },
  }
}
