// A browser that follows redirects from one site to another by itself and keeps each site's cookies apart.
export type Traveller = {
  /** Goes there and wherever it is sent; ends at the first page that sends nobody on, or at the address where it shall stop. */
  readonly go: (url: string, stopAt?: (url: URL) => boolean) => Promise<{ readonly url: URL; readonly status: number }>
  readonly jarOf: (url: string) => Map<string, string>
}

const MOST_HOPS = 20

export function openTraveller(): Traveller {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (url: string) => {
    const { host } = new URL(url)
    const jar = jars.get(host) ?? new Map<string, string>()
    jars.set(host, jar)
    return jar
  }
  return {
    jarOf,
    async go(from, stopAt = () => false) {
      let url = new URL(from)
      for (let hop = 0; hop < MOST_HOPS; hop++) {
        if (stopAt(url)) return { url, status: 0 }
        const jar = jarOf(url.href)
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
        const response = await fetch(url, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } })
        await response.arrayBuffer()
        for (const line of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          if (value === '' || /Max-Age=0/i.test(line)) jar.delete(name)
          else jar.set(name, value)
        }
        const location = response.headers.get('location')
        if (location === null) return { url, status: response.status }
        url = new URL(location, url)
      }
      throw new Error(`sent on and on, last to ${url.href}`)
    },
  }
}
