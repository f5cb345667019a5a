// The body of a command of the desk as it comes in over HTTP.
import { z } from 'zod'
import { ALARM_ID_LENGTH } from '../alarms/command-schema.ts'
import { unitIdSchema, villageIdSchema } from '../ids.ts'
import { MAX_ACTOR_NAME } from '../programme/command-schema.ts'
import { type DeskCommandName, type DeskCommandRequest, ENTRY_KINDS } from './command.ts'
import { DESK_ID, DESK_LIMITS as LIMITS, OWN_ADDRESS } from './limits.ts'

/** Counted as composed letters, whichever way they were typed. */
const textOf = ({ min, max }: { readonly min: number; readonly max: number }) =>
  z.string().normalize('NFC').min(min).max(max)
export const deskIdSchema = z.string().min(LIMITS.id.min).max(LIMITS.id.max).regex(DESK_ID)
const instantSchema = z.int().min(0)
const personSchema = z.strictObject({ name: z.string().max(MAX_ACTOR_NAME), unit: unitIdSchema })
const incidentShape = {
  id: deskIdSchema,
  title: textOf(LIMITS.title),
  from: instantSchema,
  to: instantSchema,
  village: villageIdSchema.nullable(),
  text: textOf(LIMITS.incidentText),
}

const commandOf = <N extends DeskCommandName, T extends z.ZodType>(command: N, data: T) =>
  z.strictObject({
    command: z.literal(command),
    data,
    actor: personSchema,
    isSimulated: z.boolean().exactOptional(),
  })

export const deskCommandRequestSchema = z.discriminatedUnion('command', [
  commandOf(
    'write-log-entry',
    z.strictObject({
      id: deskIdSchema,
      text: textOf(LIMITS.entryText),
      happenedAt: instantSchema,
      village: villageIdSchema.nullable(),
      alarms: z.array(z.string().min(1).max(ALARM_ID_LENGTH)).max(LIMITS.alarmsAnEntry),
      kind: z.enum(ENTRY_KINDS),
    }),
  ),
  commandOf('correct-log-entry', z.strictObject({ entry: deskIdSchema, text: textOf(LIMITS.entryText) })),
  commandOf(
    'hand-over-shift',
    z.strictObject({
      id: deskIdSchema,
      from: instantSchema,
      to: instantSchema,
      text: textOf(LIMITS.summary),
      outgoing: personSchema,
      incoming: personSchema,
    }),
  ),
  commandOf('take-over-shift', z.strictObject({ id: deskIdSchema })),
  commandOf(
    'save-view',
    z.strictObject({
      id: deskIdSchema,
      name: textOf(LIMITS.viewName),
      address: z.string().min(LIMITS.address.min).max(LIMITS.address.max).regex(OWN_ADDRESS),
    }),
  ),
  commandOf('remove-view', z.strictObject({ id: deskIdSchema })),
  commandOf('save-incident', z.strictObject(incidentShape)),
  commandOf('change-incident', z.strictObject(incidentShape)),
  commandOf(
    'annotate-incident',
    z.strictObject({
      incident: deskIdSchema,
      annotation: deskIdSchema,
      at: instantSchema,
      text: textOf(LIMITS.annotationText),
    }),
  ),
  commandOf('remove-annotation', z.strictObject({ incident: deskIdSchema, annotation: deskIdSchema })),
  commandOf('remove-incident', z.strictObject({ id: deskIdSchema })),
]) satisfies z.ZodType<DeskCommandRequest>
