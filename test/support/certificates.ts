// Certificates for tests, made when a test wants them: no key lies in the repository, none ever runs out. X.509 as DER, by hand.
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto'

export type Issued = { readonly name: string; readonly cert: string; readonly key: string }

const DAY_MS = 86_400_000
const SEQUENCE = 0x30
const OID = { commonName: '550403', ecdsaSha256: '2a8648ce3d040302', basicConstraints: '551d13', altName: '551d11' }

export type CertificatePlan = {
  readonly name: string
  /** Undefined = signed by itself. */
  readonly by?: Issued
  readonly isAuthority?: boolean
  /** Until when it holds; from two days before. */
  readonly until?: number
}

/** A certificate with an EC key; an end of 127.0.0.1 and localhost unless it is an authority. */
export function issueCertificate({
  name,
  by,
  isAuthority = false,
  until = Date.now() + DAY_MS,
}: CertificatePlan): Issued {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = pair.privateKey.export({ type: 'pkcs8', format: 'pem' })
  const algorithm = der(SEQUENCE, oid(OID.ecdsaSha256))
  const own = nameOf(name)
  const body = der(
    SEQUENCE,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    by ? nameOf(by.name) : own,
    der(SEQUENCE, utcTime(until - 3 * DAY_MS), utcTime(until)),
    own,
    pair.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(SEQUENCE, ...(isAuthority ? [authority()] : [localNames()]))),
  )
  const signature = sign('sha256', body, createPrivateKey(by?.key ?? key))
  const whole = der(SEQUENCE, body, algorithm, der(0x03, Buffer.from([0]), signature))
  return { name, key, cert: new X509Certificate(whole).toString() }
}

/** Whether a certificate holds this key: for tests of what a server shows. */
export const isOf = (raw: Buffer, { cert }: Issued): boolean =>
  new X509Certificate(raw).fingerprint256 === new X509Certificate(cert).fingerprint256

/** The public half alone, as PEM: what is no private key. */
export const publicKeyOf = ({ key }: Issued): string => createPublicKey(key).export({ type: 'spki', format: 'pem' })

const nameOf = (name: string): Buffer =>
  der(SEQUENCE, der(0x31, der(SEQUENCE, oid(OID.commonName), der(0x0c, Buffer.from(name)))))
const authority = (): Buffer =>
  der(
    SEQUENCE,
    oid(OID.basicConstraints),
    der(0x01, Buffer.from([0xff])),
    der(0x04, der(SEQUENCE, der(0x01, Buffer.from([0xff])))),
  )
const localNames = (): Buffer =>
  der(
    SEQUENCE,
    oid(OID.altName),
    der(0x04, der(SEQUENCE, der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])))),
  )

function utcTime(at: number): Buffer {
  const digits = new Date(at).toISOString().replaceAll(/\D/g, '').slice(2, 14)
  return der(0x17, Buffer.from(`${digits}Z`))
}

const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...head]), content])
}
