import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { illustrativeSet, programmeSeed } from '../../../server/programme/seed.ts'
import { loadRegistry } from '../../../server/registry/seed.ts'
import { indicatorsOf } from '../../../shared/programme/criteria.ts'
import { LIMITS } from '../../../shared/programme/decide-limits.ts'
import { isSimulated } from '../../../shared/programme/event.ts'
import { fold } from '../../../shared/programme/fold.ts'
import { EMPTY_STATE } from '../../../shared/programme/state.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const SEED = join(ROOT, 'server', 'programme', 'seed')
const registry = loadRegistry()
const seed = programmeSeed(registry)
const stateOf = (events: typeof seed) =>
  fold(
    EMPTY_STATE,
    events.map(({ at, actor, draft }, index) => ({ id: index + 1, at, actor, ...draft })),
  )
const state = stateOf(seed)
const unitIds = new Set(registry.units.map(unit => unit.id))

describe('the events the log begins with', () => {
  test('come oldest first, each with its own key and a source, and nothing of them is simulated', () => {
    expect(seed.map(({ at }) => at)).toEqual(seed.map(({ at }) => at).toSorted((a, b) => a - b))
    expect(new Set(seed.map(({ key }) => key)).size).toBe(seed.length)
    for (const { key, actor } of seed) {
      expect(key).toMatch(/^seed:.+:v1$/)
      expect(actor).toMatch(/^seed:[a-z0-9-]+$/)
      expect(isSimulated(actor)).toBe(false)
    }
    expect(JSON.stringify(seed)).not.toMatch(/mô phỏng|minh họa/i)
  })

  test('keep their keys: a log that has them takes them in once only', () => {
    expect(programmeSeed(registry).map(({ key }) => key)).toEqual(seed.map(({ key }) => key))
    const keys = new Set(seed.map(({ key }) => key))
    for (const key of ['plan:ke-hoach-2024', 'village:my-dong', 'calendar:2026', 'fact:my-dong:hamlets'])
      expect(keys).toContain(`seed:${key}:v1`)
  })

  test('happened when the facts took effect, in the time of the province', () => {
    const day = (key: string) => {
      const event = seed.find(one => one.key === `seed:${key}:v1`)
      return event && new Date(event.at).toISOString()
    }
    expect(day('criteria-set:qd-384-2023')).toBe('2023-04-02T17:00:00.000Z')
    expect(day('setting:criteriaSet')).toBe('2023-04-02T17:00:00.000Z')
    expect(day('plan:ke-hoach-2024')).toBe('2024-03-31T17:00:00.000Z')
    expect(day('village:my-dong')).toBe('2024-03-31T17:00:00.000Z')
    expect(day('calendar:2025')).toBe('2024-12-31T17:00:00.000Z')
    expect(day('recognition:an-nhon')).toBe('2025-05-19T17:00:00.000Z')
    expect(day('recognition:phu-cuong')).toBe('2025-10-19T17:00:00.000Z')
    expect(day('fact:tan-nhuan-dong:ocop-product')).toBe('2025-09-03T17:00:00.000Z')
  })

  test('say where each village fact is known from', () => {
    for (const village of state.villages.values()) {
      for (const fact of Object.values(village.facts)) {
        expect(fact.source.length).toBeGreaterThan(5)
        expect(['confirmed', 'reported']).toContain(fact.confidence)
      }
      expect(village.recognition?.source?.length).toBeGreaterThan(5)
      // As long as a person's may be, so that a form can take it up.
      for (const { title } of village.milestones) expect(title.length).toBeLessThanOrEqual(LIMITS.title.max)
    }
  })
})

