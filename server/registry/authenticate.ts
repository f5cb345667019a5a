// Who sends: the device a token belongs to, also one that another process added a moment ago.
import type { Device, Devices } from './devices.ts'
import { hashToken } from './token.ts'

export type Authenticate = {
  readonly byToken: (token: string) => Promise<Device | undefined>
  readonly byIdAndToken: (id: string, token: string) => Promise<Device | undefined>
}

/** @param catchUp looks for devices added elsewhere; may be a run that is under way */
export function createAuthenticate(
  devices: Pick<Devices, 'byId' | 'byToken'>,
  catchUp: () => Promise<void>,
): Authenticate {
  async function find(known: () => Device | undefined): Promise<Device | undefined> {
    let device = known()
    // Twice at the most: the first may be a run under way that looked before the device was there.
    for (let tries = 0; tries < 2 && !device; tries++) {
      await catchUp()
      device = known()
    }
    return device
  }
  return {
    byToken: token => find(() => devices.byToken(token)),
    byIdAndToken: (id, token) =>
      find(() => {
        const device = devices.byId(id)
        return device && !device.isDisabled && device.tokenHash === hashToken(token) ? device : undefined
      }),
  }
}
