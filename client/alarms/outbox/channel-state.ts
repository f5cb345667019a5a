// How a channel does, from what the station counts of it. Pure.
import type { ChannelRow } from '../../../shared/alarms/notify-schema.ts'

export type ChannelState = 'failing' | 'waiting' | 'fine' | 'unused'

type Counts = Pick<ChannelRow, 'dead' | 'waiting' | 'lastDeliveredAt' | 'lastErrorAt'>

/** Failing: its newest try went wrong, or messages lie dead; nothing ever tried is no sign of health. */
export function channelState({ dead, waiting, lastDeliveredAt, lastErrorAt }: Counts): ChannelState {
  const hasFailedLast = lastErrorAt !== null && (lastDeliveredAt === null || lastErrorAt > lastDeliveredAt)
  if (dead > 0 || hasFailedLast) return 'failing'
  if (waiting > 0) return 'waiting'
  return lastDeliveredAt === null ? 'unused' : 'fine'
}

export const totalsOf = (channels: readonly Pick<ChannelRow, 'dead' | 'waiting'>[]) => ({
  dead: channels.reduce((sum, { dead }) => sum + dead, 0),
  waiting: channels.reduce((sum, { waiting }) => sum + waiting, 0),
})
