// Who a request comes from, for limits by address. Pure; what proxies add is believed only as far as the operator says.

/** The part of a request that tells. */
type Asking = {
  readonly socket: { readonly remoteAddress?: string | undefined }
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** How many groups of an IPv6 address a provider hands to one customer. */
const NETWORK_GROUPS = 4
const MAPPED = /^::ffff:(?=\d+\.)/i

/**
 * What a limit counts by: an IPv4 address as it is, of an IPv6 address the network, because one customer has 2^64 of them.
 * Anything else stands for itself.
 */
export function addressKey(address: string): string {
  const plain = address.replace(MAPPED, '').replace(/%.*$/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.toLowerCase().split('::')
  const groups = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const middle =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - last.length) }, () => '0')
  return [...groups, ...middle, ...last]
    .slice(0, NETWORK_GROUPS)
    .map(group => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/**
 * The address that the last of `hops` proxies of our own saw. Without proxies the header is anybody's word and isn't read.
 * @param hops proxies in front of the station
 */
export function clientAddress({ socket, headers }: Asking, hops: number): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  const named = forwarded.map(one => one.trim()).filter(one => one !== '')
  const seen = [socket.remoteAddress ?? '', ...named.reverse()]
  return addressKey(seen[Math.min(hops, seen.length - 1)] ?? '')
}
