// The headers of every answer: a page of ours runs its own code, talks to its own origin and is framed by nobody.
import type { RequestHandler } from 'express'
import helmet from 'helmet'

const HALF_A_YEAR_SECONDS = 180 * 86_400

/** What pages could be given by a browser and none of ours asks for. What they use (sound, clipboard, full screen) isn't here. */
const UNUSED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'serial',
  'storage-access',
  'usb',
  'xr-spatial-tracking',
] as const
const PERMISSIONS = UNUSED_FEATURES.map(feature => `${feature}=()`).join(', ')

/** @param isSecure browsers shall never again ask this name without TLS */
export function securityHeaders(isSecure: boolean): RequestHandler {
  const guarded = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'script-src-attr': ["'none'"],
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
        'require-trusted-types-for': ["'script'"],
        // One policy, which passes nothing but addresses of our own workers: client/app/trusted-scripts.ts.
        'trusted-types': ['default'],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // A wall on a plain-http local network must not be sent to https; a proxy in front adds this header where TLS ends.
    strictTransportSecurity: isSecure ? { maxAge: HALF_A_YEAR_SECONDS, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', PERMISSIONS)
    guarded(request, response, next)
  }
}
