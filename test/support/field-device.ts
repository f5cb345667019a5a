// A device in the field as MQTT.js makes one: QoS 1, its own topic, a last will.
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt'

export type FieldDevice = {
  readonly client: MqttClient
  /** Resolves with the PUBACK. */
  readonly tell: (payload: unknown, options?: { readonly retain?: boolean; readonly topic?: string }) => Promise<void>
  /** The same on the state topic. */
  readonly say: (payload: unknown, retain?: boolean) => Promise<void>
  readonly leave: () => Promise<void>
}

const topicOf = (id: string, village: string, kind: string) => `daisen/v1/${village}/${id}/${kind}`

/** Rejects when the broker refuses it. */
export async function connectDevice(
  url: string,
  about: { readonly id: string; readonly token: string; readonly village?: string } & IClientOptions,
): Promise<FieldDevice> {
  const { id, token, village = 'my-dong', ...options } = about
  const client = await mqtt.connectAsync(
    url,
    {
      clientId: id,
      username: id,
      password: token,
      reconnectPeriod: 0,
      will: { topic: topicOf(id, village, 'state'), payload: Buffer.from('{"online":false}'), qos: 1, retain: true },
      ...options,
    },
    false,
  )
  client.on('error', () => undefined)
  client.setMaxListeners(100)
  const publish = (topic: string, payload: unknown, retain: boolean): Promise<void> => {
    const bytes = typeof payload === 'string' || payload instanceof Uint8Array ? payload : JSON.stringify(payload)
    return new Promise((resolve, reject) => {
      const onClose = () => reject(new Error('connection closed'))
      client.once('close', onClose)
      client.publish(topic, Buffer.from(bytes), { qos: 1, retain }, error => {
        client.off('close', onClose)
        if (error) reject(error)
        else resolve()
      })
    })
  }
  return {
    client,
    tell: (payload, { retain = false, topic = topicOf(id, village, 'tele') } = {}) => publish(topic, payload, retain),
    say: (payload, retain = true) => publish(topicOf(id, village, 'state'), payload, retain),
    leave: () => client.endAsync(),
  }
}
