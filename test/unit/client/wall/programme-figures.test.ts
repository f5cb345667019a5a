import { expect, test } from 'vitest'
import {
  furthestBehind,
  isRecognitionSimulated,
  metShares,
  nextReport,
  planNow,
} from '../../../../client/wall/programme-figures.ts'
import { programmeSeed } from '../../../../server/programme/seed.ts'
import { loadRegistry } from '../../../../server/registry/seed.ts'
import { fold } from '../../../../shared/programme/fold.ts'
import { programmeOverview } from '../../../../shared/programme/overview.ts'
import { EMPTY_STATE } from '../../../../shared/programme/state.ts'
import { unitsById } from '../../../../shared/programme/units.ts'
import { setting, stateOn } from '../../programme/standing-sample.ts'

const registry = loadRegistry()
const units = unitsById(registry.units)
const seeded = fold(
  EMPTY_STATE,
  programmeSeed(registry).map(({ at, actor, draft }, i) => ({ ...draft, id: i + 1, at, actor })),
)
const overviewOn = (day: string) => programmeOverview(seeded, units, day)

test('the plan stands against what is known on the day, also after its last year', () => {
  expect(planNow(overviewOn('2026-11-25'))).toEqual({ year: 2025, planned: 9, actual: 6 })
  expect(planNow(overviewOn('2025-12-31'))).toEqual({ year: 2025, planned: 9, actual: 6 })
  expect(planNow(programmeOverview(EMPTY_STATE, units, '2026-11-25'))).toBeUndefined()
})

test('without the text of the indicators there is no share to show', () => {
  expect(metShares(overviewOn('2026-11-25'))).toBeUndefined()
})

test('the village that lacks most is named, by share and not by number; nobody when all meet all', () => {
  const share = (id: string, met: number, total: number) => ({ id, name: id, met, total })
  expect(furthestBehind([share('a', 20, 27), share('b', 9, 10), share('c', 5, 10)])?.id).toBe('c')
  expect(furthestBehind([share('a', 27, 27)])).toBeUndefined()
})

test('facts of the seed are not simulated, a simulated recognition is', () => {
  expect(isRecognitionSimulated(seeded)).toBe(false)
  const made = fold(seeded, [
    {
      id: 1_000_000,
      at: seeded.lastAt,
      actor: 'simulated:UBND tỉnh',
      type: 'programme.recognition-recorded',
      subject: 'village:phu-cuong',
      data: {
        state: 'recognised',
        decision: null,
        decidedOn: null,
        reportedOn: null,
        confidence: 'declared',
        source: null,
        note: null,
      },
    },
  ])
  expect(isRecognitionSimulated(made)).toBe(true)
})

test('a simulated dossier beside a reported recognition leaves the report what it is', () => {
  const village = [...seeded.villages.values()].find(({ recognition }) => recognition?.state === 'recognised')
  const data = { village: village?.id ?? '', round: 1, set: 'x', on: '2025-05-01', unit: 'ubnd-tinh', note: null }
  const withDossier = fold(seeded, [
    {
      id: 1_000_001,
      at: seeded.lastAt,
      actor: 'simulated:UBND tỉnh',
      type: 'programme.dossier-moved',
      subject: `dossier:${data.village}:1`,
      data: { ...data, to: 'recognised' },
    },
  ])
  expect(isRecognitionSimulated(withDossier)).toBe(false)
})

const TO_COMMUNES = setting('2026-11-24', 'districtStep', { kind: 'commune' })

test('the next report is owed by units, however many each owes', () => {
  const next = nextReport(stateOn('2026-11-25', [TO_COMMUNES]), units, '2026-11-25')
  expect(next).toMatchObject({ units: 9, isSimulated: false })
  expect(next?.days).toBeGreaterThan(0)
})

test('with nobody named to report, none is ahead', () =>
  expect(nextReport(stateOn('2026-11-25'), units, '2026-11-25')).toBeUndefined())

test('the next report is simulated when a simulated office set who sends it', () => {
  const state = stateOn('2026-11-25')
  const made = fold(state, [
    { ...TO_COMMUNES.draft, id: state.lastId + 1, at: state.lastAt, actor: 'simulated:UBND tỉnh' },
  ])
  expect(nextReport(made, units, '2026-11-25')).toMatchObject({ units: 9, isSimulated: true })
})
