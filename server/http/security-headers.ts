// The headers of every answer: a page of ours runs its own code, talks to its own origin and is framed by nobody.
import type { RequestHandler } from 'express'
import helmet from 'helmet'

const HALF_A_YEAR_SECONDS = 180 * 86_400

/** @param isSecure browsers shall never again ask this name without TLS */
export function securityHeaders(isSecure: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'worker-src': ["'self'"],
        'style-src': ["'self'"],
        // MapLibre draws its control icons from data: and blob: images.
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    // A wall on a plain-http local network must not be sent to https; a proxy in front adds this header where TLS ends.
    strictTransportSecurity: isSecure ? { maxAge: HALF_A_YEAR_SECONDS, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
}
