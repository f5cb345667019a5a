// What a way out of the station must be able to do, and what became of a try. Types only.
import type { AlarmMessage } from '../../shared/alarms/notification.ts'
import type { Gathering } from '../store/outbox.ts'

export type SendOutcome =
  | { readonly kind: 'delivered' }
  | {
      readonly kind: 'failed'
      /** A code, never the receiver's own words. */
      readonly error: string
      /** Trying again can't help. */
      readonly isFinal: boolean
      /** How long the receiver asks to be left alone. */
      readonly retryAfterMs: number | null
    }

export type Sender = {
  /** One try of one message, or of all of them as one where they are gathered. Rejects only by a bug or a store's trouble. */
  readonly send: (messages: readonly AlarmMessage[], recipient: string, signal: AbortSignal) => Promise<SendOutcome>
  /** Null: message by message. */
  readonly gathered: Gathering | null
}

export const failed = (error: string, about: Partial<Extract<SendOutcome, { kind: 'failed' }>> = {}): SendOutcome => ({
  kind: 'failed',
  error,
  isFinal: false,
  retryAfterMs: null,
  ...about,
})
