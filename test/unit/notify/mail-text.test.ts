import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkedIn, type MailAbout, mailOf, newestOfEach } from '../../../server/notify/mail-text.ts'
import type { AlarmMessage } from '../../../shared/alarms/notification.ts'
import { aDraft, aRule, NOON } from '../alarms/sample.ts'
import { alarmAt, aMessage, manyMessages, messagesAfter, raisedAt } from './message-sample.ts'

const DESK = 'https://ioc.example.vn/alarms'
const ABOUT: MailAbout = { language: 'vi', now: NOON, linkOf: () => undefined, desk: undefined }
const written = async (...drafts: Parameters<typeof messagesAfter>[0]) =>
  (await messagesAfter(drafts)).flatMap(message => message ?? [])

describe('one alarm', () => {
  test('says in Vietnamese what, where, how bad, since when and what to do', async () => {
    const message = await aMessage({ source: 'measured' })
    const { subject, text, html } = mailOf([message], {
      ...ABOUT,
      linkOf: () => `${DESK}/acknowledge#token`,
      desk: DESK,
    })
    expect(subject).toBe('[THẤP] Mỹ Đông · pH cao · Trạm pond-1 · pH · H · 8,6')
    expect(text).toBe(`Cảnh báo: Trạm pond-1 · pH

Quy tắc: pH cao
Nơi: Mỹ Đông
Mức: H · THẤP
Giá trị: 8,6
Ngưỡng: 8,5 (ngưỡng nội bộ)
Đo lúc: 12:00 25/11/2026
Từ lúc: 11:59 25/11/2026
Nguồn: đo thực tế
Nguyên nhân có thể: Nước nhiễm kiềm
Hậu quả: Cá chậm lớn
Việc cần làm: Thay nước
Người xử lý: Tổ Điều hành, trong vòng 1 giờ

Xác nhận đã biết (một lần, trong 24 giờ):
https://ioc.example.vn/alarms/acknowledge#token

Bàn trực cảnh báo:
https://ioc.example.vn/alarms
`)
    expect(html).toContain('<html lang="vi">')
    expect(html).toContain('<a href="https://ioc.example.vn/alarms/acknowledge#token">')
    for (const part of ['8,5 (ngưỡng nội bộ)', 'Nước nhiễm kiềm', 'Thay nước']) expect(html).toContain(part)
  })

  test('and in English; a limit by regulation names it, simulated is marked first', async () => {
    const basis = { kind: 'regulation', source: { vi: 'QCVN 08:2023', en: 'QCVN 08:2023' } } as const
    const message = await aMessage({}, aRule({ basis, respondWithinMs: 90 * 60_000 }))
    const { subject, text } = mailOf([message], { ...ABOUT, language: 'en' })
    expect(subject).toBe('[SIMULATED] [LOW] Mỹ Đông · High pH · Station pond-1 · pH · H · 8.6')
    expect(text).toMatch(/^SIMULATED, not a real measurement\n\nAlarm: Station pond-1 · pH\n/)
    expect(text).toContain('Limit: 8.5 (by QCVN 08:2023)\n')
    expect(text).toContain('Who acts: Operating team, within 90 minutes\n')
    expect(text).not.toContain('http')
  })

  test('its end and who acknowledged it are told as that', async () => {
    const messages = await written(
      raisedAt('pond-1'),
      aDraft('alarm.acknowledged', { comment: 'đang thay nước' }),
      aDraft('alarm.returned', { value: null }),
    )
    expect(messages.map(message => mailOf([message], ABOUT).subject)).toEqual([
      '[MÔ PHỎNG] [THẤP] Mỹ Đông · pH cao · Trạm pond-1 · pH · H · 8,6',
      '[MÔ PHỎNG] [THẤP] Đã xác nhận: Mỹ Đông · pH cao · Trạm pond-1 · pH · H · 8,6',
      '[MÔ PHỎNG] [THẤP] Đã hết: Mỹ Đông · pH cao · Trạm pond-1 · pH · H · chưa rõ',
    ])
    expect(mailOf(messages.slice(1, 2), ABOUT).text).toContain('Ý kiến: đang thay nước\n')
  })
})

