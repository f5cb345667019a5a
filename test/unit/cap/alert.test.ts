import { describe, expect, test } from 'vitest'
import { isExercise } from '../../../server/cap/alert.ts'
import { CAP_MAPPING } from '../../../server/cap/mapping.ts'
import type { CapMessage } from '../../../server/cap/messages.ts'
import { PRIORITIES, type Rule } from '../../../shared/alarms/rule.ts'
import { attributesOf, capComplaints, pairsOf, textsOf } from '../../support/cap-schema.ts'
import {
  aRule,
  DEPS,
  eventsOf,
  levelChanged,
  MINUTE,
  messagesAfter,
  raised,
  raisedData,
  returned,
  T0,
  xmlOf,
} from './cap-sample.ts'

const THREAD = messagesAfter(eventsOf(raised(0), levelChanged(10, 'BĐ III', 2.35), returned(60)), 90)
const [ALERT, UPDATE, CANCEL] = THREAD as readonly [CapMessage, CapMessage, CapMessage]
const ABOUT = raisedData().about
const withAbout = (about: Partial<CapMessage['about']>): CapMessage => ({ ...ALERT, about: { ...ABOUT, ...about } })
const first = (xml: string, name: string) => textsOf(xml, name)[0]

/** A rule for each row of the table, with a value in its quantity. */
const RULES: readonly Rule[] = CAP_MAPPING.flatMap(row =>
  row.signals.flatMap(kind => {
    const signal: Rule['signal'] =
      kind === 'count'
        ? { kind, of: 'beyond', at: 1, overMs: 60_000 }
        : kind === 'change'
          ? { kind, overMs: 60_000 }
          : kind === 'flood' || kind === 'aqi'
            ? { kind }
            : { kind: 'value' }
    const sides = row.side ? [row.side] : (['high', 'low'] as const)
    return sides.flatMap(side =>
      (row.quantities ?? [null]).map(quantity => aRule({ id: `${kind}-${quantity}-${side}`, signal, quantity, side })),
    )
  }),
)

/** Each run of libxml2 starts a thread, which takes its time on a busy machine. */
const SLOW = { timeout: 30_000 }

