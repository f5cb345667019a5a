// An outside broker: one client with a persistent session. MQTT.js hands over one message at a time and acknowledges when told,
// so the commit comes first; what couldn't be written stays unacknowledged and comes again after the reconnect.
import mqtt, { type MqttClient } from 'mqtt'
import type { Logger } from 'pino'
import type { HandleMessage } from './mqtt-message.ts'
import { TOPIC_FILTERS } from './topic.ts'

const RECONNECT_MS = 2_000

export type MqttClientDeps = {
  readonly url: string
  readonly clientId: string
  readonly username: string | undefined
  readonly password: string | undefined
  readonly handle: HandleMessage
  readonly log: Logger
}
export type MqttLink = { readonly isConnected: () => boolean; readonly stop: () => Promise<void> }

export function startMqttClient({ url, clientId, username, password, handle, log }: MqttClientDeps): MqttLink {
  const client: MqttClient = mqtt.connect(url, {
    clientId,
    clean: false,
    reconnectPeriod: RECONNECT_MS,
    resubscribe: true,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
  })

  client.handleMessage = (packet, done) => {
    handle(packet.topic, Buffer.from(packet.payload), packet.retain).then(
      () => done(),
      (error: Error) => {
        done(error)
        // The broker sends it again only after a reconnect.
        client.reconnect()
      },
    )
  }
  let hasFailed = false
  client.on('connect', () => {
    hasFailed = false
    log.info('connected to the MQTT broker')
    client.subscribe([...TOPIC_FILTERS], { qos: 1 }, error => {
      if (error) log.error({ reason: error.message }, 'the MQTT broker refused the subscription')
    })
  })
  client.on('error', error => {
    if (!hasFailed) log.warn({ reason: error.message }, 'MQTT broker trouble')
    hasFailed = true
  })
  client.on('offline', () => {
    if (!hasFailed) log.warn('MQTT broker out of reach; trying again')
    hasFailed = true
  })

  return { isConnected: () => client.connected, stop: () => client.endAsync(true).then(() => undefined) }
}
