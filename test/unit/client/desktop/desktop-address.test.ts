// What the desktop shows goes into an address and comes back the same; what an address says wrongly is left out.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_COMPARED } from '../../../../client/desktop/compared.ts'
import {
  choiceIn,
  type DesktopChoice,
  placeChoice,
  searchWith,
  VILLAGE_TABS,
} from '../../../../client/desktop/desktop-address.ts'
import { MAP_LAYERS } from '../../../../client/map/layers/layer-ids.ts'
import { viewIn, viewText } from '../../../../client/map/view-text.ts'

const id = fc.stringMatching(/^[a-z0-9._:-]{1,30}$/)
const list = fc.uniqueArray(id, { maxLength: MAX_COMPARED })
/** As finely as an address says it. */
const view = fc
  .tuple(
    fc.integer({ min: -180e5, max: 180e5 }),
    fc.integer({ min: -90e5, max: 90e5 }),
    fc.integer({ min: 0, max: 2_400 }),
  )
  .map(([lon, lat, zoom]) => ({ center: [lon / 1e5, lat / 1e5] as [number, number], zoom: zoom / 100 }))
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
const choice: fc.Arbitrary<DesktopChoice> = fc.record({
  village: maybe(id),
  station: maybe(id),
  series: maybe(id),
  tab: fc.constantFrom(...VILLAGE_TABS),
  layers: fc.subarray([...MAP_LAYERS]),
  borders: fc.constantFrom('communes', 'districts'),
  view: maybe(view),
  villages: list,
  curves: list,
})

describe('round trip', () => {
  test('any choice, whatever else stands in the address', () =>
    fc.assert(
      fc.property(choice, choice, fc.boolean(), (wanted, before, isEnglish) => {
        const from = searchWith(isEnglish ? 'lang=en&at=2026-11-25T08:00' : '', before)
        const search = searchWith(from, wanted)
        expect(choiceIn(search)).toEqual(wanted)
        expect(new URLSearchParams(search).get('at')).toBe(isEnglish ? '2026-11-25T08:00' : null)
        expect(new URLSearchParams(search).get('lang')).toBe(isEnglish ? 'en' : null)
        expect(searchWith(search, wanted)).toBe(search)
      }),
    ))

  test('a view anywhere is kept to a metre', () =>
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -90, max: 90, noNaN: true }),
        fc.double({ min: 0, max: 24, noNaN: true }),
        (lon, lat, zoom) => {
          const read = viewIn(viewText({ center: [lon, lat], zoom }))
          expect(read?.center[0]).toBeCloseTo(lon, 4)
          expect(read?.center[1]).toBeCloseTo(lat, 4)
          expect(read?.zoom).toBeCloseTo(zoom, 1)
        },
      ),
    ))
})

test('nothing chosen leaves the address bare', () => {
  expect(searchWith('', choiceIn(''))).toBe('')
})

test('any text at all is read without complaint, and only as what there is', () =>
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('map', 'tab', 'layers', 'borders', 'villages', 'village'), fc.string()),
      said => {
        const read = choiceIn(new URLSearchParams(said).toString())
        expect(VILLAGE_TABS).toContain(read.tab)
        expect(read.villages.length).toBeLessThanOrEqual(MAX_COMPARED)
        expect(read.layers.every(layer => MAP_LAYERS.includes(layer))).toBe(true)
      },
    ),
  ))

test.each(['1,2', '1,2,3,4', '181,0,9', '0,91,9', '0,0,25', '0,0,-1', 'a,b,c', '1e2,0,9', ',,', '0x1,0,9'])(
  'no view: %s',
  text => expect(viewIn(text)).toBeUndefined(),
)

test('an id as long as any is taken, a longer one is not', () => {
  expect(choiceIn(`village=${'a'.repeat(200)}`).village).toHaveLength(200)
  expect(choiceIn(`village=${'a'.repeat(201)}`).village).toBeUndefined()
})

test('another place leaves what was open below the one before, and where the map was moved to', () => {
  const search = 'village=a&station=b&series=c&tab=alarms&map=105,10,9&layers=rain&villages=a,b'
  expect(choiceIn(searchWith(search, placeChoice({ village: 'd' })))).toEqual({
    ...choiceIn('layers=rain&villages=a,b'),
    village: 'd',
  })
})