describe('valid against the schema of CAP 1.2:', SLOW, () => {
  test('the schema itself finds what is wrong', async () => {
    const xml = xmlOf(ALERT)
    expect(await capComplaints(xml)).toEqual([])
    for (const broken of [
      xml.replace('>Actual<', '>Real<'),
      xml.replace('+07:00</sent>', 'Z</sent>'),
      xml.replace('<scope>Restricted</scope>', ''),
      xml.replace('</alert>', '<more/></alert>'),
      xml.replace('</alert>', ''),
    ])
      expect((await capComplaints(broken)).length).toBeGreaterThan(0)
  })

  test('every row of the table, at every priority, as Alert, Update and each kind of Cancel', async () => {
    const cancels = (['signal', 'rule-changed', 'target-gone', 'out-of-service', 'suppressed'] as const).map(
      reason => ({
        ...CANCEL,
        reason,
      }),
    )
    const of = (message: CapMessage, rule: Rule) =>
      xmlOf({ ...message, about: { ...message.about, quantity: rule.quantity } }, rule)
    const all = [
      ...RULES.flatMap(rule => PRIORITIES.map(priority => of({ ...ALERT, priority }, rule))),
      ...RULES.map(rule => of(CANCEL, rule)),
      ...[UPDATE, ...cancels].flatMap(message => PRIORITIES.map(priority => of({ ...message, priority }, aRule()))),
    ]
    expect(all.length).toBeGreaterThan(4 * CAP_MAPPING.length)
    expect(await capComplaints(...all)).toEqual([])
  })

  test('what isn’t known is left out or said to be unknown', async () => {
    const bare = {
      title: ABOUT.title,
      village: null,
      position: null,
      device: null,
      series: null,
      quantity: null,
      unit: null,
    }
    const message: CapMessage = { ...ALERT, value: null, limit: null, about: { ...bare, source: 'measured' } }
    const xml = xmlOf(message)
    expect(await capComplaints(xml)).toEqual([])
    expect(textsOf(xml, 'certainty')).toEqual(['Unknown', 'Unknown'])
    for (const name of ['value', 'limit', 'measured', 'area'])
      expect([...pairsOf(xml, 'parameter').keys()]).not.toContain(`dai-sen:${name}`)
    expect(first(xml, 'description')).toContain('Giá trị: chưa có số liệu.')
    expect(textsOf(xml, 'polygon')).toEqual([])
    expect(textsOf(xml, 'circle')).toEqual([])
    expect(textsOf(xml, 'areaDesc')).toEqual(['Tỉnh Đồng Tháp', 'Tỉnh Đồng Tháp'])
    expect(pairsOf(xml, 'geocode')).toEqual(new Map([['GSO-province', '82']]))
    expect(first(xml, 'headline')).toContain('chưa có số liệu')
  })

  const HOSTILE: readonly (readonly [string, string])[] = [
    ['markup', '<script>alert(1)</script>'],
    ['a closing tag of its own element', '</headline></info></alert>'],
    ['the end of a CDATA section', ']]> <![CDATA['],
    ['an entity', '&lt; &#x0; &undefined; &'],
    ['a comment and a processing instruction', '--> <!-- <?xml version="1.0"?> <!DOCTYPE x [<!ENTITY y "z">]>'],
    ['control characters', '\u0000\u0001\u0008\u000B\u001F\uFFFE\uFFFF a\tb\r\nc'],
    ['quotes', `"'"'`],
    ['emoji and a lone half of one', '🌊🏞️ \uD83C x \uDF0A'],
    ['ten kilobytes', 'Trạm '.repeat(2_000)],
    ['ten kilobytes of emoji', '🌊'.repeat(5_000)],
    ['nothing', ''],
  ]
  test.each(HOSTILE)('%s in every text that comes from outside', async (_what, text) => {
    const words = { vi: text, en: text }
    const rule = aRule({ cause: words, consequence: words, action: words, basis: { kind: 'internal', source: words } })
    const message = { ...withAbout({ title: words, device: text, village: text }), level: text, rule: text }
    const xml = xmlOf(message, rule)
    expect(await capComplaints(xml)).toEqual([])
    // The thirteen elements of an info that hold text only, twice: nothing that a text says became one.
    expect(textsOf(xml, 'headline')).toHaveLength(2)
    expect(xml.match(/<(?!\/)[a-zA-Z]+/g)).toEqual(xmlOf(withAbout({ village: 'x' })).match(/<(?!\/)[a-zA-Z]+/g))
    for (const headline of textsOf(xml, 'headline')) expect(headline.length).toBeLessThanOrEqual(160)
    expect(xml.length).toBeLessThan(60_000)
  })

  test('a text arrives as it was', () => {
    const text = 'Trạm <Mỹ Đông> & "1" \'x\' 🌊\nhai dòng\tcột'
    const rule = aRule({ action: { vi: text, en: text } })
    expect(textsOf(xmlOf(ALERT, rule), 'instruction')).toEqual([text, text])
  })
})

