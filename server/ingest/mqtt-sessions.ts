// Which device speaks on which MQTT connection, and the end of a connection whose credentials no longer hold.
import type { Client } from 'aedes'
import type { SignedIn } from '../registry/authenticate.ts'
import type { Device } from '../registry/devices.ts'

/** With the second that a change in the store may take to be noticed, a refused device is off within two. */
const LOOK_MS = 500

export type Sessions = {
  readonly open: (client: Client, signedIn: SignedIn) => void
  readonly close: (client: Client) => void
  /** The device of a connection, also of one that has just closed and still owes its last will. */
  readonly deviceOf: (client: Client) => Device | undefined
  /** The same, only while its credentials hold. */
  readonly allowedDeviceOf: (client: Client) => Device | undefined
  readonly stop: () => void
}

/** @param letGo ends the connection */
export function createSessions(letGo: (client: Client) => void): Sessions {
  const signedInOf = new WeakMap<Client, SignedIn>()
  const open = new Set<Client>()
  const looking = setInterval(() => {
    for (const client of open) if (!signedInOf.get(client)?.isStillGood()) letGo(client)
  }, LOOK_MS)

  return {
    open(client, signedIn) {
      signedInOf.set(client, signedIn)
      // It may have left while its token was looked up; then nothing would take it out again.
      if (!client.conn.destroyed) open.add(client)
    },
    close: client => void open.delete(client),
    deviceOf: client => signedInOf.get(client)?.device,
    allowedDeviceOf(client) {
      const signedIn = signedInOf.get(client)
      return signedIn?.isStillGood() ? signedIn.device : undefined
    },
    stop: () => clearInterval(looking),
  }
}
