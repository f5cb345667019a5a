// A rule in sentences, in both languages: nothing is rounded, nothing internal is called a regulation, every change is told.
import { describe, expect, test } from 'vitest'
import { proposalWords } from '../../../../client/alarms/rules/deadband-proposal.tsx'
import { afterwardsSentences, changedFacts, factWords, RULE_FACTS } from '../../../../client/alarms/rules/rule-facts.ts'
import {
  hoursSentence,
  levelWords,
  offSentence,
  onSentence,
  scopeSentences,
  setpointWords,
  signalSentence,
  valueWords,
} from '../../../../client/alarms/rules/rule-sentences.ts'
import type { Rule } from '../../../../shared/alarms/rule.ts'
import { aRule } from '../../alarms/sample.ts'
import { namesIn, series, shipped, shippedRules, wordsIn } from './rules-sample.ts'

const vi = { t: wordsIn('vi'), names: namesIn('vi') }
const en = { t: wordsIn('en'), names: namesIn('en') }
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const salinity = (change: Partial<Rule> = {}): Rule => ({ ...shipped('salinity-high'), ...change })

describe('a rule', () => {
  test('says what it watches', () => {
    const said = (rule: Rule, { t, names } = vi) => plain(signalSentence(t, names, rule))
    expect(said(salinity())).toBe('Theo dõi số đo Độ mặn.')
    expect(said(salinity({ signal: { kind: 'change', overMs: 5_400_000 } }))).toBe(
      'Theo dõi Độ mặn thay đổi bao nhiêu trong 1 giờ 30 phút.',
    )
    expect(said(salinity({ signal: { kind: 'count', of: 'beyond', at: 0.505, overMs: 3_600_000 } }))).toBe(
      'Đếm số đo Độ mặn từ 0,505 g/L trở lên trong 1 giờ.',
    )
    const reference = { kind: 'series', series: 'goc.salinity' } as const
    const names = namesIn('vi', [series('my-dong', 'salinity', 'goc')])
    expect(said(salinity({ signal: { kind: 'deviation', reference, isAbsolute: false } }), { t: vi.t, names })).toBe(
      'Theo dõi Độ mặn lệch bao nhiêu so với số đo mới nhất của Trạm goc · Độ mặn.',
    )
    expect(said(shipped('pump-long-run'))).toContain('“Chạy”')
    expect(said(shipped('pump-long-run'), en)).toContain('“Running”')
  })
  test('never shows a limit rounded, nor a reading finer than it was measured', () => {
    expect(plain(setpointWords(vi.t, vi.names, salinity(), 0.505))).toBe('0,505 g/L')
    expect(plain(setpointWords(vi.t, vi.names, salinity(), 1))).toBe('1 g/L')
    expect(plain(valueWords(vi.t, vi.names, salinity(), 0.505_49))).toBe('0,51 g/L')
  })
  test('says from where on it is an alarm, for both sides, a state and a gauge', () => {
    const level = (rule: Rule, at: number | null, form?: 'atBrief') =>
      plain(levelWords(vi.t, vi.names, rule, { at }, form))
    expect(level(salinity(), 0.5)).toBe('từ 0,5 g/L trở lên')
    expect(level(salinity({ side: 'low' }), -0.5, 'atBrief')).toBe('≤ −0,5 g/L')
    expect(level(shipped('pump-long-run'), 1)).toBe('khi ở trạng thái đó')
    expect(level(shipped('flood-stage'), null)).toBe('theo trạm thủy văn của làng')
  })
  test('says when it is raised and when that ends', () => {
    expect(plain(onSentence(vi.t, { onDelayMs: 0 }))).toBe('Báo ngay từ số đo đầu tiên chạm mức.')
    expect(plain(onSentence(vi.t, { onDelayMs: 60_000 }))).toContain('1 phút')
    const off = (deadband: number, offDelayMs: number) =>
      plain(offSentence(vi.t, vi.names, salinity({ deadband, offDelayMs })))
    expect(off(0, 0)).toBe('Hết báo ngay khi giá trị trở lại trong mức.')
    expect(off(0.1, 0)).toBe('Hết báo ngay khi giá trị lùi vào trong mức 0,1 g/L.')
    expect(off(0, 60_000)).toBe('Hết báo khi giá trị trở lại trong mức được 1 phút.')
    expect(off(0.1, 60_000)).toBe('Hết báo khi giá trị lùi vào trong mức 0,1 g/L và giữ được 1 phút.')
  })
  test('says where and when it watches, and what explains it away', () => {
    expect(scopeSentences(vi.t, vi.names, salinity())).toEqual(['Áp dụng cho mọi làng, mọi thiết bị.'])
    const scope = { villages: ['my-dong'], devices: null, except: ['device:x'] }
    expect(scopeSentences(vi.t, vi.names, salinity({ scope }))).toEqual(['Chỉ các làng: Mỹ Đông.', 'Trừ: x.'])
    expect(hoursSentence(vi.t, { hours: { from: '18:00', to: '06:00' } })).toContain('từ 18:00 đến 06:00')
    const rule = salinity({ suppressedBy: 'device-silent', isLatching: true, reAlarmMs: null })
    expect(afterwardsSentences(vi.t, vi.names, rule)).toEqual([
      'Hết rồi vẫn giữ trên bàn trực cho đến khi có người đặt lại.',
      'Đã xác nhận thì không nhắc lại.',
      'Ẩn theo thiết kế khi cùng thiết bị đang có cảnh báo “Thiết bị im lặng”.',
    ])
  })
  test('of the shipped ones says everything in both languages, without an unfilled gap', () => {
    const said = shippedRules.flatMap(rule =>
      [vi, en].flatMap(({ t, names }) => RULE_FACTS.map(fact => factWords(t, names, rule, fact))),
    )
    expect(said.filter(words => words.trim() === '' || /[{}]/.test(words))).toEqual([])
  })
  test('whose limits are our own is never called a regulation', () => {
    const internal = factWords(vi.t, vi.names, salinity(), 'basis')
    expect(internal).toContain('không phải quy định')
    expect(factWords(vi.t, vi.names, shipped('flood-stage'), 'basis')).not.toContain('nội bộ, không')
  })
})

