// daisen/v1/{village}/{device}/tele and …/state. Pure.
import { deviceIdSchema, villageIdSchema } from '../../shared/ids.ts'

export type Topic = { readonly village: string; readonly device: string; readonly kind: 'tele' | 'state' }

export const TOPIC_FILTERS = ['daisen/v1/+/+/tele', 'daisen/v1/+/+/state'] as const

export function parseTopic(topic: string): Topic | undefined {
  const [root, version, village, device, kind, ...rest] = topic.split('/')
  if (root !== 'daisen' || version !== 'v1' || rest.length > 0) return undefined
  if (kind !== 'tele' && kind !== 'state') return undefined
  if (!villageIdSchema.safeParse(village).success || !deviceIdSchema.safeParse(device).success) return undefined
  return { village: village as string, device: device as string, kind }
}
