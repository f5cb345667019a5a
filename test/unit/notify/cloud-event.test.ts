import { expect, test } from 'vitest'
import { cloudEventOf } from '../../../server/notify/cloud-event.ts'
import { TRANSITIONS } from '../../../shared/alarms/notification.ts'
import { alarmCloudEventSchema } from '../../../shared/alarms/notify-schema.ts'
import { ALARM, aRule } from '../alarms/sample.ts'
import { aMessage } from './message-sample.ts'

const STATION = { chain: '0123456789abcdef', publicUrl: 'https://ioc.example.vn' }

test('everything a gateway needs stands in it, in both languages', async () => {
  const message = await aMessage({ source: 'measured' })
  const event = cloudEventOf(message, STATION, 'vi')
  expect(event).toEqual({
    specversion: '1.0',
    id: '0123456789abcdef/2',
    source: 'https://ioc.example.vn',
    type: 'vn.daisen.alarm.raised.v1',
    subject: ALARM,
    time: '2026-11-25T12:00:00+07:00',
    datacontenttype: 'application/json',
    data: {
      alarm: ALARM,
      occurrence: 2,
      transition: 'raised',
      text: '[THẤP] Mỹ Đông · pH cao · Trạm pond-1 · pH · H · 8,6',
      title: { vi: 'Trạm pond-1 · pH', en: 'Station pond-1 · pH' },
      level: 'H',
      priority: 'low',
      priorityWords: { vi: 'THẤP', en: 'LOW' },
      value: 8.6,
      unit: { vi: '', en: '' },
      valueWords: { vi: '8,6', en: '8.6' },
      limit: 8.5,
      limitWords: { vi: '8,5', en: '8.5' },
      measuredAt: '2026-11-25T12:00:00+07:00',
      since: '2026-11-25T11:59:00+07:00',
      raisedAt: '2026-11-25T12:00:00+07:00',
      isActive: true,
      isAcknowledged: false,
      place: { village: 'my-dong', name: 'Mỹ Đông', position: [105.7, 10.4] },
      device: 'pond-1',
      series: 'pond-1.ph',
      quantity: 'ph',
      source: 'measured',
      isSimulated: false,
      rule: {
        id: 'ph-high',
        version: 1,
        name: aRule().name,
        cause: aRule().cause,
        consequence: aRule().consequence,
        action: aRule().action,
        responder: aRule().responder,
        respondWithinMs: 3_600_000,
        basis: aRule().basis,
      },
      actor: null,
      comment: null,
      link: 'https://ioc.example.vn/alarms?alarm=ph-high%3Aseries%3Apond-1.ph',
    },
  })
  expect(alarmCloudEventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event)
})

test('the channel’s language is the language of its one line; simulated is marked in it', async () => {
  const message = await aMessage()
  expect(cloudEventOf(message, STATION, 'en').data.text).toBe(
    '[SIMULATED] [LOW] Mỹ Đông · High pH · Station pond-1 · pH · H · 8.6',
  )
  expect(cloudEventOf(message, STATION, 'vi').data).toMatchObject({
    text: '[MÔ PHỎNG] [THẤP] Mỹ Đông · pH cao · Trạm pond-1 · pH · H · 8,6',
    isSimulated: true,
  })
})

test('what isn’t known is unknown, and a station without an address makes no links', async () => {
  const message = await aMessage({ village: null, position: null })
  const nothing = {
    ...message,
    alarm: { ...message.alarm, value: null, limit: null },
    value: null,
    limit: null,
    rule: null,
  }
  const event = cloudEventOf(nothing, { ...STATION, publicUrl: undefined }, 'vi')
  expect(event.source).toBe('urn:dai-sen:0123456789abcdef')
  expect(event.data).toMatchObject({
    text: '[MÔ PHỎNG] [THẤP] Trạm pond-1 · pH · H · chưa rõ',
    value: null,
    valueWords: null,
    place: { village: null, name: null, position: null },
    rule: null,
    link: null,
  })
  expect(alarmCloudEventSchema.safeParse(event).success).toBe(true)
})

test.each(TRANSITIONS)('%s has a type of its own', async transition => {
  const event = cloudEventOf({ ...(await aMessage()), transition }, STATION, 'vi')
  expect(event.type).toBe(`vn.daisen.alarm.${transition}.v1`)
  expect(alarmCloudEventSchema.safeParse(event).success).toBe(true)
})
