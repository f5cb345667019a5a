// What the page of deliveries shows, read from its address. Pure.
import { OUTBOX_STATES } from '../../../shared/alarms/notification.ts'

export const TABS = ['dead', 'waiting', 'delivered', 'all'] as const
export type OutboxTab = (typeof TABS)[number]
export type OutboxState = (typeof OUTBOX_STATES)[number]

export type OutboxChoice = {
  /** Undefined = the page's own choice: what is dead comes first. */
  readonly tab: OutboxTab | undefined
  readonly channel: string | undefined
  /** Only messages with a smaller id. */
  readonly before: number | undefined
}

/** What an address names wrongly is left out. */
export function outboxChoice(parameters: URLSearchParams): OutboxChoice {
  const before = parameters.get('before') ?? ''
  return {
    tab: TABS.find(tab => tab === parameters.get('state')),
    channel: parameters.get('channel') || undefined,
    before: /^[1-9]\d{0,14}$/.test(before) ? Number(before) : undefined,
  }
}
