import { expect, test } from 'vitest'
import { ownScript } from '../../../../client/app/trusted-scripts.ts'

const ORIGIN = 'https://ioc.example.vn'

test.each(['/assets/maplibre-gl-worker-B1a_2.js', '/assets/worker.mjs', `${ORIGIN}/assets/worker-1.js`])(
  '%s is a script of this build',
  address => expect(ownScript(address, ORIGIN)).toMatch(/^https:\/\/ioc\.example\.vn\/assets\/[\w-]+\.m?js$/),
)

test.each([
  'https://evil.example/assets/worker.js',
  '//evil.example/assets/worker.js',
  'http://ioc.example.vn/assets/worker.js',
  'https://ioc.example.vn:8443/assets/worker.js',
  'https://ioc.example.vn@evil.example/assets/worker.js',
  '/api/v1/programme/files/0123.js',
  '/assets/../api/v1/a.js',
  '/assets/sub/a.js',
  '/assets/a.html',
  '/assets/a.js.html',
  'data:text/javascript,0',
  'blob:https://ioc.example.vn/0-0',
  'javascript:0',
  '',
])('%s is none', address => expect(() => ownScript(address, ORIGIN)).toThrow(TypeError))