describe('a proposed deadband', () => {
  const said = (readings: number, proposal: Parameters<typeof proposalWords>[3]['proposal']) =>
    plain(proposalWords(vi.t, vi.names, salinity(), { current: 0.1, readings, proposal }))

  test('is never rounded, and stands beside the one in force and what both would have come to', () => {
    const words = said(1_200, { deadband: 0.005, transitionsBefore: 12, transitionsAfter: 1 })
    expect(words).toContain('0,005 g/L thay cho 0,1 g/L: 1.200 số đo')
    expect(words).toContain('1 lần phát và hết thay vì 12')
  })
  test('that there is none is not said where nothing could be tried', () => {
    expect(said(20, null)).toContain('không vùng chết nào giúp được')
    expect(said(0, null)).toContain('Không còn số đo nào')
  })
})

describe('what changed between two versions', () => {
  const before = aRule()
  const words = { vi: 'khác', en: 'other' }
  test.each([
    ['name', { name: words }],
    ['signal', { quantity: 'soil_ph' }],
    ['signal', { signal: { kind: 'change', overMs: 60_000 } }],
    ['scope', { scope: { ...before.scope, villages: ['my-dong'] } }],
    ['levels', { side: 'low' }],
    ['levels', { levels: before.levels.slice(1) }],
    ['ending', { deadband: 0.2 }],
    ['ending', { offDelayMs: 1 }],
    ['onset', { onDelayMs: 1 }],
    ['latching', { isLatching: true }],
    ['reAlarm', { reAlarmMs: 60_000 }],
    ['hours', { hours: { from: '06:00', to: '18:00' } }],
    ['suppressedBy', { suppressedBy: 'device-silent' }],
    ['cause', { cause: words }],
    ['consequence', { consequence: words }],
    ['action', { action: words }],
    ['responder', { responder: words }],
    ['within', { respondWithinMs: 1 }],
    ['basis', { basis: { ...before.basis, kind: 'regulation' } }],
    ['isOn', { isOn: false }],
  ] as const)('%s is told, and nothing else', (fact, change) => {
    const after = { ...before, ...change } as Rule
    expect(changedFacts(before, after)).toEqual([fact])
    expect(factWords(vi.t, vi.names, before, fact)).not.toBe(factWords(vi.t, vi.names, after, fact))
  })
  test('is nothing where only the order of the parts differs', () => {
    const turned = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(before).toReversed()))) as Rule
    expect(changedFacts(before, turned)).toEqual([])
  })
})