describe('the plan', () => {
  const plan = state.plan
  if (!plan) throw new Error('no plan')

  test('has its 27 tasks under the ids and leads of the source', () => {
    const count = (lead: string) => plan.tasks.filter(task => task.lead === lead).map(({ id }) => id)
    expect(plan.tasks).toHaveLength(27)
    expect(new Set(plan.tasks.map(({ id }) => id)).size).toBe(27)
    expect(count('so-khcn')).toEqual(['1.1', '1.2', '1.3', '1.4', '1.5'])
    expect(count('so-nnptnt')).toEqual(['2.1', '2.2', '2.3'])
    expect(count('so-tttt')).toEqual(['3.1', '3.2', '3.3', '3.4'])
    expect(count('so-khdt')).toEqual(['4.1', '4.2'])
    expect(count('so-tc')).toEqual(['5.1', '5.2', '5.3'])
    expect(count('so-nganh-tieu-chi')).toEqual(['6.1', '6.2', '6.3', '6.4', '6.5'])
    expect(count('ubnd-huyen')).toEqual(['7.1', '7.2', '7.3', '7.4', '7.5'])
  })

  test('has every deadline as the source says it', () => {
    const deadlines = Object.fromEntries(plan.tasks.map(({ id, deadline }) => [id, deadline]))
    const kinds = Object.entries(deadlines).reduce<Record<string, string[]>>((found, [id, { kind }]) => {
      ;(found[kind] ??= []).push(id)
      return found
    }, {})
    expect(kinds).toEqual({
      month: ['1.1'],
      quarter: ['2.2', '2.3'],
      yearly: ['5.1'],
      periodic: ['1.2', '4.2', '5.3'],
      'on-request': ['1.3', '3.2', '7.4'],
      'working-days': ['6.4'],
      'by-plan': ['2.1', '4.1', '7.1', '7.2'],
      unknown: ['7.5'],
      ongoing: ['1.4', '1.5', '3.1', '3.3', '3.4', '5.2', '6.1', '6.2', '6.3', '6.5', '7.3'],
    })
    expect(deadlines['1.1']).toEqual({ kind: 'month', month: '2024-05', thenOngoing: false })
    expect(deadlines['2.2']).toEqual({ kind: 'quarter', year: 2024, quarter: 1, thenOngoing: true })
    expect(deadlines['2.3']).toEqual({ kind: 'quarter', year: 2025, quarter: 2, thenOngoing: false })
    expect(deadlines['6.4']).toEqual({ kind: 'working-days', days: 10, after: 'dossier-complete' })
    expect(plan.tasks.find(({ id }) => id === '7.5')?.deadlineText).toContain('nguồn bị cắt')
  })

  test('names units that exist, or keeps its own words', () => {
    for (const { lead, partners } of plan.tasks)
      for (const unit of [lead, ...partners])
        expect(unitIds.has(unit) || /\s/.test(unit), `${unit} is neither a unit nor words`).toBe(true)
    for (const [group, members] of Object.entries(plan.groups))
      for (const unit of [group, ...members]) expect(unitIds).toContain(unit)
  })

  test('has the districts with a village as members, and the departments that own criteria', () => {
    const districts = new Set(
      registry.villages.map(village => registry.units.find(({ id }) => id === village.links[0]?.unit)?.parent),
    )
    expect(new Set(plan.groups['ubnd-huyen'])).toEqual(districts)
    expect(plan.groups['so-nganh-tieu-chi']).toHaveLength(8)
  })

  test('has four milestones, five sources of money and the targets of the registry', () => {
    expect(plan.milestones.map(({ on }) => on)).toEqual(['2024-04-30', '2024-04-30', null, null])
    expect(plan.fundingSources.map(({ id }) => id)).toEqual(['central', 'province', 'local', 'integrated', 'community'])
    expect(plan.targets).toEqual(registry.targets)
    expect(plan.validFromNote).toContain('để trống trong nguồn')
  })
})

