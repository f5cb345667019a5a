// Publishing one rule: judged by the station's own rules before it is sent, sent once under one key, and never over what somebody
// else published meanwhile. Keeps nothing of what was typed: that is the form's.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlarmCommandRequest } from '../../../shared/alarms/command.ts'
import { decideAlarmCommand } from '../../../shared/alarms/decide.ts'
import type { Rule } from '../../../shared/alarms/rule.ts'
import type { AlarmState, HeldRule } from '../../../shared/alarms/state.ts'
import { unitsById } from '../../../shared/programme/units.ts'
import { problemWords } from '../../app/post-json.ts'
import { errorsByField, type FieldErrors } from '../../kit/form-errors.ts'
import { useToasts } from '../../kit/toast-region.tsx'
import { useMoment } from '../../live/live-hooks.tsx'
import { useRegistry } from '../../registry/registry-query.ts'
import { useAlarmActor } from '../alarm-actor.tsx'
import { useAlarmPicture } from '../alarm-hooks.ts'
import { createAlarmSender } from '../send-alarm-command.ts'

export type Publishing = {
  /** What is wrong with it, by the names of the fields. */
  readonly check: (rule: Rule, reason: string) => FieldErrors
  readonly submit: (rule: Rule, reason: string) => Promise<FieldErrors | undefined>
  /** Published since the form opened; `held` is undefined when only the station knows of it yet. */
  readonly conflict: { readonly held: HeldRule | undefined } | undefined
  readonly continueOnNew: () => void
}

export const PUBLISH = { kind: 'alarm', command: 'publish-rule' } as const

/** @param held the version the form opened on; undefined = the rule isn't there yet */
export function usePublishing(held: HeldRule | undefined, state: AlarmState, onDone: () => void): Publishing {
  const { t, i18n } = useTranslation('alarms')
  const { tell } = useToasts()
  const { actor } = useAlarmActor(PUBLISH)
  const { data: registry } = useRegistry()
  const { serverNow } = useMoment()
  const liveState = useAlarmPicture().state ?? state
  const [seenVersion, setSeenVersion] = useState(held?.version ?? 0)
  const [isRefused, setRefused] = useState(false)
  const [send] = useState(createAlarmSender)
  const language = i18n.language === 'en' ? 'en' : 'vi'

  const newest = held && liveState.rules.get(held.rule.id)
  const hasMoved = (newest?.version ?? 0) !== seenVersion
  const requestOf = (rule: Rule, reason: string): AlarmCommandRequest => ({
    command: 'publish-rule',
    data: { rule, expected: seenVersion, reason: reason.trim() === '' ? null : reason.trim() },
    actor,
  })

  return {
    check: (rule, reason) => {
      const errors: Record<string, string> = reason.trim() === '' ? { reason: t('rules.form.missingReason') } : {}
      // Without the registry or a word from the server the station judges alone.
      if (!registry || serverNow === undefined) return errors
      const scene = { state: liveState, units: unitsById(registry.units), now: serverNow }
      return { ...errorsByField(decideAlarmCommand(scene, requestOf(rule, reason)).refusals, language), ...errors }
    },
    submit: async (rule, reason) => {
      const sent = await send(requestOf(rule, reason))
      switch (sent.kind) {
        case 'done': {
          const published = sent.events.find(({ type }) => type === 'alarm.rule-published')
          const { version = seenVersion + 1 } = (published?.data ?? {}) as { readonly version?: number }
          tell('done', t('rules.sent', { version, name: rule.name[language] }))
          onDone()
          return undefined
        }
        case 'refused':
          if (!sent.errors.some(({ code }) => code === 'rule-changed')) return errorsByField(sent.errors, language)
          setRefused(true)
          return undefined
        case 'failed':
          return { '': problemWords(sent.problem, language) ?? t('shell.failed') }
        default:
          return sent satisfies never
      }
    },
    conflict: hasMoved || isRefused ? { held: hasMoved ? newest : undefined } : undefined,
    continueOnNew: () => {
      setSeenVersion(newest?.version ?? 0)
      setRefused(false)
    },
  }
}
