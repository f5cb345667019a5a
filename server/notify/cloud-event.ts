// A message as a CloudEvent: everything a chat gateway needs to tell it, in both languages. Pure.
import type { AlarmMessage } from '../../shared/alarms/notification.ts'
import type { AlarmCloudEvent, AlarmNotice } from '../../shared/alarms/notify-schema.ts'
import type { Language } from './channel.ts'
import { headline } from './headline.ts'
import { isoTime, PRIORITY_WORDS } from './notice-words.ts'

export type StationAbout = {
  /** Names the log that event ids count in: another station's, or a new one's, are others. */
  readonly chain: string
  /** As people reach the station, without a slash at the end; undefined = messages have no links. */
  readonly publicUrl: string | undefined
}

export const deskLink = (publicUrl: string, alarm: string): string =>
  `${publicUrl}/alarms?alarm=${encodeURIComponent(alarm)}`

/** The same for every repetition and every receiver: who gets it twice can tell. */
export const messageId = ({ chain }: StationAbout, { event }: Pick<AlarmMessage, 'event'>): string =>
  `${chain}/${event}`

export const cloudEventOf = (message: AlarmMessage, station: StationAbout, language: Language): AlarmCloudEvent => ({
  specversion: '1.0',
  id: messageId(station, message),
  source: station.publicUrl ?? `urn:dai-sen:${station.chain}`,
  type: `vn.daisen.alarm.${message.transition}.v1`,
  subject: message.alarm.id,
  time: isoTime(message.at),
  datacontenttype: 'application/json',
  data: noticeOf(message, station, language),
})

function noticeOf(message: AlarmMessage, { publicUrl }: StationAbout, language: Language): AlarmNotice {
  const { transition, alarm, place, value, limit, unit, rule, actor, comment } = message
  const { title, village, position, device, series, quantity, source } = alarm.about
  return {
    alarm: alarm.id,
    occurrence: alarm.occurrence,
    transition,
    text: headline(message, language),
    title,
    level: alarm.level,
    priority: alarm.priority,
    priorityWords: PRIORITY_WORDS[alarm.priority],
    value: alarm.value,
    unit,
    valueWords: value,
    limit: alarm.limit,
    limitWords: limit,
    measuredAt: isoTime(alarm.t),
    since: isoTime(alarm.since),
    raisedAt: isoTime(alarm.raisedAt),
    isActive: alarm.isActive,
    isAcknowledged: alarm.isAcknowledged,
    place: { village, name: place, position: position && [position[0], position[1]] },
    device,
    series,
    quantity,
    source,
    isSimulated: source === 'simulated',
    rule,
    actor,
    comment,
    link: publicUrl === undefined ? null : deskLink(publicUrl, alarm.id),
  }
}
