// Who may change something over HTTP from a browser: pages of this station only. Programs (no Origin header) are met by the other checks.
import type { RequestHandler } from 'express'
import { sendProblem } from './problem.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A browser names the page's origin on every request that can change something, and can't be made to lie about it.
 * @param allowed asked for each request: the port is known only once the station listens
 */
export function sameOrigin(allowed: () => ReadonlySet<string>): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers
    const site = request.headers['sec-fetch-site']
    const isForeign =
      (origin !== undefined && !allowed().has(origin)) ||
      (site !== undefined && site !== 'same-origin' && site !== 'none')
    if (SAFE.has(request.method) || !isForeign) {
      next()
      return
    }
    sendProblem(response, 'forbidden', {
      vi: 'Chỉ trang của hệ thống này được gửi lệnh',
      en: "Only this station's own pages may send commands",
    })
  }
}
