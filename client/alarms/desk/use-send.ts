// Sends a command of the desk and tells in toasts what became of it. Judges by the station's own rules first.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlarmRefusal } from '../../../shared/alarms/command.ts'
import { decideAlarmCommand } from '../../../shared/alarms/decide.ts'
import { unitsById } from '../../../shared/programme/units.ts'
import { useActor } from '../../access/actor.ts'
import { problemWords } from '../../app/post-json.ts'
import { errorsByField, type FieldErrors } from '../../kit/form-errors.ts'
import { useToasts } from '../../kit/toast-region.tsx'
import { useLive } from '../../live/live-hooks.tsx'
import { useRegistry } from '../../registry/registry-query.ts'
import { useAlarmPicture } from '../alarm-hooks.ts'
import type { AlarmNames } from '../alarm-names.ts'
import { createAlarmSender } from '../send-alarm-command.ts'
import type { AlarmsCommand, DeskCommand } from './desk-commands.ts'
import { outcomeWords } from './outcome-words.ts'

/** One right stands for every command of the desk. */
export const OPERATE = { kind: 'alarm', command: 'acknowledge' } as const

export type Send = {
  /** What the station would refuse as a whole, or of every alarm; empty = send it. */
  readonly judge: (what: AlarmsCommand) => readonly AlarmRefusal[]
  /** Errors by field when it was not taken; undefined when it was, and then the toasts say what became of it. */
  readonly send: (what: AlarmsCommand) => Promise<FieldErrors | undefined>
}

export function useSend(names: AlarmNames): Send {
  const { t } = useTranslation('alarms')
  const toasts = useToasts()
  const live = useLive()
  const actor = useActor(OPERATE)
  const { state } = useAlarmPicture()
  const { data: registry } = useRegistry()
  const [sender] = useState(createAlarmSender)

  const tell = (command: DeskCommand, reply: Parameters<typeof outcomeWords>[3]) => {
    const { done, refused } = outcomeWords(t, names, command, reply)
    if (done !== undefined) toasts.tell('done', done)
    if (refused !== undefined) toasts.tell('error', refused)
  }
  return {
    judge: what => {
      const now = live.moment().serverNow
      if (!state || !registry || now === undefined) return []
      const scene = { state, units: unitsById(registry.units), now }
      const { events, refusals } = decideAlarmCommand(scene, { ...what, actor })
      return events.length > 0 ? [] : refusals
    },
    send: async what => {
      const sent = await sender({ ...what, actor })
      switch (sent.kind) {
        case 'done':
          tell(what.command, sent)
          return undefined
        case 'refused':
          return fieldErrorsOf(sent.errors, names.language)
        case 'failed':
          return { '': problemWords(sent.problem, names.language) ?? t('shell.failed') }
        default:
          return sent satisfies never
      }
    },
  }
}

/** The first of each field. What is wrong with one alarm of a list belongs to no field. */
export function fieldErrorsOf(...[refusals, language]: Parameters<typeof errorsByField>): FieldErrors {
  const ofForm = refusals.map(refusal => (refusal.field?.startsWith('alarms') ? { ...refusal, field: null } : refusal))
  return errorsByField(ofForm, language)
}
