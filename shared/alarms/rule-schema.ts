// What a rule must look like when it comes in: in a command, or in the file of rules that are shipped. Its parts agree with one another
// as decide-rule-values.ts says; what other rules there are it can't know.
import { z } from 'zod'
import { deviceIdSchema, quantityCodeSchema, seriesIdSchema, villageIdSchema } from '../ids.ts'
import { HOUR, RULE_ID, RULE_LIMITS } from './decide-rule-limits.ts'
import { checkRuleValues } from './decide-rule-values.ts'
import { alarmRefusalOf } from './refusal.ts'
import { PRIORITIES, type Rule } from './rule.ts'

const { levels, levelName, text, scope, delayMs, windowMs, nights } = RULE_LIMITS

/** Counted as composed letters, whichever way they were typed. */
const textSchema = z.string().normalize('NFC').min(text.min).max(text.max)
const wordsSchema = z.strictObject({ vi: textSchema, en: textSchema })
const delaySchema = z.int().min(delayMs.min).max(delayMs.max)
const windowSchema = z.int().min(windowMs.min).max(windowMs.max)
const ruleIdSchema = z.string().max(RULE_LIMITS.idLength).regex(RULE_ID)
const hourSchema = z.string().regex(HOUR)

const referenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('constant'), value: z.number() }),
  z.strictObject({ kind: z.literal('own-mean'), overMs: windowSchema }),
  z.strictObject({ kind: z.literal('series'), series: seriesIdSchema }),
])

const signalSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('value') }),
  z.strictObject({ kind: z.literal('change'), overMs: windowSchema }),
  z.strictObject({ kind: z.literal('deviation'), reference: referenceSchema, isAbsolute: z.boolean() }),
  z.strictObject({ kind: z.literal('state'), value: z.number() }),
  z.strictObject({ kind: z.literal('silence'), of: z.enum(['series', 'device']) }),
  z.strictObject({
    kind: z.literal('count'),
    of: z.enum(['changes', 'bad', 'beyond']),
    at: z.number().nullable(),
    overMs: windowSchema,
  }),
  z.strictObject({ kind: z.literal('flood') }),
  z.strictObject({ kind: z.literal('aqi') }),
  z.strictObject({
    kind: z.literal('surge'),
    nights: z.int().min(nights.min).max(nights.max),
    atLeast: z.number().min(0),
  }),
  z.strictObject({
    kind: z.literal('programme'),
    clock: z.enum(['task-overdue', 'appraisal-day', 'report-due', 'dossier-returned']),
  }),
])

const levelSchema = z.strictObject({
  name: z.string().normalize('NFC').min(levelName.min).max(levelName.max),
  at: z.number().nullable(),
  priority: z.enum(PRIORITIES),
})

export const ruleSchema = z
  .strictObject({
    id: ruleIdSchema,
    name: wordsSchema,
    quantity: quantityCodeSchema.nullable(),
    scope: z.strictObject({
      villages: z.array(villageIdSchema).min(1).max(scope).nullable(),
      devices: z.array(deviceIdSchema).min(1).max(scope).nullable(),
      except: z.array(z.string().min(1).max(RULE_LIMITS.targetLength)).max(scope),
    }),
    signal: signalSchema,
    side: z.enum(['high', 'low']),
    levels: z.array(levelSchema).min(levels.min).max(levels.max),
    deadband: z.number().min(0),
    onDelayMs: delaySchema,
    offDelayMs: delaySchema,
    isLatching: z.boolean(),
    reAlarmMs: windowSchema.nullable(),
    hours: z.strictObject({ from: hourSchema, to: hourSchema }).nullable(),
    suppressedBy: ruleIdSchema.nullable(),
    cause: wordsSchema,
    consequence: wordsSchema,
    action: wordsSchema,
    responder: wordsSchema,
    respondWithinMs: windowSchema,
    basis: z.strictObject({ kind: z.enum(['regulation', 'internal']), source: wordsSchema }),
    isOn: z.boolean(),
  })
  .superRefine((rule, context) =>
    checkRuleValues(rule, (code, field, ...about) => {
      const { vi, en } = alarmRefusalOf(code, field, ...about)
      context.addIssue({ code: 'custom', path: field.split('.'), message: `${vi} · ${en}` })
    }),
  ) satisfies z.ZodType<Rule>
