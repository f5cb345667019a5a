// The body of a command about displays as it comes in over HTTP.
import { z } from 'zod'
import { unitIdSchema } from '../ids.ts'
import { MAX_ACTOR_NAME } from '../programme/command-schema.ts'
import type { DisplayCommandName, DisplayCommandRequest } from './command.ts'
import { displayIdSchema, displayNameSchema, profileIdSchema, profileSchema, screenIdSchema } from './profile-schema.ts'

const actor = z.strictObject({ name: z.string().max(MAX_ACTOR_NAME), unit: unitIdSchema })
const commandOf = <N extends DisplayCommandName, T extends z.ZodType>(command: N, data: T) =>
  z.strictObject({ command: z.literal(command), data, actor })

export const displayCommandRequestSchema = z.discriminatedUnion('command', [
  commandOf('save-profile', z.strictObject({ profile: profileSchema, expected: z.int().min(0) })),
  commandOf('remove-profile', z.strictObject({ profile: profileIdSchema })),
  commandOf(
    'assign-display',
    z.strictObject({
      display: displayIdSchema,
      name: displayNameSchema,
      profile: profileIdSchema,
      screen: screenIdSchema.nullable(),
    }),
  ),
  commandOf('forget-display', z.strictObject({ display: displayIdSchema })),
]) satisfies z.ZodType<DisplayCommandRequest>
