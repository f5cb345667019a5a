// The forms of the desk: why and how long an alarm is shelved, who takes care of it, what is to be known, why it is no longer
// watched; and, before the first command, who acts.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_REASON } from '../../../shared/alarms/command.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { FieldRow } from '../../kit/form.tsx'
import { Notice } from '../../kit/notice.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useMoment } from '../../live/live-hooks.tsx'
import { EntryText } from '../../programme/entry-text.tsx'
import { useActingUnits, useAlarmActor } from '../alarm-actor.tsx'
import { clockWords } from '../alarm-names.ts'
import { durationWords } from '../rules/rule-sentences.ts'
import { type CommandFormProps, CommandFrame } from './command-frame.tsx'
import {
  type DeskCommand,
  type DirectCommand,
  directCommand,
  isDirect,
  SHELVE_CHOICES_MS,
  seenOf,
} from './desk-commands.ts'
import { OPERATE } from './use-send.ts'

type Props = CommandFormProps & { readonly command: DeskCommand }

export function CommandForm({ command, ...props }: Props) {
  if (isDirect(command)) return <WhoForm {...props} command={command} />
  switch (command) {
    case 'shelve':
      return <ShelveForm {...props} />
    case 'assign':
      return <AssignForm {...props} />
    case 'comment':
      return <CommentForm {...props} />
    case 'take-out-of-service':
      return <ServiceForm {...props} />
    default:
      return command satisfies never
  }
}

/** Begins with the shortest silence. */
function ShelveForm(props: CommandFormProps) {
  const { t } = useTranslation('alarms')
  const { serverNow } = useMoment()
  const [forMs, setForMs] = useState<number>(SHELVE_CHOICES_MS[0])
  const [reason, setReason] = useState('')
  return (
    <CommandFrame
      {...props}
      title={t('desk.command.name.shelve')}
      isDirty={reason !== ''}
      what={() => ({ command: 'shelve', data: { alarms: seenOf(props.alarms), forMs, reason: reason.trim() } })}
    >
      <RadioGroup
        name="forMs"
        label={t('desk.command.form.for')}
        {...(serverNow === undefined
          ? {}
          : { hint: t('desk.command.form.until', { moment: clockWords(serverNow + forMs, serverNow) }) })}
        options={SHELVE_CHOICES_MS.map(ms => ({ value: String(ms), label: durationWords(t, ms) }))}
        value={String(forMs)}
        onChange={ms => setForMs(Number(ms))}
      />
      <EntryText
        max={MAX_REASON}
        name="reason"
        label={t('desk.command.form.reason')}
        hint={t('desk.command.form.shelveReasonHint')}
        isRequired
        value={reason}
        onChange={setReason}
      />
    </CommandFrame>
  )
}

function ServiceForm(props: CommandFormProps) {
  const { t } = useTranslation('alarms')
  const [reason, setReason] = useState('')
  return (
    <CommandFrame
      {...props}
      title={t('desk.command.name.take-out-of-service')}
      isDirty={reason !== ''}
      what={() => ({ command: 'take-out-of-service', data: { alarms: seenOf(props.alarms), reason: reason.trim() } })}
    >
      <Notice kind="warning" title={t('desk.command.form.serviceWarning')} />
      <EntryText
        max={MAX_REASON}
        name="reason"
        label={t('desk.command.form.reason')}
        hint={t('desk.command.form.serviceReasonHint')}
        isRequired
        value={reason}
        onChange={setReason}
      />
    </CommandFrame>
  )
}

function CommentForm(props: CommandFormProps) {
  const { t } = useTranslation('alarms')
  const [text, setText] = useState('')
  return (
    <CommandFrame
      {...props}
      title={t('desk.command.name.comment')}
      isDirty={text !== ''}
      what={() => ({ command: 'comment', data: { alarms: seenOf(props.alarms), text: text.trim() } })}
    >
      <EntryText
        max={MAX_REASON}
        name="text"
        label={t('desk.command.form.text')}
        isRequired
        value={text}
        onChange={setText}
      />
    </CommandFrame>
  )
}

/** Begins with oneself: who takes care of it oftenest is who sits there. */
function AssignForm(props: CommandFormProps) {
  const { t } = useTranslation('alarms')
  const { actor, unitName } = useAlarmActor(OPERATE)
  const units = useActingUnits()
  const [isNobody, setNobody] = useState(false)
  const [name, setName] = useState(actor.name)
  const [unit, setUnit] = useState(unitName === undefined ? '' : actor.unit)
  const [comment, setComment] = useState('')
  const to = isNobody ? null : { name: name.trim(), unit }
  const isAssigned = props.alarms.some(({ assigned }) => assigned !== null)
  return (
    <CommandFrame
      {...props}
      title={t('desk.command.name.assign')}
      isDirty={comment !== '' || name !== actor.name}
      what={() => ({
        command: 'assign',
        data: { alarms: seenOf(props.alarms), to, comment: comment.trim() === '' ? null : comment.trim() },
      })}
    >
      {!isNobody && (
        <FieldRow>
          <TextField
            name="to.name"
            label={t('desk.command.form.toName')}
            isRequired
            maxLength={80}
            value={name}
            onChange={setName}
          />
          <SelectField
            name="to.unit"
            label={t('desk.command.form.toUnit')}
            isRequired
            options={units}
            noneWords=""
            value={unit === '' ? undefined : unit}
            onChange={chosen => setUnit(chosen ?? '')}
          />
        </FieldRow>
      )}
      {isAssigned && (
        <CheckboxField
          name="nobody"
          label={t('desk.command.form.toNobody')}
          isChecked={isNobody}
          onChange={setNobody}
        />
      )}
      <EntryText
        max={MAX_REASON}
        name="comment"
        label={t('desk.command.form.comment')}
        note={t('desk.command.form.optional')}
        value={comment}
        onChange={setComment}
      />
    </CommandFrame>
  )
}

/** Before the first command of this browser that asks for nothing else. */
function WhoForm({ command, ...props }: CommandFormProps & { readonly command: DirectCommand }) {
  const { t } = useTranslation('alarms')
  return (
    <CommandFrame
      {...props}
      title={t('desk.command.form.who')}
      submitWords={t('desk.command.form.goOn', { what: t(`desk.command.name.${command}`) })}
      isDirty={false}
      what={() => directCommand(command, props.alarms)}
    >
      <p>{t('desk.command.form.whoHint')}</p>
    </CommandFrame>
  )
}
