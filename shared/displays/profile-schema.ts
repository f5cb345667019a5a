// A display profile as it comes in: the shapes of profile.ts with a bound on everything. Whether its parts agree is decide-profile.ts's.
import { z } from 'zod'
import { CLOCK, DISPLAY_LIMITS as LIMITS, SLUG } from './limits.ts'
import type { DisplayProfile } from './profile.ts'
import { SCENES } from './scene.ts'

const within = ({ min, max }: { readonly min: number; readonly max: number }) => z.number().min(min).max(max)
const slug = ({ min, max }: { readonly min: number; readonly max: number }) => z.string().min(min).max(max).regex(SLUG)
const clock = z.string().regex(CLOCK)

export const displayNameSchema = z.string().normalize('NFC').min(LIMITS.name.min).max(LIMITS.name.max)
export const profileIdSchema = slug(LIMITS.id)
export const screenIdSchema = slug(LIMITS.screenId)
export const displayIdSchema = z.uuid()

export const profileSchema = z.strictObject({
  id: profileIdSchema,
  name: displayNameSchema,
  screens: z
    .array(
      z.strictObject({
        id: screenIdSchema,
        x: within(LIMITS.offset),
        y: within(LIMITS.offset),
        width: within(LIMITS.width),
        height: within(LIMITS.height),
      }),
    )
    .min(LIMITS.screens.min)
    .max(LIMITS.screens.max),
  groups: z
    .array(
      z.strictObject({
        screens: z.array(screenIdSchema).min(LIMITS.screensAGroup.min).max(LIMITS.screensAGroup.max),
        turns: z
          .array(z.strictObject({ scene: z.enum(SCENES), seconds: within(LIMITS.seconds) }))
          .min(LIMITS.turns.min)
          .max(LIMITS.turns.max),
      }),
    )
    .min(1)
    .max(LIMITS.screens.max),
  inches: within(LIMITS.inches),
  distanceMetres: within(LIMITS.distanceMetres),
  borders: z.enum(['communes', 'districts']),
  language: z.enum(['vi', 'en']),
  night: z.strictObject({ from: clock, to: clock, light: within(LIMITS.light) }).nullable(),
  refreshAt: clock.nullable(),
  hasSound: z.boolean(),
}) satisfies z.ZodType<DisplayProfile>
