// The frame of every entry form: judges by the station's own rules before sending, sends once under one key, and never overwrites:
// when somebody else changed the same thing meanwhile it says who and what, and keeps what was typed.
import { type ReactNode, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command, CommandRequest } from '../../shared/programme/command.ts'
import { decide } from '../../shared/programme/decide.ts'
import type { AnyEvent } from '../../shared/programme/event.ts'
import type { ProgrammeState } from '../../shared/programme/state.ts'
import { subjectOfCommand } from '../../shared/programme/subject-of-command.ts'
import { useActor } from '../access/actor.ts'
import { problemWords } from '../app/post-json.ts'
import { formatClock } from '../design/time-format.ts'
import { Button } from '../kit/button.tsx'
import { errorsByField, type FieldErrors } from '../kit/form-errors.ts'
import { Notice } from '../kit/notice.tsx'
import { ActorFields } from './actor-fields.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { actorWords, eventWords } from './event-words.ts'
import { type ProgrammeView, useProgrammePicture } from './programme-hooks.tsx'
import { createSender, sendCommand } from './send-command.ts'
import { SentContext } from './sent-context.ts'

type Props = {
  readonly view: ProgrammeView
  readonly title: string
  readonly description?: string
  /** What would be sent now. Undefined while the fields can't make a command; `incomplete` then says what is missing. */
  readonly command: () => Command | undefined
  readonly incomplete?: () => FieldErrors
  readonly isDirty: boolean
  readonly submitWords?: string
  readonly width?: 'narrow' | 'medium' | 'wide'
  readonly onClose: () => void
  readonly children: ReactNode
}

export function CommandForm(props: Props) {
  const { view, title, command, onClose } = props
  const { t, i18n } = useTranslation('programme')
  const { state: liveState, recent } = useProgrammePicture()
  const onSent = useContext(SentContext)
  /** The picture the person saw when the form opened: what is sent is meant for that one. */
  const [seen, setSeen] = useState<ProgrammeState>(view.state)
  const [isRefused, setRefused] = useState(false)
  const [send] = useState(() => createSender(sendCommand))

  const now = command()
  const action = now && ({ kind: 'programme', ...now } as const)
  const actor = useActor(action)
  const subject = now && subjectOfCommand(now)
  const versionIn = (state: ProgrammeState) => (subject === undefined ? 0 : (state.versions.get(subject) ?? 0))
  const isMoved = liveState !== undefined && versionIn(liveState) !== versionIn(seen)
  const language = i18n.language === 'en' ? 'en' : 'vi'

  const requestOf = (what: Command): CommandRequest => ({ ...what, actor, expected: versionIn(seen) })
  const check = (): FieldErrors => {
    const missing = props.incomplete?.() ?? {}
    const what = command()
    if (!what) return missing
    const decision = decide({ state: liveState ?? view.state, units: view.units, today: view.day }, requestOf(what))
    return decision.kind === 'refused' ? { ...errorsByField(decision.refusals, language), ...missing } : missing
  }
  const submit = async (): Promise<FieldErrors | undefined> => {
    const what = command()
    if (!what) return { '': t('shell.failed') }
    const outcome = await send(requestOf(what))
    switch (outcome.kind) {
      case 'done':
        onSent(outcome.events)
        onClose()
        return undefined
      case 'refused':
        return errorsByField(outcome.errors, language)
      case 'conflict':
        setRefused(true)
        return undefined
      case 'failed':
        return { '': problemWords(outcome.problem, language) ?? t('shell.failed') }
      default:
        return outcome satisfies never
    }
  }
  const goOn = () => {
    if (liveState) setSeen(liveState)
    setRefused(false)
  }
  const newest = recent.find(event => event.subject === subject)

  return (
    <EntryDialog
      title={title}
      description={props.description}
      width={props.width ?? 'medium'}
      isDirty={props.isDirty}
      check={check}
      onSubmit={submit}
      submitWords={props.submitWords ?? t('shell.send')}
      isSubmitDisabled={isMoved || isRefused}
      onClose={onClose}
    >
      {(isMoved || isRefused) && (
        <Notice
          kind="warning"
          isUrgent
          title={newest ? conflictWords(t, newest, view) : t('shell.conflictUnknown')}
          actions={
            <Button kind="plain" onClick={goOn} isDisabled={!isMoved}>
              {t('shell.continueOnNew')}
            </Button>
          }
        >
          {t('shell.conflictHint')}
        </Notice>
      )}
      {props.children}
      <ActorFields view={view} doing={action} />
    </EntryDialog>
  )
}

function conflictWords(
  t: ReturnType<typeof useTranslation<'programme'>>['t'],
  event: AnyEvent,
  view: ProgrammeView,
): string {
  return t('shell.conflict', {
    who: actorWords(event.actor),
    when: formatClock(event.at),
    what: eventWords(t, view, event),
  })
}
