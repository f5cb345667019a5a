// Runs a command of the desk: at once where one press says all, else by a form; asks who acts before the first one.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../../shared/alarms/state.ts'
import { useMay } from '../../access/me.ts'
import { useToasts } from '../../kit/toast-region.tsx'
import { useIsPast } from '../../time-machine/time-hooks.ts'
import { useAlarmActor } from '../alarm-actor.tsx'
import type { AlarmNames } from '../alarm-names.ts'
import { type DeskCommand, directCommand, isDirect, isOffered } from './desk-commands.ts'
import { OPERATE, type Send, useSend } from './use-send.ts'

export type Asked = { readonly command: DeskCommand; readonly alarms: readonly Alarm[] }

export type DeskCommands = {
  /** True when it was sent; false while a form asks for more, or when nothing can be done. */
  readonly run: (command: DeskCommand, alarms: readonly Alarm[]) => boolean
  /** A form that stands open. */
  readonly asked: Asked | undefined
  /** `isDone`: it was sent, not given up. */
  readonly close: (isDone: boolean) => void
  readonly isBusy: boolean
  readonly sending: Send
}

/** @param onDone what was chosen is dealt with */
export function useDeskCommands(names: AlarmNames, onDone: () => void): DeskCommands {
  const { t } = useTranslation('alarms')
  const { t: word } = useTranslation('programme')
  const toasts = useToasts()
  const { unitName } = useAlarmActor(OPERATE)
  const sending = useSend(names)
  const may = useMay()
  const isPast = useIsPast()
  const [asked, setAsked] = useState<Asked>()
  /** Several may be on their way: keys are quicker than answers. */
  const [pending, setPending] = useState(0)

  const send = async (command: ReturnType<typeof directCommand>) => {
    setPending(before => before + 1)
    try {
      const errors = Object.values((await sending.send(command)) ?? {})
      if (errors.length > 0) toasts.tell('error', errors.join(' '))
      else onDone()
    } finally {
      setPending(before => before - 1)
    }
  }
  const run = (name: DeskCommand, alarms: readonly Alarm[]): boolean => {
    if (isPast) {
      toasts.tell('info', word('shell.readOnlyPast'))
      return false
    }
    // Keys reach further than the buttons that are offered.
    if (!may({ kind: 'alarm', command: name })) {
      toasts.tell('info', word('shell.notYours'))
      return false
    }
    // Of a mixed choice those it can be done to; when it can be done to none, the station's rules say why.
    const fit = alarms.filter(alarm => isOffered(name, alarm))
    const meant = fit.length > 0 ? fit : alarms
    if (meant.length === 0) {
      toasts.tell('info', t('desk.command.nothing'))
      return false
    }
    if (!isDirect(name) || unitName === undefined) {
      setAsked({ command: name, alarms: meant })
      return false
    }
    const command = directCommand(name, meant)
    const [refusal] = sending.judge(command)
    if (refusal) toasts.tell('error', refusal[names.language])
    else void send(command)
    return !refusal
  }
  const close = (isDone: boolean) => {
    setAsked(undefined)
    if (isDone) onDone()
  }
  return { run, asked, close, isBusy: pending > 0, sending }
}
