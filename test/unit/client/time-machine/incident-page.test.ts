import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeJson, escapeText, incidentPage } from '../../../../client/time-machine/export/incident-page.ts'
import {
  exportStep,
  type IncidentRecord,
  MAX_EXPORT_READINGS,
  MAX_SERIES_READINGS,
  type RecordedReading,
  thinned,
} from '../../../../client/time-machine/export/incident-record.ts'
import { captionAt, rangeOfIncident } from '../../../../client/time-machine/incident-captions.ts'
import { en } from '../../../../client/time-machine/words/en.ts'
import { vi } from '../../../../client/time-machine/words/vi.ts'

const HOSTILE = ['</script>', '<!--', '<script>', ']]>', '"', "'", '&', '<img src=x onerror=alert(1)>', '\u2028', '\\']
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 8 })), { maxLength: 6 })
  .map(parts => parts.join(''))

const recordOf = (text: string): IncidentRecord => ({
  title: text,
  text,
  place: { vi: text, en: text },
  from: 0,
  to: 3_600_000,
  savedBy: text,
  savedAt: 0,
  exportedAt: 0,
  station: text,
  notes: [{ at: 1, text, by: text }],
  outlines: [{ village: text, name: text, rings: [[[105, 10]]] }],
  series: [
    {
      station: text,
      village: text,
      name: { vi: text, en: text },
      unit: text,
      source: 'simulated',
      lon: 105,
      lat: 10,
      decimals: 2,
      readings: [[0, 1.5, 0]],
    },
  ],
  lines: [{ at: 5, kind: 'alarm', priority: 'high', text: { vi: text, en: text }, isSimulated: true }],
  linesLeftOut: 0,
  stepMs: null,
  chain: [{ family: text, event: 1, hash: text }],
})
const words = { vi: vi.page, en: en.page }

describe('whatever was written', () => {
  test('the file has the same elements and asks for nothing outside', () => {
    const plain = incidentPage(recordOf('x'), words)
    const tags = (page: string) => page.match(/<[^>]*/g)?.length
    fc.assert(
      fc.property(hostile, text => {
        const page = incidentPage(recordOf(text), words)
        expect(tags(page)).toBe(tags(plain))
        expect(page.match(/<\/script>/g)).toHaveLength(3)
        expect(page).not.toMatch(/<!--|<img|https?:\/\/(?!www\.w3\.org\/2000\/svg)/)
      }),
    )
  })

  test('it comes out of the file as it went in', () => {
    fc.assert(
      fc.property(hostile, text => {
        const record = recordOf(text)
        const json = /id="record">(.*)<\/script>/.exec(incidentPage(record, words))?.[1] ?? ''
        expect(JSON.parse(json)).toEqual(record)
        expect(escapeJson(text)).not.toMatch(/[<>&\u2028\u2029]/)
        expect(escapeText(text)).not.toMatch(/[<>"']/)
      }),
    )
  })
})

describe('readings', () => {
  const readings = fc
    .uniqueArray(fc.integer({ min: -100, max: 5_000 }), { maxLength: 300 })
    .map(all => all.toSorted((a, b) => a - b).map((t): RecordedReading => [t, t, 0]))

  test('thinned keep the last of each step and nothing else', () => {
    fc.assert(
      fc.property(readings, fc.integer({ min: 1, max: 600 }), (all, seconds) => {
        const byStep = Map.groupBy(all, ([t]) => Math.floor(t / seconds))
        expect(thinned(all, seconds * 1_000)).toEqual([...byStep.values()].map(group => group.at(-1)))
      }),
    )
  })

  test('fit into the file however long it was and however many series there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 31 * 86_400_000 }),
        fc.integer({ min: 1, max: 5_000 }),
        (span, series) => {
          const each = Math.ceil(span / exportStep(span, series))
          expect(each).toBeLessThanOrEqual(MAX_SERIES_READINGS)
          expect(each * series).toBeLessThanOrEqual(MAX_EXPORT_READINGS)
        },
      ),
    )
    expect(exportStep(MAX_SERIES_READINGS * 1_000, 1)).toBe(1_000)
    expect(exportStep(MAX_SERIES_READINGS * 1_000 + 1, 1)).toBe(1_001)
  })
})

describe('notes', () => {
  const note = (at: number) => ({ id: `${at}`, at, text: `${at}`, by: 'x', writtenAt: 0 })
  const incident = {
    id: 'a',
    title: '',
    text: '',
    village: null,
    by: '',
    savedAt: 0,
    version: 1,
    from: 100_000,
    to: 900_000,
    annotations: [note(200_000), note(300_500)],
  }

  test('are read from their second on, until the next one, and only within the incident', () => {
    const at = (time: number) => captionAt(incident, time)?.at
    expect([at(199_999), at(200_000), at(299_999), at(300_000), at(900_000), at(900_001)]).toEqual([
      undefined,
      200_000,
      200_000,
      300_500,
      300_500,
      undefined,
    ])
  })

  test('stand on a track with a little of before and after, up to the present', () => {
    expect(rangeOfIncident(incident, 9e9)).toEqual({ from: 20_000, to: 980_000 })
    expect(rangeOfIncident(incident, 950_000).to).toBe(950_000)
  })
})
