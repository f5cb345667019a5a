import { describe, expect, test } from 'vitest'
import type { CapMessage } from '../../../server/cap/messages.ts'
import { MAX_RING_POINTS } from '../../../server/cap/outline.ts'
import { capComplaints, pairsOf, textsOf } from '../../support/cap-schema.ts'
import { aRule, DEPS, eventsOf, messagesAfter, OUTLINES, REGISTRY, raised, raisedData, xmlOf } from './cap-sample.ts'

const ALERT = messagesAfter(eventsOf(raised(0)), 1)[0] as CapMessage
const ABOUT = raisedData().about
const withAbout = (about: Partial<CapMessage['about']>): CapMessage => ({ ...ALERT, about: { ...ABOUT, ...about } })
const first = (xml: string, name: string) => textsOf(xml, name)[0]

/** Each run of libxml2 starts a thread, which takes its time on a busy machine. */
const SLOW = { timeout: 30_000 }

describe('its area', SLOW, () => {
  /** Around the province of the plan's time. */
  const isInside = (lat: number, lon: number) => lat > 10.1 && lat < 11 && lon > 105.1 && lon < 106
  test.each(REGISTRY.villages.map(({ id, outlineId }) => [id, outlineId] as const))(
    '%s: a closed polygon of lat,lon within the province',
    (id, outlineId) => {
      const polygons = textsOf(xmlOf(withAbout({ village: id })), 'polygon')
      expect(polygons).toHaveLength(2 * (OUTLINES.get(outlineId)?.length ?? 0))
      for (const polygon of polygons) {
        const points = polygon.split(' ').map(point => point.split(',').map(Number))
        expect(points.at(-1)).toEqual(points[0])
        expect(points.length).toBeGreaterThanOrEqual(4)
        expect(points.length).toBeLessThanOrEqual(MAX_RING_POINTS)
        for (const [lat = 0, lon = 0] of points) expect(isInside(lat, lon)).toBe(true)
      }
    },
  )

  test('the commune is that of the day it was sent', () => {
    const at = (sentAt: string) => xmlOf({ ...ALERT, sentAt: Date.parse(sentAt) })
    const [before, after] = [at('2025-06-30T23:59:59+07:00'), at('2025-07-01T00:00:00+07:00')]
    expect(pairsOf(before, 'geocode')).toEqual(new Map([['GSO-commune', '30058']]))
    expect(pairsOf(after, 'geocode')).toEqual(new Map([['GSO-commune', '30055']]))
    expect(first(after, 'areaDesc')).toBe('Làng thông minh Mỹ Đông, Xã Mỹ Quí, Tỉnh Đồng Tháp')
    expect(first(before, 'areaDesc')).toBe('Làng thông minh Mỹ Đông, Xã Mỹ Đông, Tỉnh Đồng Tháp (trước 01/07/2025)')
  })

  test('without an outline: the place alone', async () => {
    const xml = xmlOf(ALERT, aRule(), { ...DEPS, outlines: new Map() })
    expect(textsOf(xml, 'circle')).toEqual(['10.528,105.802 0', '10.528,105.802 0'])
    expect(textsOf(xml, 'polygon')).toEqual([])
    expect([...pairsOf(xml, 'parameter').keys()]).not.toContain('dai-sen:area')
    expect(await capComplaints(xml)).toEqual([])
  })
})
