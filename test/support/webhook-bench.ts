// A station that notifies by webhook, and a real receiver that does what the test says.
import { afterEach, beforeEach, expect } from 'vitest'
import type { Channel } from '../../server/notify/channel.ts'
import { eventually, type NotifyBench, notifyBench } from './notify-bench.ts'
import { aWebhook } from './notify-station.ts'
import { startWebhookReceiver, type WebhookReceiver } from './webhook-receiver.ts'

export type WebhookBench = {
  readonly bench: NotifyBench
  readonly receiver: WebhookReceiver
  /** Ready; one channel to the receiver where nothing else is said. */
  readonly start: (channels?: readonly Channel[], options?: Parameters<NotifyBench['startReady']>[1]) => Promise<void>
  /** The newest that waits was tried so often, and is being tried no more. */
  readonly failedTimes: (attempts: number) => Promise<void>
}

export function webhookBench(): WebhookBench {
  const bench = notifyBench()
  let receiver: WebhookReceiver | undefined
  const webhook: WebhookBench = {
    bench,
    get receiver() {
      if (!receiver) throw new Error('the receiver is started by beforeEach')
      return receiver
    },
    async start(channels = [aWebhook(webhook.receiver.url)], options = {}) {
      await bench.startReady(channels, options)
    },
    failedTimes: attempts =>
      eventually(async () => {
        const [message] = await bench.station.messages('waiting')
        expect(message).toMatchObject({ attempts, leasedUntil: null })
      }),
  }
  beforeEach(async () => {
    receiver = await startWebhookReceiver()
  })
  afterEach(() => receiver?.stop())
  return webhook
}
