// The identifiers of the domain: one pattern each, and nothing else.
import { z } from 'zod'

/** A village keeps its id for ever; a commune is only linked to it for a period. */
export const villageIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(64)
export const unitIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(64)
/** No dot: `<device>.<quantity>` must split in one way only. No slash, plus or hash: it stands in MQTT topics. */
export const deviceIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/)
export const quantityCodeSchema = z.string().regex(/^[a-z][a-z0-9_]{0,31}$/)
/** `<device>.<quantity>` */
export const seriesIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\.[a-z][a-z0-9_]{0,31}$/)

export const seriesIdOf = (deviceId: string, quantity: string): string => `${deviceId}.${quantity}`
