// The frame of every form of the desk: judges by the station's own rules before it sends, sends once, stays open with what was typed
// until it was taken.
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskCommand } from '../../shared/desk/command.ts'
import { decideDeskCommand } from '../../shared/desk/decide.ts'
import { unitsById } from '../../shared/programme/units.ts'
import { useActor } from '../access/actor.ts'
import { AlarmActorFields } from '../alarms/alarm-actor.tsx'
import { problemWords } from '../app/post-json.ts'
import { errorsByField, type FieldErrors } from '../kit/form-errors.ts'
import { useToasts } from '../kit/toast-region.tsx'
import { useLive } from '../live/live-hooks.tsx'
import { EntryDialog } from '../programme/entry-dialog.tsx'
import { useRegistry } from '../registry/registry-query.ts'
import { useIsPast } from '../time-machine/time-hooks.ts'
import { useDesk } from './desk-hooks.ts'
import { createDeskSender } from './send-desk-command.ts'

type Props = {
  readonly title: string
  readonly description?: string
  readonly submitWords: string
  /** Said when it was taken. */
  readonly said: string
  readonly isDirty: boolean
  readonly width?: 'medium' | 'wide'
  /** Undefined while the fields make none; `missing` then says what is missing. */
  readonly command: () => DeskCommand | undefined
  readonly missing?: () => FieldErrors
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** One right stands for everything that is written at the desk. */
export const WRITE = { kind: 'desk', command: 'write-log-entry' } as const
const NOTHING: FieldErrors = {}

export function DeskForm(props: Props) {
  const { command, onClose } = props
  const { t, i18n } = useTranslation('programme')
  const { tell } = useToasts()
  const live = useLive()
  const actor = useActor(WRITE)
  const { state } = useDesk()
  const { data: registry } = useRegistry()
  const isPast = useIsPast()
  const [send] = useState(createDeskSender)
  const language = i18n.language === 'en' ? 'en' : 'vi'

  const check = (): FieldErrors => {
    const missing = props.missing?.() ?? NOTHING
    const what = command()
    const now = live.moment().serverNow
    // Without the registry or a word from the server, and over a picture of the past, the station judges alone.
    if (isPast || !what || !state || !registry || now === undefined) return missing
    const decision = decideDeskCommand({ state, units: unitsById(registry.units), now }, { ...what, actor })
    return decision.kind === 'refused' ? { ...errorsByField(decision.refusals, language), ...missing } : missing
  }
  const submit = async (): Promise<FieldErrors | undefined> => {
    const what = command()
    if (!what) return { '': t('shell.failed') }
    const sent = await send({ ...what, actor })
    switch (sent.kind) {
      case 'done':
        tell('done', props.said)
        onClose()
        return undefined
      case 'refused':
        return errorsByField(sent.errors, language)
      case 'failed':
        return { '': problemWords(sent.problem, language) ?? t('shell.failed') }
      default:
        return sent satisfies never
    }
  }
  return (
    <EntryDialog
      title={props.title}
      description={props.description}
      width={props.width ?? 'medium'}
      isDirty={props.isDirty}
      check={check}
      onSubmit={submit}
      submitWords={props.submitWords}
      onClose={onClose}
    >
      {props.children}
      <AlarmActorFields doing={WRITE} />
    </EntryDialog>
  )
}
