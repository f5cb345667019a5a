// The frame of every form that sends a command of the desk or about displays: judges by the station's own rules before it sends, sends
// once, stays open with what was typed until it was taken.
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../shared/api.ts'
import type { CommandActor } from '../../shared/programme/command.ts'
import { type Units, unitsById } from '../../shared/programme/units.ts'
import { useActor } from '../access/actor.ts'
import type { Doing } from '../access/may.ts'
import { problemWords } from '../app/post-json.ts'
import { errorsByField, type FieldErrors } from '../kit/form-errors.ts'
import { useToasts } from '../kit/toast-region.tsx'
import { useLive } from '../live/live-hooks.tsx'
import { EntryDialog } from '../programme/entry-dialog.tsx'
import type { NotDone } from '../programme/send-command.ts'
import { useRegistry } from '../registry/registry-query.ts'
import { AlarmActorFields } from './alarm-actor.tsx'

type Refusals = readonly NonNullable<Problem['errors']>[number][]

export type JudgedFormProps<Command> = {
  readonly title: string
  readonly description?: string
  readonly submitWords: string
  /** Said when it was taken. */
  readonly said: string
  readonly width?: 'narrow' | 'medium' | 'wide'
  readonly isDirty: boolean
  /** Undefined while the fields make none; `missing` then says what is missing. */
  readonly command: () => Command | undefined
  readonly missing?: () => FieldErrors
  readonly isSubmitDisabled?: boolean
  readonly onClose: () => void
  readonly children?: ReactNode
}

type Acting<Command> = Command & { readonly actor: CommandActor }
type Props<Command> = JudgedFormProps<Command> & {
  /** One right stands for every command that the form may send. */
  readonly doing: Doing
  /** By the rules of the station; undefined where they can't be applied here, and the station judges alone. */
  readonly judge: (
    command: Acting<Command>,
    world: { readonly units: Units; readonly now: number },
  ) => { readonly kind: string; readonly refusals?: Refusals } | undefined
  readonly createSender: () => (command: Acting<Command>) => Promise<NotDone | { readonly kind: 'done' }>
  /** True when the refusal is shown in another way than beside the fields. */
  readonly onRefused?: (errors: Refusals) => boolean
}

const NOTHING: FieldErrors = {}

export function JudgedForm<Command extends object>(props: Props<Command>) {
  const { command, doing, judge, createSender, onClose } = props
  const { t, i18n } = useTranslation('programme')
  const { tell } = useToasts()
  const live = useLive()
  const actor = useActor(doing)
  const { data: registry } = useRegistry()
  const [send] = useState(createSender)
  const language = i18n.language === 'en' ? 'en' : 'vi'

  const check = (): FieldErrors => {
    const missing = props.missing?.() ?? NOTHING
    const what = command()
    const now = live.moment().serverNow
    // Without the registry or a word from the server the station judges alone.
    if (!what || !registry || now === undefined) return missing
    const refusals = judge({ ...what, actor }, { units: unitsById(registry.units), now })?.refusals
    return refusals ? { ...errorsByField(refusals, language), ...missing } : missing
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
        return props.onRefused?.(sent.errors) ? undefined : errorsByField(sent.errors, language)
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
      isSubmitDisabled={props.isSubmitDisabled ?? false}
      onClose={onClose}
    >
      {props.children}
      <AlarmActorFields doing={doing} />
    </EntryDialog>
  )
}
