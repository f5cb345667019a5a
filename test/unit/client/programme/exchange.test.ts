// Import and export of spreadsheets from the screen: addresses, what an answer means, how much of a preview is shown.
import { describe, expect, test, vi } from 'vitest'
import type { stationUpload } from '../../../../client/app/station-upload.ts'
import { exportPath } from '../../../../client/programme/exchange/export-link.tsx'
import { changeCounts, MOST_LINES, shownLines } from '../../../../client/programme/exchange/preview-lines.ts'
import { type ImportRequest, importPath, sendImport } from '../../../../client/programme/exchange/send-import.ts'

const actor = { name: 'Lan Nguyễn & ai', unit: 'so-khcn-2025' }
const aRequest = (change: Partial<ImportRequest> = {}): ImportRequest => ({
  kind: 'funding',
  file: new File(['x'], 'kinh-phi.xlsx'),
  actor,
  signal: new AbortController().signal,
  onShare: () => undefined,
  ...change,
})

/** What the station would answer; tells what it was asked. */
function answer(status: number, body: unknown) {
  return vi.fn<typeof stationUpload>(async () => new Response(JSON.stringify(body), { status }))
}

describe('addresses', () => {
  test('a preview names who looks, and nothing to commit', () => {
    const url = new URL(importPath(aRequest()), 'http://station')
    expect(url.pathname).toBe('/api/v1/programme/import/funding')
    expect(Object.fromEntries(url.searchParams)).toEqual({ actorName: actor.name, actorUnit: actor.unit })
  })
  test('a commit names the head of its preview', () => {
    const url = new URL(importPath(aRequest({ commit: { head: 0, key: 'k' } })), 'http://station')
    expect([url.searchParams.get('commit'), url.searchParams.get('head')]).toEqual(['true', '0'])
  })
  test.each([
    [{ kind: 'tasks' }, '/api/v1/programme/export/tasks'],
    [{ kind: 'assessments', set: 'minh hoa' }, '/api/v1/programme/export/assessments?set=minh+hoa'],
    [{ kind: 'funding', year: 2026 }, '/api/v1/programme/export/funding?year=2026'],
  ] as const)('export of %j', (choice, path) => {
    expect(exportPath(choice)).toBe(path)
  })
})

describe('sending', () => {
  const preview = { head: 7, fingerprint: 'f', changes: [], errors: [], unchanged: 3, comparisons: [] }
  test('a preview goes without a key, a commit with its own', async () => {
    const asked = answer(200, preview)
    await sendImport(aRequest(), asked)
    await sendImport(aRequest({ commit: { head: 7, key: 'key-of-this-preview' } }), asked)
    const headers = asked.mock.calls.map(([, { headers: sent }]) => new Headers(sent))
    expect(headers.map(one => one.get('idempotency-key'))).toEqual([null, 'key-of-this-preview'])
    expect(headers.map(one => one.get('content-type'))).toEqual([
      'application/octet-stream',
      'application/octet-stream',
    ])
  })
  test('a JSON file says that it is one', async () => {
    const asked = answer(200, preview)
    await sendImport(aRequest({ kind: 'criteria', file: new File(['{}'], 'BO.JSON') }), asked)
    expect(new Headers(asked.mock.calls[0]?.[1].headers).get('content-type')).toBe('application/json')
  })
  test('what would change is a preview', async () => {
    expect(await sendImport(aRequest(), answer(200, preview))).toEqual({ kind: 'preview', preview })
  })
  test('what was recorded is done, also the second time', async () => {
    const asked = answer(200, { repeated: true, events: 4, head: 9 })
    expect(await sendImport(aRequest(), asked)).toEqual({ kind: 'done', events: 4, isRepeated: true })
  })
  test('somebody else was faster: nothing was recorded', async () => {
    const asked = answer(409, { type: 'urn:dai-sen:problem:conflict', status: 409 })
    expect(await sendImport(aRequest(), asked)).toEqual({ kind: 'moved' })
  })
  test('a key of another import isn’t that', async () => {
    const problem = { type: 'urn:dai-sen:problem:key-reused', status: 409 }
    expect(await sendImport(aRequest(), answer(409, problem))).toEqual({ kind: 'failed', problem })
  })
  test('no answer is a failure that may be tried again', async () => {
    const offline = async () => Promise.reject(new TypeError('offline'))
    expect(await sendImport(aRequest(), offline)).toEqual({ kind: 'failed', problem: undefined })
  })
  test('how far it is is told while bytes are sent; what the station then does has no share', async () => {
    const told: (number | undefined)[] = []
    await sendImport(aRequest({ onShare: share => told.push(share) }), async (_path, { onShare }) => {
      for (const share of [0.5, 1]) onShare(share)
      return new Response(JSON.stringify(preview))
    })
    expect(told).toEqual([0.5, undefined])
  })
})

describe('what of a preview is shown', () => {
  const lines = (count: number) => Array.from({ length: count }, () => ({ what: 'x' }))
  test('all up to the limit, one more is counted', () => {
    expect(shownLines(lines(MOST_LINES))).toMatchObject({ more: 0 })
    expect(shownLines(lines(MOST_LINES)).lines).toHaveLength(MOST_LINES)
    expect(shownLines(lines(MOST_LINES + 1))).toMatchObject({ more: 1 })
    expect(shownLines(lines(MOST_LINES + 1)).lines).toHaveLength(MOST_LINES)
  })
  test('equal lines are told apart by their place', () => {
    expect(shownLines(lines(2)).lines.map(({ at }) => at)).toEqual([0, 1])
  })
  test('changes of a set are counted by kind', () => {
    const rows = (['same', 'changed', 'added', 'removed', 'same'] as const).map(change => ({ change }))
    expect(changeCounts(rows)).toEqual({ same: 2, changed: 1, added: 1, removed: 1 })
  })
})
