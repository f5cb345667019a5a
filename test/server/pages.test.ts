// What every answer carries, and what the pages are: nothing foreign, nothing inline, nothing about our insides.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OPERATIONS } from '../../shared/operations.ts'
import { get, problemOf } from '../support/door.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const folder = temporaryFolder()
let station: TestStation
beforeAll(async () => {
  const client = join(folder.path, 'client')
  mkdirSync(join(client, 'assets'), { recursive: true })
  mkdirSync(join(client, 'geo'))
  writeFileSync(join(client, 'index.html'), '<!doctype html><title>Đài Sen</title>')
  writeFileSync(join(client, 'assets', 'app-12345678.js'), 'export {}')
  writeFileSync(join(client, 'geo', 'communes.geojson'), '{}')
  writeFileSync(join(folder.path, 'secret'), 'secret')
  station = await startTestStation({ dataDir: folder.path, clientFolder: client })
})
afterAll(async () => {
  await station.stop()
  folder.remove()
})
const fetchPath = (path: string, init?: RequestInit) => get(`${station.url}${path}`, init)

describe('every answer, right or wrong,', () => {
  test.each([
    ['GET', '/', 200],
    ['GET', '/assets/app-12345678.js', 200],
    ['GET', '/api/docs', 200],
    ['GET', '/api/v1/series', 200],
    ['GET', '/healthz', 200],
    ['GET', '/metrics', 200],
    ['GET', '/nowhere', 404],
    ['GET', '/assets/gone.js', 404],
    ['GET', '/api/nowhere', 404],
    ['GET', '/api/v1/state?at=x', 400],
    ['GET', '/%E0%A4%A', 404],
    ['POST', '/api/v1/ingest', 401],
    ['GET', '/api/v1/ingest', 405],
  ])('%s %s carries the headers of safety', async (method, path, status) => {
    const answer = await fetchPath(path, { method })
    expect(answer.status).toBe(status)
    const { headers } = answer
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe-|\*|https?:/)
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).toContain('trusted-types default')
    expect(headers.get('permissions-policy')).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/)
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('set-cookie')).toBeNull()
    if (status >= 400) expect(problemOf(answer).status).toBe(status)
  })
})

describe('the pages', () => {
  test.each(['/', '/wall', '/kiosk', '/kiosk/commune-30055', '/admin/displays', '/admin/displays/profiles/sanh'])(
    '%s is the one page, asked for again each time',
    async path => {
      const answer = await fetchPath(path)
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache'])
      expect(answer.body).toContain('Đài Sen')
    },
  )

  test('have assets that are kept for ever, and a missing one is no page', async () => {
    expect((await fetchPath('/assets/app-12345678.js')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    )
    const gone = await fetchPath('/assets/app-00000000.js')
    expect([gone.status, problemOf(gone).status]).toEqual([404, 404])
  })

  test('lead to nothing outside their folder', async () => {
    for (const path of [
      '/../secret',
      '/..%2fsecret',
      '/%2e%2e/secret',
      '/assets/..%2f..%2fsecret',
      '/....//secret',
      '/dai-sen.sqlite',
      '/%00',
    ]) {
      const answer = await fetchPath(path)
      expect([path, answer.status >= 400, JSON.stringify(answer.body).includes('secret"')]).toEqual([path, true, false])
    }
  })

  test.each(['/wall/', '/Wall', '/wall/x', '/kiosk/a/b', '/index.htm', '/admin', '/.env', '/.git/config'])(
    '%s is what it should be: a page by another spelling, or nothing',
    async path => {
      const answer = await fetchPath(path)
      if (path === '/wall/' || path === '/Wall') expect(answer.status).toBe(200)
      else expect(problemOf(answer).status).toBe(404)
    },
  )
})

describe('the page of the interface', () => {
  test('names every operation in both languages and needs neither script nor inline style', async () => {
    const { body, headers } = await fetchPath('/api/docs')
    const page = String(body)
    expect(headers.get('content-type')).toMatch('text/html')
    for (const { path, vi } of OPERATIONS) {
      expect(page).toContain(path)
      expect(page).toContain(vi.replaceAll('"', '&quot;'))
    }
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:|https?:\/\//i)
    const [, style] = /<link[^>]+href="([^"]+)"/.exec(page) ?? []
    expect(style).toBe('/api/docs.css')
    expect((await fetchPath('/api/docs.css')).headers.get('content-type')).toMatch('text/css')
  })
})

describe('those who run the station', () => {
  test('are told it is alive and ready', async () => {
    expect((await fetchPath('/healthz')).body).toEqual({ status: 'ok' })
    expect((await fetchPath('/readyz')).body).toEqual({ status: 'ok' })
  })

  test('find figures for Prometheus that do not grow by being read', async () => {
    const { body, headers } = await fetchPath('/metrics')
    expect(headers.get('content-type')).toMatch('text/plain')
    for (const name of [
      'ingest_readings_total{outcome="accepted"} 0',
      'live_screens 0',
      'devices 0',
      'store_hot_rows 0',
    ])
      expect(String(body)).toContain(`daisen_${name}`)
    expect(String((await fetchPath('/metrics')).body)).toContain('daisen_ingest_readings_total{outcome="accepted"} 0')
  })
})
