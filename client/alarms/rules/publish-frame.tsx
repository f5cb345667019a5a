// The frame of the two forms that publish a rule: dialog, conflict, reason, who does it.
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_REASON } from '../../../shared/alarms/command.ts'
import type { Rule } from '../../../shared/alarms/rule.ts'
import type { HeldRule } from '../../../shared/alarms/state.ts'
import { formatClock } from '../../design/time-format.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Form, SubmitButton } from '../../kit/form.tsx'
import type { FieldErrors } from '../../kit/form-errors.ts'
import { Notice } from '../../kit/notice.tsx'
import { EntryText } from '../../programme/entry-text.tsx'
import { actorWords } from '../../programme/event-words.ts'
import { AlarmActorFields } from '../alarm-actor.tsx'
import { PUBLISH, type Publishing } from './publish-rule.ts'
import { changedFacts } from './rule-facts.ts'
import styles from './rule-form.module.css'

type Props = {
  readonly title: string
  readonly about: string
  readonly submitWords: string
  readonly width: 'medium' | 'wide'
  readonly publishing: Publishing
  /** The version the form opened on. */
  readonly held: HeldRule | undefined
  /** Undefined while the fields make none; `missing` then says what is missing. */
  readonly rule: Rule | undefined
  readonly missing: FieldErrors
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly isDirty: boolean
  /** Puts what was typed onto the version that somebody else published meanwhile. */
  readonly onContinue: (newest: HeldRule) => void
  /** Stands beside the button that publishes. */
  readonly beside?: ReactNode
  readonly onClose: () => void
  readonly children?: ReactNode
}

export function PublishFrame(props: Props) {
  const { title, publishing, rule, missing, reason, onClose } = props
  const { t } = useTranslation('alarms')
  const { t: word } = useTranslation('programme')
  const { conflict } = publishing
  const goOn = () => {
    if (conflict?.held) props.onContinue(conflict.held)
    publishing.continueOnNew()
  }
  return (
    <Dialog
      title={title}
      description={props.about}
      words={{ close: t('shell.close') }}
      width={props.width}
      isDirty={props.isDirty}
      confirmClose={{
        question: word('shell.leaveQuestion'),
        leave: word('shell.leave'),
        stay: word('shell.stay'),
      }}
      onClose={onClose}
    >
      <Form
        label={title}
        words={{ summary: number => t('rules.form.errors', { number }), failed: t('shell.failed') }}
        check={() => (rule ? { ...publishing.check(rule, reason), ...missing } : missing)}
        onSubmit={async () => (rule ? publishing.submit(rule, reason) : missing)}
        actions={
          <>
            {conflict ? (
              <div className={styles.conflict}>
                <Notice kind="warning" isUrgent title={conflictWords(t, props.held, conflict.held)}>
                  {t('rules.form.conflictHint')}
                </Notice>
              </div>
            ) : (
              props.beside
            )}
            <Button onClick={onClose}>{t('shell.cancel')}</Button>
            {conflict ? (
              <Button kind="primary" isDisabled={conflict.held === undefined} onClick={goOn}>
                {word('shell.continueOnNew')}
              </Button>
            ) : (
              <SubmitButton busyWords={t('rules.form.publishing')}>{props.submitWords}</SubmitButton>
            )}
          </>
        }
      >
        {props.children}
        <EntryText
          name="reason"
          label={t('rules.form.reason')}
          hint={t('rules.form.reasonHint')}
          isRequired
          rows={2}
          max={MAX_REASON}
          value={reason}
          onChange={props.onReason}
        />
        <AlarmActorFields doing={PUBLISH} />
      </Form>
    </Dialog>
  )
}

/** Who published what meanwhile, as far as this screen has heard. */
function conflictWords(t: TFunction<'alarms'>, before: HeldRule | undefined, now: HeldRule | undefined): string {
  if (!before || !now) return t('rules.form.conflictGone')
  const facts = changedFacts(before.rule, now.rule).map(fact =>
    fact === 'isOn' ? t(now.rule.isOn ? 'rules.switchedOn' : 'rules.switchedOff') : t(`rules.fact.${fact}`),
  )
  return t('rules.form.conflict', {
    who: actorWords(now.by),
    version: now.version,
    when: formatClock(now.at),
    what: facts.length === 0 ? t('rules.sameContent') : facts.join(', '),
  })
}
