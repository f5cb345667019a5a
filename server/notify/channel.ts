// Where alarms are told of outside the station, which of them, and which of those come first. Pure; channels-file.ts reads them.
import type { AlarmMessage, Transition } from '../../shared/alarms/notification.ts'
import { PRIORITIES, type Priority } from '../../shared/alarms/rule.ts'

export type Language = 'vi' | 'en'
/** Null = all there are. With villages named, an alarm that is in none is left out. */
export type ChannelFilter = {
  readonly priorities: readonly Priority[] | null
  readonly villages: readonly string[] | null
  readonly transitions: readonly Transition[] | null
}
type ChannelHead = { readonly id: string; readonly filter: ChannelFilter; readonly language: Language }
export type WebhookChannel = ChannelHead & {
  readonly kind: 'webhook'
  readonly url: string
  /** Keys of the signature, each signs: a receiver moves from one to the next in its own time. */
  readonly secrets: readonly Uint8Array[]
}
export type EmailChannel = ChannelHead & { readonly kind: 'email'; readonly to: readonly string[] }
export type Channel = WebhookChannel | EmailChannel

/** The receivers of a channel, each served by itself; a webhook has one, without a name. */
export const recipientsOf = (channel: Channel): readonly string[] => (channel.kind === 'email' ? channel.to : [''])

export const wants = ({ priorities, villages, transitions }: ChannelFilter, message: AlarmMessage): boolean => {
  const { village } = message.alarm.about
  return (
    (priorities === null || priorities.includes(message.peakPriority)) &&
    (villages === null || (village !== null && villages.includes(village))) &&
    (transitions === null || transitions.includes(message.transition))
  )
}

/** Of a high alarm that asks for attention: it waits behind no other, and is given up last. */
export const URGENT_RANK = PRIORITIES.length
export const rankOf = ({ alarm, event }: AlarmMessage): number =>
  alarm.priority === 'high' && alarm.occurrence === event ? URGENT_RANK : PRIORITIES.indexOf(alarm.priority)
