// Whom a client certificate names, once the handshake has verified that a trusted authority signed it.
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'

/** Undefined without TLS, without a certificate, and for one that isn't trusted. `until` = epoch milliseconds. */
export function certificateOf(socket: Duplex): { readonly name: string; readonly until: number } | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined
  // A resumed session without a certificate counts as authorized too: only the certificate itself says who it is.
  const { subject, valid_to: until } = socket.getPeerCertificate() as Partial<
    ReturnType<TLSSocket['getPeerCertificate']>
  >
  const name: unknown = subject?.CN
  return typeof name === 'string' && until !== undefined ? { name, until: Date.parse(until) } : undefined
}
