import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { alarmSeed } from '../../../server/alarms/seed.ts'
import { PRIORITIES, type Rule } from '../../../shared/alarms/rule.ts'
import { ruleSchema } from '../../../shared/alarms/rule-schema.ts'
import { isSimulated } from '../../../shared/programme/event.ts'
import type { Words } from '../../../shared/words.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { registry } from '../simulate/sample.ts'
import { catalogueOf, ruleOf, rules, seed, watchesAt } from './seed-sample.ts'

const SEED = join(import.meta.dirname, '..', '..', '..', 'server', 'alarms', 'seed')
const HOUR = 3_600_000

const textsOf = ({ name, cause, consequence, action, responder, basis }: Rule): Readonly<Record<string, Words>> => ({
  name,
  cause,
  consequence,
  action,
  responder,
  source: basis.source,
})
const hasHigh = ({ levels }: Rule) => levels.some(({ priority }) => priority === 'high')

describe('the default rules', () => {
  test('are there for every quantity of the catalogue', () => {
    expect(registry.quantities).toHaveLength(32)
    const covered = new Set(rules.map(({ quantity }) => quantity))
    // VN_AQI is made of the pollutants, silence and the clocks are of no quantity: they count for none here.
    expect(registry.quantities.map(({ code }) => code).filter(code => !covered.has(code))).toEqual([])
    const known = new Set(registry.quantities.map(({ code }) => code))
    for (const { id, quantity } of rules) expect(quantity === null || known.has(quantity), id).toBe(true)
  })

  test('watch every series of the simulated stations, and none is shipped that watches nothing', () => {
    const catalogue = catalogueOf(60_000)
    const { watches } = watchesAt(catalogue)
    const heard = new Set(watches.flatMap(({ inputs }) => inputs.map(({ n }) => n)))
    expect(catalogue.filter(({ n }) => !heard.has(n)).map(({ id }) => id)).toEqual([])
    const watching = new Set(watches.map(({ rule }) => rule.id))
    const idle = rules.filter(({ id, signal }) => signal.kind !== 'programme' && !watching.has(id))
    expect(idle.map(({ id }) => id)).toEqual([])
  })

  test('are of every kind of signal, and of every clock of the programme', () => {
    const kinds = new Set(rules.map(({ signal }) => signal.kind))
    expect([...kinds].toSorted()).toEqual(
      ['aqi', 'change', 'count', 'deviation', 'flood', 'programme', 'silence', 'state', 'surge', 'value'].toSorted(),
    )
    const details = new Set(
      rules.map(({ signal }) =>
        signal.kind === 'count' || signal.kind === 'silence'
          ? `${signal.kind} ${signal.of}`
          : signal.kind === 'programme'
            ? signal.clock
            : signal.kind,
      ),
    )
    for (const one of ['count changes', 'count bad', 'count beyond', 'silence series', 'silence device'])
      expect(details).toContain(one)
    for (const clock of ['task-overdue', 'appraisal-day', 'report-due', 'dossier-returned'])
      expect(details).toContain(clock)
  })

  test('have ids of their own, and name only rules that are there', () => {
    const ids = new Set(rules.map(({ id }) => id))
    expect(ids.size).toBe(rules.length)
    for (const { id, suppressedBy } of rules) {
      expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      expect(suppressedBy === null || ids.has(suppressedBy), id).toBe(true)
    }
  })

  test.each(rules.map(rule => [rule.id, rule] as const))('%s: schema, order of levels, deadband', (_, rule) => {
    expect(ruleSchema.safeParse(rule).error).toBeUndefined()
    const { levels, side, deadband, signal } = rule
    for (const [n, level] of levels.entries()) {
      const before = levels[n - 1]
      if (!before) continue
      expect(PRIORITIES.indexOf(level.priority)).toBeGreaterThanOrEqual(PRIORITIES.indexOf(before.priority))
      if (signal.kind === 'flood') continue
      const further = (level.at ?? 0) - (before.at ?? 0)
      expect(side === 'high' ? further : -further).toBeGreaterThan(deadband)
    }
    const states = registry.quantities.find(({ code }) => code === rule.quantity)?.states
    if (signal.kind === 'state') expect(states?.map(({ value }) => value)).toContain(signal.value)
    const range = registry.quantities.find(({ code }) => code === rule.quantity)?.range
    // A setpoint that no reading can reach would watch nothing.
    if (signal.kind === 'value' && range)
      for (const { at } of levels) expect(at !== null && at > range[0] && at < range[1], String(at)).toBe(true)
  })

  test.each(rules.map(rule => [rule.id, rule] as const))('%s: says everything, in both languages', (_, rule) => {
    for (const [field, { vi, en }] of Object.entries(textsOf(rule))) {
      expect(vi.trim(), field).toBe(vi)
      expect(en.trim(), field).toBe(en)
      expect(Math.min(vi.length, en.length), field).toBeGreaterThanOrEqual(2)
      expect(vi, field).not.toBe(en)
      const english = en.replaceAll(/BĐ I+|QĐ-\w+|hội quán/g, '')
      expect(english, field).not.toMatch(/[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i)
      // Roles, never persons to call.
      expect(`${vi} ${en}`, field).not.toMatch(/\d{6,}/)
    }
    for (const { vi, en } of [rule.cause, rule.consequence, rule.action]) {
      expect(vi).toMatch(/[ăâđêôơưàảãáạèẻẽéẹìỉĩíịòỏõóọùủũúụỳỷỹýỵấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]/i)
      expect(vi).toMatch(/\.$/)
      expect(en).toMatch(/\.$/)
      expect(Math.min(vi.length, en.length)).toBeGreaterThan(20)
    }
  })

  test('what they say isn’t said of another rule: each is about its own thing', () => {
    for (const language of ['vi', 'en'] as const) {
      const actions = rules.map(({ action }) => action[language])
      const names = rules.map(({ name }) => name[language])
      expect(new Set(actions).size).toBe(actions.length)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  test('ask for people within the hour only where that matters, and are rarely serious', () => {
    for (const rule of rules.filter(hasHigh)) expect(rule.respondWithinMs, rule.id).toBeLessThanOrEqual(HOUR)
    expect(rules.filter(hasHigh).map(({ id }) => id)).toEqual([
      'flood-stage',
      'salinity-high',
      'oxygen-low',
      'wind-strong',
      'vn-aqi',
      'co-limit',
    ])
    const mildest = rules.map(({ levels }) => levels[0]?.priority)
    expect(mildest.filter(one => one === 'low').length / rules.length).toBeGreaterThan(0.7)
  })

  test('stay until somebody has looked only where a machine could break', () =>
    expect(rules.filter(({ isLatching }) => isLatching).map(({ id }) => id)).toEqual(['pump-short-cycling']))

  test('a lost connection explains every silence', () => {
    const silences = rules.filter(({ signal }) => signal.kind === 'silence')
    expect(silences.length).toBeGreaterThan(5)
    for (const { id, suppressedBy, onDelayMs } of silences) {
      expect(suppressedBy, id).toBe('device-offline')
      // The explanation comes first.
      if (id !== 'light-trap-silent') expect(onDelayMs, id).toBeGreaterThan(ruleOf('device-offline').onDelayMs)
    }
  })
})

/** What `domain.md` found verified: nothing else may be shown as a regulation. */
const REGULATIONS: Readonly<Record<string, readonly [decision: RegExp, levels: readonly (number | null)[]]>> = {
  'flood-stage': [/QĐ 05\/2020\/QĐ-TTg/, [null, null, null]],
  'ph-low': [/QCVN 08:2023/, [6]],
  'ph-high': [/QCVN 08:2023/, [8.5]],
  'oxygen-class-d': [/QCVN 08:2023/, [4]],
  'vn-aqi': [/QĐ 1459\/QĐ-TCMT/, [101, 151, 201, 301]],
  'o3-limit': [/QCVN 05:2023/, [200]],
  'no2-limit': [/QCVN 05:2023/, [200]],
  'so2-limit': [/QCVN 05:2023/, [350]],
  'co-limit': [/QCVN 05:2023/, [30_000]],
}

describe('where the setpoints come from', () => {
  test('a regulation is named only for what was verified, with its very figures', () => {
    const regulated = rules.filter(({ basis }) => basis.kind === 'regulation')
    expect(regulated.map(({ id }) => id).toSorted()).toEqual(Object.keys(REGULATIONS).toSorted())
    for (const { id, basis, levels } of regulated) {
      const [decision, setpoints] = REGULATIONS[id] ?? [/(?!)/, []]
      expect(basis.source.vi).toMatch(decision)
      expect(levels.map(({ at }) => at)).toEqual(setpoints)
    }
  })

  test('everything else says that it is our own', () => {
    for (const { id, basis } of rules.filter(one => one.basis.kind === 'internal')) {
      expect(basis.source.vi, id).toMatch(/^Ngưỡng nội bộ/)
      expect(basis.source.en, id).toMatch(/^Internal threshold/)
    }
  })

  test('flood levels come from the gauges, which not every village has', () => {
    const { watches, withoutLevels } = watchesAt(catalogueOf(60_000))
    const floods = watches.filter(({ rule }) => rule.id === 'flood-stage')
    const levelsIn = (village: string) =>
      floods.find(({ about }) => about.village === village)?.levels.map(({ name, at }) => [name, at])
    expect(levelsIn('dinh-yen')).toEqual([
      ['BĐ I', 1.9],
      ['BĐ II', 2.2],
      ['BĐ III', 2.5],
    ])
    expect(levelsIn('an-nhon')).toEqual([['BĐ III', 1.8]])
    expect(new Set(withoutLevels.map(({ about }) => about.village))).toEqual(
      new Set(['doc-binh-kieu', 'my-dong', 'phu-cuong', 'tan-nhuan-dong']),
    )
  })
})

describe('the events of the seed', () => {
  test('publish each rule once, as its first version, on the day it stands from', () => {
    expect(seed).toHaveLength(rules.length)
    for (const { type, subject, data, at, actor } of seed) {
      if (type !== 'alarm.rule-published') throw new Error(type)
      expect(subject).toBe(`alarm-rule:${data.rule.id}`)
      expect(data).toMatchObject({ version: 1, reason: null })
      expect(new Date(at).toISOString()).toBe('2025-12-31T17:00:00.000Z')
      expect(actor).toBe('seed:alarm-defaults')
      expect(isSimulated(actor)).toBe(false)
    }
    expect(alarmSeed()).toEqual(seed)
  })
})

describe('a seed file that is wrong stops the start and says where', () => {
  const { path: folder, remove } = temporaryFolder()
  afterAll(remove)
  const withChange = (file: string, from: string, to: string) => {
    cpSync(SEED, folder, { recursive: true })
    const text = readFileSync(join(SEED, file), 'utf8')
    expect(text).toContain(from)
    writeFileSync(join(folder, file), text.replace(from, to))
    return () => alarmSeed(folder)
  }

  test.each([
    ['water.json', '"version"', 'version', 'water.json: not JSON'],
    ['water.json', '"validFrom": "2026-01-01"', '"validFrom": "2026-13-01"', 'water.json: validFrom'],
    ['water.json', '"side": "high"', '"side": "up"', 'water.json: flood-stage: side'],
    ['water.json', '"at": 0.7', '"at": 0.4', 'water.json: water-level-rise: levels.1.at'],
    ['water.json', '"side": "high"', '"sides": "high"', 'water.json: flood-stage'],
    ['devices.json', '"id": "device-silent"', '"id": "device-offline"', 'devices.json: device-offline: rule.id'],
    ['devices.json', '"suppressedBy": "device-offline"', '"suppressedBy": "gone"', 'device-silent: rule.suppressedBy'],
    ['air.json', '"version": 1', '"version": 1, "more": 1', 'air.json'],
  ])('%s: %s', (file, from, to, said) => expect(withChange(file, from, to)).toThrow(said))
})
