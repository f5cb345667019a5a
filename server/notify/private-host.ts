// Whether a host is within the house: only there may a message travel unencrypted. Pure; looks at the name, asks no DNS.
import { BlockList, isIP } from 'node:net'

const PRIVATE = new BlockList()
for (const [address, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  PRIVATE.addSubnet(address, prefix, 'ipv4')
for (const [address, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
] as const)
  PRIVATE.addSubnet(address, prefix, 'ipv6')

/** Names that no public DNS answers: this machine, RFC 6762, the top level kept for private use, and names without a dot. */
const PRIVATE_NAME = /^(?:[a-z0-9_-]+|(?:.+\.)?(?:localhost|local|internal))$/

/** @param hostname as a URL has it: lower case, an IPv6 address in brackets */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const version = isIP(host)
  return version === 0 ? PRIVATE_NAME.test(host) : PRIVATE.check(host, version === 6 ? 'ipv6' : 'ipv4')
}
