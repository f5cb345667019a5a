// Who sends: the device a token or a certificate belongs to, also one that another process added a moment ago; and whether
// what it came in with still holds.
import { type Device, type Devices, holdsToken } from './devices.ts'
import { hashToken } from './token.ts'

/** What a client certificate says once its chain was verified: the name in it, and until when it holds. */
export type ClientCertificate = { readonly name: string; readonly until: number }

export type SignedIn = {
  readonly device: Device
  /** False once the device was disabled, its token was rotated away or its overlap ended, or the certificate ran out. */
  readonly isStillGood: () => boolean
}

export type Authenticate = {
  readonly byToken: (token: string) => Promise<Device | undefined>
  readonly byIdAndToken: (id: string, token: string) => Promise<SignedIn | undefined>
  readonly byCertificate: (certificate: ClientCertificate) => Promise<SignedIn | undefined>
}

/** @param catchUp looks for devices added elsewhere; may be a run that is under way */
export function createAuthenticate(
  devices: Pick<Devices, 'byId' | 'byToken'>,
  catchUp: () => Promise<void>,
  now: () => number,
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
  async function signIn(id: string, isGood: (device: Device) => boolean): Promise<SignedIn | undefined> {
    const known = () => {
      const device = devices.byId(id)
      return device && isGood(device) ? device : undefined
    }
    const device = await find(known)
    return device && { device, isStillGood: () => known() !== undefined }
  }
  return {
    byToken: token => find(() => devices.byToken(token, now())),
    byIdAndToken(id, token) {
      const hash = hashToken(token)
      return signIn(id, device => holdsToken(device, hash, now()))
    },
    byCertificate: ({ name, until }) => signIn(name, device => !device.isDisabled && now() < until),
  }
}
