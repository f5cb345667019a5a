// A certificate, its key and the devices' authority as they lie on the disk: read together, and checked before anybody relies on them.
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'

/** Paths of PEM files. */
export type TlsFiles = { readonly cert: string; readonly key: string; readonly clientCa: string | undefined }
/** What they hold. */
export type TlsMaterial = {
  readonly cert: string
  readonly key: string
  readonly clientCa: string | undefined
  readonly until: string
}

/** What the configuration names, checked; undefined = no TLS. */
export function tlsFilesOf(
  cert: string | undefined,
  key: string | undefined,
  clientCa: string | undefined,
): TlsFiles | undefined | { readonly refusal: string } {
  if (cert === undefined && key === undefined && clientCa === undefined) return undefined
  if (cert === undefined || key === undefined)
    return no('TLS_CERT, TLS_KEY', 'cần cả hai (TLS_CLIENT_CA: chỉ cùng chúng)', 'both (TLS_CLIENT_CA: only with them)')
  const files = { cert, key, clientCa }
  const read = readTls(files)
  return 'refusal' in read ? read : files
}

/** The refusal is one line, Vietnamese · English, and never repeats what a file holds. */
export function readTls({ cert, key, clientCa }: TlsFiles): TlsMaterial | { readonly refusal: string } {
  const certText = textOf(cert)
  const keyText = textOf(key)
  const caText = clientCa === undefined ? undefined : textOf(clientCa)
  const certificate = certText === undefined ? undefined : attempt(() => new X509Certificate(certText))
  if (certText === undefined || !certificate) return no('TLS_CERT', 'không phải chứng chỉ PEM', 'not a PEM certificate')
  const privateKey = keyText === undefined ? undefined : attempt(() => createPrivateKey(keyText))
  if (keyText === undefined || !privateKey)
    return no('TLS_KEY', 'không phải khóa riêng PEM không mật khẩu', 'not a PEM private key without a passphrase')
  if (!certificate.checkPrivateKey(privateKey))
    return no('TLS_CERT, TLS_KEY', 'khóa không thuộc chứng chỉ này', 'the key is not the key of this certificate')
  if (clientCa !== undefined && !attempt(() => new X509Certificate(caText ?? ''))?.ca)
    return no('TLS_CLIENT_CA', 'không phải chứng chỉ của nơi cấp', 'not the certificate of an authority')
  const usable = attempt(() => createSecureContext({ cert: certText, key: keyText, ca: caText }))
  if (!usable) return no('TLS_CERT', 'không dùng được cho TLS', 'TLS cannot use it')
  return { cert: certText, key: keyText, clientCa: caText, until: certificate.validTo }
}

const textOf = (path: string): string | undefined => attempt(() => readFileSync(path, 'utf8'))

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

const no = (variable: string, vi: string, en: string) => ({ refusal: `${variable}: ${vi} · ${en}` })
