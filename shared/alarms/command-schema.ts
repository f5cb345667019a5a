// The body of a command about alarms as it comes in over HTTP: the shapes of command.ts with a bound on everything. Whether it makes
// sense where the alarms stand is decide.ts's to say.
import { z } from 'zod'
import { unitIdSchema } from '../ids.ts'
import { MAX_ACTOR_NAME } from '../programme/command-schema.ts'
import {
  type AlarmCommandName,
  type AlarmCommandRequest,
  MAX_ALARMS_A_COMMAND,
  MAX_REASON,
  MAX_SHELVE_MS,
  MIN_SHELVE_MS,
} from './command.ts'
import { RULE_LIMITS } from './decide-rule-limits.ts'
import { ruleSchema } from './rule-schema.ts'

/** `<rule>:<target>` */
export const ALARM_ID_LENGTH = RULE_LIMITS.idLength + 1 + RULE_LIMITS.targetLength

/** Counted as composed letters, whichever way they were typed. */
const remarkSchema = z.string().normalize('NFC').max(MAX_REASON)
const reasonSchema = remarkSchema.min(1)
const personSchema = z.strictObject({ name: z.string().max(MAX_ACTOR_NAME), unit: unitIdSchema })
const alarms = z
  .array(z.strictObject({ id: z.string().min(1).max(ALARM_ID_LENGTH), occurrence: z.int().min(1) }))
  .min(1)
  .max(MAX_ALARMS_A_COMMAND)

const commandOf = <N extends AlarmCommandName, T extends z.ZodType>(command: N, data: T) =>
  z.strictObject({
    command: z.literal(command),
    data,
    actor: personSchema,
    isSimulated: z.boolean().exactOptional(),
  })

export const alarmCommandRequestSchema = z.discriminatedUnion('command', [
  commandOf('acknowledge', z.strictObject({ alarms, comment: remarkSchema.nullable() })),
  commandOf('reset', z.strictObject({ alarms, comment: remarkSchema.nullable() })),
  commandOf(
    'shelve',
    z.strictObject({ alarms, forMs: z.int().min(MIN_SHELVE_MS).max(MAX_SHELVE_MS), reason: reasonSchema }),
  ),
  commandOf('unshelve', z.strictObject({ alarms, reason: remarkSchema.nullable() })),
  commandOf('assign', z.strictObject({ alarms, to: personSchema.nullable(), comment: remarkSchema.nullable() })),
  commandOf('comment', z.strictObject({ alarms, text: reasonSchema })),
  commandOf('take-out-of-service', z.strictObject({ alarms, reason: reasonSchema })),
  commandOf('return-to-service', z.strictObject({ alarms, reason: remarkSchema.nullable() })),
  commandOf(
    'publish-rule',
    z.strictObject({ rule: ruleSchema, expected: z.int().min(0), reason: remarkSchema.nullable() }),
  ),
]) satisfies z.ZodType<AlarmCommandRequest>
