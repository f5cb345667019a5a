// An event that the log begins with: a fact of the seed, or a part of the demo's story.
import type { EventDraft } from '../../shared/programme/event.ts'

export type SeedEvent = {
  /** Names it among all commands there ever were: it goes in once. */
  readonly key: string
  readonly at: number
  readonly actor: string
  readonly draft: EventDraft
}