describe('the head of a message', () => {
  test('names itself, its sender, its time in the province without a part of a second', () => {
    const xml = xmlOf(ALERT)
    expect(first(xml, 'identifier')).toBe(ALERT.identifier)
    expect(first(xml, 'sender')).toBe(DEPS.sender)
    expect(first(xml, 'sent')).toBe('2026-10-21T14:30:00+07:00')
    expect(xml).not.toMatch(/\d\dZ|\+00:00|-00:00/)
    expect([first(xml, 'msgType'), first(xml, 'source'), first(xml, 'scope')]).toEqual([
      'Alert',
      'gauge-1',
      'Restricted',
    ])
    expect(first(xml, 'restriction')).toMatch(/không phải .*chính thức/)
    expect(attributesOf(xml, 'alert', 'xmlns')).toEqual(['urn:oasis:names:tc:emergency:cap:1.2'])
  })

  test('an Update and a Cancel name what went before as sender,identifier,sent', () => {
    const reference = (message: CapMessage, sent: string) => `${DEPS.sender},${message.identifier},${sent}`
    expect(textsOf(xmlOf(ALERT), 'references')).toEqual([])
    expect(first(xmlOf(UPDATE), 'references')).toBe(reference(ALERT, '2026-10-21T14:30:00+07:00'))
    expect(first(xmlOf(CANCEL), 'references')).toBe(
      `${reference(ALERT, '2026-10-21T14:30:00+07:00')} ${reference(UPDATE, '2026-10-21T14:40:00+07:00')}`,
    )
  })

  test.each([
    ['measured', 'Actual'],
    ['manual', 'Actual'],
    ['derived', 'Actual'],
    ['simulated', 'Exercise'],
  ] as const)('%s is %s', (source, status) => {
    const message = withAbout({ source })
    const xml = xmlOf(message)
    expect(first(xml, 'status')).toBe(status)
    expect(pairsOf(xml, 'parameter').get('dai-sen:source')).toBe(source)
    const marks = [...textsOf(xml, 'headline'), ...textsOf(xml, 'note'), ...textsOf(xml, 'description')]
    expect(marks.filter(text => /mô phỏng|simulated/i.test(text))).toHaveLength(isExercise(message) ? 5 : 0)
  })
})

