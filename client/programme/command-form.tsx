// The frame of every entry form: judges by the station's own rules before sending, sends once under one key, and never overwrites:
// when somebody else changed the same thing meanwhile it says who and what, and keeps what was typed.
import { type ReactNode, useContext, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command, CommandRequest, Refusal } from '../../shared/programme/command.ts'
import { decide } from '../../shared/programme/decide.ts'
import type { AnyEvent } from '../../shared/programme/event.ts'
import type { ProgrammeState } from '../../shared/programme/state.ts'
import { subjectOfCommand } from '../../shared/programme/subject-of-command.ts'
import { formatClock } from '../design/time-format.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Form, SubmitButton } from '../kit/form.tsx'
import type { FieldErrors } from '../kit/form-errors.ts'
import { Notice } from '../kit/notice.tsx'
import { ActorFields } from './actor-fields.tsx'
import { useDeclaredActor } from './declared-actor.ts'
import { actorWords, eventWords } from './event-words.ts'
import { type ProgrammeView, useProgrammePicture } from './programme-hooks.tsx'
import { newKey, sendCommand } from './send-command.ts'
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
  const actor = useDeclaredActor()
  const { state: liveState, recent } = useProgrammePicture()
  const onSent = useContext(SentContext)
  /** The picture the person saw when the form opened: what is sent is meant for that one. */
  const [seen, setSeen] = useState<ProgrammeState>(view.state)
  const [isRefused, setRefused] = useState(false)
  const sent = useRef<{ readonly body: string; readonly key: string } | undefined>(undefined)

  const now = command()
  const subject = now && subjectOfCommand(now)
  const versionIn = (state: ProgrammeState) => (subject === undefined ? 0 : (state.versions.get(subject) ?? 0))
  const isMoved = liveState !== undefined && versionIn(liveState) !== versionIn(seen)
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const errorsOf = (refusals: readonly Pick<Refusal, 'field' | 'vi' | 'en'>[]): FieldErrors =>
    Object.fromEntries(refusals.map(refusal => [refusal.field ?? '', refusal[language]]).reverse())

  const requestOf = (what: Command): CommandRequest => ({ ...what, actor, expected: versionIn(seen) })
  const check = (): FieldErrors => {
    const missing = props.incomplete?.() ?? {}
    const what = command()
    if (!what) return missing
    const decision = decide({ state: liveState ?? view.state, units: view.units, today: view.day }, requestOf(what))
    return decision.kind === 'refused' ? { ...errorsOf(decision.refusals), ...missing } : missing
  }
  const submit = async (): Promise<FieldErrors | undefined> => {
    const what = command()
    if (!what) return { '': t('shell.failed') }
    const request = requestOf(what)
    const body = JSON.stringify(request)
    // The same words under the same key: a second press after a lost answer does nothing twice.
    if (sent.current?.body !== body) sent.current = { body, key: newKey() }
    const outcome = await sendCommand(request, sent.current.key)
    switch (outcome.kind) {
      case 'done':
        onSent(outcome.events)
        onClose()
        return undefined
      case 'refused':
        return errorsOf(outcome.errors)
      case 'conflict':
        setRefused(true)
        return undefined
      case 'failed':
        return { '': outcome.problem?.detail ?? outcome.problem?.title ?? t('shell.failed') }
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
    <Dialog
      title={title}
      {...(props.description === undefined ? {} : { description: props.description })}
      words={{ close: t('shell.close') }}
      width={props.width ?? 'medium'}
      isDirty={props.isDirty}
      confirmClose={{ question: t('shell.leaveQuestion'), leave: t('shell.leave'), stay: t('shell.stay') }}
      onClose={onClose}
    >
      <Form
        label={title}
        words={{ summary: number => t('shell.errors', { number }), failed: t('shell.failed') }}
        check={check}
        onSubmit={submit}
        actions={
          <>
            <Button kind="plain" onClick={onClose}>
              {t('shell.cancel')}
            </Button>
            <SubmitButton busyWords={t('shell.sending')} isDisabled={isMoved || isRefused}>
              {props.submitWords ?? t('shell.send')}
            </SubmitButton>
          </>
        }
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
        <ActorFields view={view} />
      </Form>
    </Dialog>
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