test.each([
  [
    'declared:Nguyễn Thị Sen · Sở Y tế',
    'Nguyễn Thị Sen · Sở Y tế (tự khai)',
    'Nguyễn Thị Sen · Sở Y tế (self-declared)',
  ],
  ['link:an@ioc.example.vn', 'an@ioc.example.vn (qua liên kết)', 'an@ioc.example.vn (by link)'],
  ['simulated:Tám', 'Tám (mô phỏng)', 'Tám (simulated)'],
  ['system:alarms', 'system:alarms', 'system:alarms'],
  ['constructor:x', 'constructor:x', 'constructor:x'],
])('who acknowledged, and how that is known: %s', async (actor, vi, en) => {
  const message = { ...(await aMessage()), transition: 'acknowledged', actor } as const
  expect(mailOf([message], ABOUT).text).toContain(`\nNgười xác nhận: ${vi}\n`)
  expect(mailOf([message], { ...ABOUT, language: 'en' }).text).toContain(`\nAcknowledged by: ${en}\n`)
})

describe('many alarms', () => {
  test('five hundred are one mail of at most ten lines', async () => {
    const villages = ['my-dong', 'tan-thuan-tay', 'dinh-yen', null]
    const messages = await manyMessages(500, i => villages[i % 4] ?? null)
    const { subject, text } = mailOf(messages, { ...ABOUT, desk: DESK })
    expect(messages).toHaveLength(500)
    expect(subject).toMatch(/^\[THẤP\] 500 cảnh báo: .+ 125, .+ 125, .+ 125 …$/)
    const parts = text.trim().split('\n\n')
    expect(parts[0]).toBe('500 cảnh báo')
    expect(parts.slice(1, -1)).toHaveLength(4)
    expect(parts[1]).toMatch(
      /^pH cao · .+ · 125 cảnh báo \(THẤP 125; Cảnh báo 125\) · 11:59 25\/11\/2026 · Trạm pond-\d+ · pH; .+ …/,
    )
    expect(parts.filter(part => part.includes('xuất hiện đầu tiên'))).toHaveLength(1)
    expect(parts.at(-1)).toBe(`Bàn trực cảnh báo:\n${DESK}`)
  })

  test('ten have a line and a link each, eleven share lines and have none', async () => {
    for (const count of [2, 10, 11]) {
      const messages = await manyMessages(count, () => 'my-dong')
      const linked = linkedIn(messages)
      expect(linked).toHaveLength(count > 10 ? 0 : count)
      const links = new Map(linked.map(({ alarm }, i) => [alarm.id, `${DESK}/acknowledge#${i}`]))
      const { text } = mailOf(messages, { ...ABOUT, linkOf: ({ alarm }) => links.get(alarm.id) })
      expect(text.split('/acknowledge#')).toHaveLength(linked.length + 1)
      expect(text.trim().split('\n\n').slice(1)).toHaveLength(count > 10 ? 1 : count * 2)
    }
  })

  test('of one alarm only how it stands last is told, and it is counted once', async () => {
    const messages = await written(
      raisedAt('pond-1'),
      raisedAt('pond-2', { source: 'measured' }),
      aDraft('alarm.returned', {}, alarmAt('pond-1')),
    )
    const newest = newestOfEach(messages)
    expect(newest.map(({ transition, alarm }) => [transition, alarm.id])).toEqual([
      ['raised', alarmAt('pond-2')],
      ['returned', alarmAt('pond-1')],
    ])
    const { subject, text } = mailOf(newest, ABOUT)
    expect(subject).toBe('[CÓ MÔ PHỎNG] [THẤP] 2 cảnh báo: Mỹ Đông 2')
    expect(text).toContain('Đã hết: ')
    expect(newestOfEach(messages.toReversed())).toEqual(newest)
    expect(newestOfEach([])).toEqual([])
  })

  test('nobody is asked to acknowledge what needs no acknowledgement', async () => {
    const messages = await written(
      raisedAt('pond-1'),
      aDraft('alarm.acknowledged', {}, alarmAt('pond-1')),
      raisedAt('pond-2'),
      aDraft('alarm.returned', {}, alarmAt('pond-2')),
    )
    expect(linkedIn(newestOfEach(messages)).map(({ alarm }) => alarm.id)).toEqual([alarmAt('pond-2')])
  })

  test('no alarm is lost between the lines, whatever they are', async () => {
    const rules = [
      'ph-high',
      'ph-low',
      'salt',
      'silence',
      'flood',
      'aqi',
      'pump',
      'lamp',
      'heat',
      'rain',
      'trap',
      'meter',
    ]
    const some = fc.array(fc.record({ rule: fc.constantFrom(...rules), village: fc.constantFrom('a', 'b', null) }), {
      minLength: 2,
      maxLength: 60,
    })
    await fc.assert(
      fc.asyncProperty(some, async given => {
        const drafts = given.map(({ rule, village }, i) => raisedAt(`pond-${i}`, { village }, rule))
        const messages = (await messagesAfter(drafts, { rules: rules.map(id => aRule({ id })) })).flatMap(
          one => one ?? [],
        )
        const { text } = mailOf(messages, ABOUT)
        const lines = text.trim().split('\n\n').slice(1)
        expect(lines.length).toBeLessThanOrEqual(10)
        const counts = lines.map(line => Number(/· (\d+) cảnh báo \(/.exec(line)?.[1] ?? 1))
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(given.length)
      }),
      { numRuns: 40 },
    )
  })
})

describe('names that mean harm', () => {
  const HOSTILE = {
    'an image': '<img src=x onerror=alert(1)>',
    'a script': '"><script>alert(1)</script>',
    'an attribute': "' onclick='x",
    'a header': 'a\r\nBcc: everyone@example.vn\r\n\r\nbody',
    'line ends and control signs': 'a\u2028b\u2029c\u0000d\u001b[31m',
    'text that runs backwards': '\u202Egpj.exe\u202C',
    entities: '&lt;b&gt;',
    'five thousand letters': 'x'.repeat(5_000),
  }
  const OURS =
    /^<(?:!doctype html|html lang="vi"|meta charset="utf-8"|th align="left" valign="top"|\/?(?:html|head|body|h2|p|table|tr|th|td))>$/
  const hostile = (name: string, message: AlarmMessage): AlarmMessage => {
    const words = { vi: name, en: name }
    return {
      ...message,
      place: name,
      actor: name,
      comment: name,
      value: words,
      alarm: { ...message.alarm, level: name, about: { ...message.alarm.about, title: words } },
      rule: message.rule && { ...message.rule, name: words, cause: words, action: words, responder: words },
    }
  }
  /** What is wrong with a mail of these; one assertion over all, since there are thousands. */
  const harmIn = (messages: readonly AlarmMessage[]): string[] => {
    const { subject, text, html } = mailOf(messages, ABOUT)
    const checks: Readonly<Record<string, boolean>> = {
      'a subject of several lines': /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(subject),
      'a subject too long': Array.from(subject).length > 300,
      'an invisible character': /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u.test(text),
      'a header': /^Bcc:/m.test(text),
      // Nothing but our own elements, and only their own attributes.
      'foreign markup': (html.match(/<[^>]*>?/g) ?? []).some(tag => !OURS.test(tag)),
      'a bare sign': /[<>"']/.test(html.replaceAll(/<[^>]*>/g, '')),
    }
    return Object.keys(checks).filter(what => checks[what])
  }

  test.each(Object.entries(HOSTILE))('%s: stays text', async (_what, name) => {
    const one = hostile(name, await aMessage())
    expect(harmIn([one])).toEqual([])
    const two = await manyMessages(2, () => 'my-dong')
    expect(harmIn(two.map(message => hostile(name, message)))).toEqual([])
    const many = await manyMessages(12, () => 'my-dong')
    expect(harmIn(many.map(message => hostile(name, message)))).toEqual([])
  })

  /** Of any code points, half characters too. */
  const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0x10_ff_ff }).map(point => String.fromCodePoint(point)) })
  test('and so does whatever else anybody thinks of', async () => {
    const message = await aMessage()
    fc.assert(fc.property(anyText, name => harmIn([hostile(name, message)]).length === 0))
  })
})