describe('its texts', () => {
  test('in Vietnamese first, then in English, each whole', () => {
    const xml = xmlOf(UPDATE)
    expect(textsOf(xml, 'language')).toEqual(['vi-VN', 'en-US'])
    expect(textsOf(xml, 'event')).toEqual(['Mực nước vượt mức báo động', 'Water above flood alarm level'])
    expect(textsOf(xml, 'headline')).toEqual([
      'Mực nước vượt mức báo động (BĐ III) · Trạm Mỹ Đông 1 · Mực nước: 2,35 m',
      'Water above flood alarm level (BĐ III) · Mỹ Đông 1 station · Water level: 2.35 m',
    ])
    expect(textsOf(xml, 'description')).toEqual([
      [
        'Mức cảnh báo đã thay đổi.',
        'Giá trị: 2,35 m, đo lúc 14:40 21/10/2026.',
        'Vượt ngưỡng từ 14:25 21/10/2026.',
        'Nguyên nhân: Lũ về hoặc triều cường.',
        'Hậu quả: Ngập đường, ngập vườn.',
        'Cơ sở của ngưỡng: QĐ 05/2020/QĐ-TTg',
      ].join('\n'),
      [
        'The level has changed.',
        'Value: 2.35 m, measured at 14:40 21/10/2026.',
        'Beyond the limit since 14:25 21/10/2026.',
        'Cause: Flood or spring tide.',
        'Consequence: Roads and orchards under water.',
        'Basis of the limit: Decision 05/2020/QĐ-TTg',
      ].join('\n'),
    ])
    expect(textsOf(xml, 'instruction')).toEqual(['Đóng cống, kê cao tài sản.', 'Close the gates, move belongings up.'])
    expect(textsOf(xml, 'web')).toEqual([DEPS.web, DEPS.web])
    expect(xml).not.toContain('<contact>')
  })

  test('the village is named once', () => {
    const title = (vi: string) => first(xmlOf(withAbout({ title: { vi, en: vi } })), 'headline')
    expect(title('Trạm mực nước')).toContain('(BĐ I) · Mỹ Đông · Trạm mực nước: ')
    expect(title('Trạm Mỹ Đông 1')).toContain('(BĐ I) · Trạm Mỹ Đông 1: ')
  })

  test('an internal limit is called one', () => {
    const rule = aRule({ basis: { kind: 'internal', source: { vi: 'kinh nghiệm', en: 'experience' } } })
    const xml = xmlOf(ALERT, rule)
    expect(textsOf(xml, 'description')[0]).toContain('Cơ sở của ngưỡng: ngưỡng nội bộ (kinh nghiệm)')
    expect(pairsOf(xml, 'parameter').get('dai-sen:basis')).toBe('ngưỡng nội bộ (kinh nghiệm)')
  })

  test('numbers for machines are rounded as the quantity is, in its unit', () => {
    expect(Object.fromEntries(pairsOf(xmlOf(ALERT), 'parameter'))).toEqual({
      'dai-sen:level': 'BĐ I',
      'dai-sen:value': '1.95',
      'dai-sen:limit': '1.9',
      'dai-sen:unit': 'm',
      'dai-sen:measured': '2026-10-21T14:29:00+07:00',
      'dai-sen:since': '2026-10-21T14:25:00+07:00',
      'dai-sen:source': 'measured',
      'dai-sen:basis': 'QĐ 05/2020/QĐ-TTg',
      'dai-sen:rule': 'flood-stage v1',
      'dai-sen:area': 'ranh giới gần đúng của xã trong kế hoạch',
    })
    const aqi = xmlOf(
      { ...withAbout({ quantity: null }), value: 212.4 },
      aRule({ signal: { kind: 'aqi' }, quantity: null }),
    )
    expect(pairsOf(aqi, 'parameter').get('dai-sen:value')).toBe('212')
    expect(first(aqi, 'headline')).toMatch(/: VN_AQI 212$/)
  })

  test('a Cancel says whether it is over or only withdrawn', () => {
    const over = xmlOf(CANCEL)
    const grade = (xml: string) => ['responseType', 'urgency', 'severity', 'certainty'].map(name => first(xml, name))
    expect(grade(over)).toEqual(['AllClear', 'Past', 'Minor', 'Observed'])
    expect(first(over, 'headline')).toMatch(/: Đã trở lại bình thường\.$/)
    expect(textsOf(over, 'instruction')).toEqual([])
    const withdrawn = xmlOf({ ...CANCEL, reason: 'out-of-service' })
    expect(grade(withdrawn)).toEqual(['None', 'Past', 'Unknown', 'Unknown'])
    expect(first(withdrawn, 'description')).toContain('Không có nghĩa là tình hình đã hết')
  })

  test.each([
    ['low', ['Monitor', 'Future', 'Minor', 'Observed']],
    ['medium', ['Prepare', 'Expected', 'Moderate', 'Observed']],
    ['high', ['Prepare', 'Immediate', 'Severe', 'Observed']],
  ] as const)('a flood of %s priority: %j', (priority, grade) => {
    const xml = xmlOf({ ...ALERT, priority })
    expect(['responseType', 'urgency', 'severity', 'certainty'].map(name => first(xml, name))).toEqual(grade)
    expect(pairsOf(xml, 'eventCode')).toEqual(new Map([['dai-sen:event', 'flood']]))
    expect(textsOf(xml, 'category')).toEqual(['Met', 'Met'])
  })
})

test('effective when sent, since the signal went beyond, and it outlives its renewal', () => {
  const xml = xmlOf(UPDATE)
  expect(first(xml, 'effective')).toBe('2026-10-21T14:40:00+07:00')
  expect(first(xml, 'onset')).toBe('2026-10-21T14:25:00+07:00')
  expect(first(xml, 'expires')).toBe('2026-10-22T15:40:00+07:00')
})

test('times are those of the province at the edges of years too', () => {
  const sent = (sentAt: number) => first(xmlOf({ ...ALERT, sentAt }), 'sent')
  expect(sent(Date.parse('2026-12-31T17:00:00Z'))).toBe('2027-01-01T00:00:00+07:00')
  expect(sent(T0 + 59 * MINUTE)).toBe('2026-10-21T15:29:00+07:00')
})
