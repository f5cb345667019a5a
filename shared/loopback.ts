// Whether an address leads to the machine that opens it, so that nobody else can open it. Pure.

/** @param address a whole one, as `https://ioc.example.vn/account`; one that can't be read opens nowhere else either */
export function opensHereOnly(address: string): boolean {
  const host = URL.parse(address)?.hostname
  if (host === undefined) return true
  return host === 'localhost' || host.endsWith('.localhost') || /^127(?:\.\d+){3}$/.test(host) || LOCAL.has(host)
}

const LOCAL: ReadonlySet<string> = new Set(['[::1]', '[::]', '0.0.0.0'])