describe('villages and criteria', () => {
  test('nine villages with the registry’s names, six of them recognised, three unknown with a reason', () => {
    const villages = [...state.villages.values()]
    expect(villages.map(({ name }) => name)).toEqual(registry.villages.map(({ name }) => name))
    const recognised = villages.filter(village => village.recognition?.state === 'recognised')
    expect(recognised).toHaveLength(6)
    for (const { recognition } of recognised)
      expect(recognition).toMatchObject({ reportedOn: '2025-05-20', decision: null, decidedOn: null })
    const unknown = villages.filter(village => village.recognition?.state === 'unknown')
    expect(unknown.map(({ id }) => id).sort()).toEqual(['my-dong', 'phu-cuong', 'tan-thuan-tay'])
    for (const { recognition } of unknown) expect(recognition?.note).toMatch(/không thấy|chưa thấy/i)
    expect(state.villages.get('my-dong')?.recognition?.note).toMatch(/27\/27.*6 địa phương/)
  })

  test('what is not known of a village isn’t there', () => {
    expect(state.villages.get('doc-binh-kieu')?.facts).toEqual({})
    expect(state.villages.get('my-dong')?.facts['ocop-stars']).toBeUndefined()
    expect(state.villages.get('my-dong')?.facts.hamlets?.value).toBe('Ấp 5')
  })

  test('Decision 384 has its four groups, its number of indicators, and not one invented indicator', () => {
    const set = state.criteriaSets.get('qd-384-2023')
    expect(state.settings.criteriaSet).toBe('qd-384-2023')
    expect([...state.criteriaSets.keys()]).toEqual(['qd-384-2023'])
    expect(set?.groups).toHaveLength(4)
    expect(set && indicatorsOf(set)).toEqual([])
    expect(set).toMatchObject({ knownIndicatorCount: 27, illustrative: false, validTo: '2026-01-01' })
  })

  test('the illustrative set says what it is and stands in the same four groups with 27 indicators', () => {
    const set = illustrativeSet(registry)
    const indicators = indicatorsOf(set)
    expect(set).toMatchObject({ id: 'minh-hoa', illustrative: true, decision: null, issuedOn: null })
    expect(set.groups.map(({ title }) => title)).toEqual(
      state.criteriaSets.get('qd-384-2023')?.groups.map(({ title }) => title),
    )
    expect(indicators).toHaveLength(27)
    expect(new Set(indicators.map(({ indicator }) => indicator.id)).size).toBe(27)
    expect(new Set(indicators.map(({ indicator }) => indicator.target.kind))).toEqual(new Set(['number', 'boolean']))
    const measures = indicators.flatMap(({ indicator }) => indicator.measure?.kind ?? [])
    expect(measures.toSorted()).toEqual(['coverage', 'reporting-stations', 'statistic'])
    const owners = new Set(indicators.map(({ indicator }) => indicator.owner))
    expect(owners).toEqual(new Set(state.plan?.groups['so-nganh-tieu-chi']))
  })
})

describe('a seed file that is wrong stops the start and says where', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dai-sen-programme-seed-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const withChange = (file: string, from: string, to: string) => {
    cpSync(SEED, folder, { recursive: true })
    const text = readFileSync(join(SEED, file), 'utf8')
    expect(text).toContain(from)
    writeFileSync(join(folder, file), text.replace(from, to))
    return () => [programmeSeed(registry, folder), illustrativeSet(registry, folder)]
  }

  test.each([
    ['plan.json', '"month": "2024-05"', '"month": "2024-13"', 'plan.json: plan.tasks.0.deadline.month'],
    [
      'plan.json',
      '"lead": "so-khcn"',
      '"lead": "so-gone"',
      "plan.json: refers to what isn't there: tasks.1.1 → so-gone",
    ],
    ['plan.json', '"district-872"', '"district-1"', 'groups.ubnd-huyen → district-1'],
    ['plan.json', '"source": "ke-hoach-2024"', '"source": "gone"', 'plan.json: sources: gone'],
    [
      'villages.json',
      '"id": "my-dong"',
      '"id": "nowhere"',
      "villages.json: refers to what isn't there: villages → nowhere",
    ],
    ['villages.json', '"fact": "hamlets"', '"fact": "hamlet"', 'villages.json: villages.0.facts.0.fact'],
    ['villages.json', '"source": "thapmuoi-2023"', '"source": "gone"', 'villages.json: sources: gone'],
    ['villages.json', '"knownOn": "2025-10-20"', '"known": "2025-10-20"', 'villages.json: villages.0.recognition'],
    ['criteria-sets.json', '"illustrative": false', '"illustrative": true', 'criteria-sets.json: sets.0.illustrative'],
    ['criteria-sets.json', '"inUse": "qd-384-2023"', '"inUse": "gone"', 'criteria-sets.json: inUse: gone'],
    [
      'illustrative-set.json',
      '"owner": "so-tttt"',
      '"owner": "so-gone"',
      "illustrative-set.json: refers to what isn't there: 1.1",
    ],
    ['calendar.json', '"date": "2024-01-01"', '"date": "2023-01-01"', 'calendar.json: years.0.holidays.0.date'],
    ['calendar.json', '"version"', 'version', 'calendar.json: not JSON'],
  ])('%s: %s', (file, from, to, said) => expect(withChange(file, from, to)).toThrow(said))
})
