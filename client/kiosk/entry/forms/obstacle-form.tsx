// An obstacle or a proposal of the unit: what it is, which village and task it is about.
import { useState } from 'react'
import type { EntryChoices } from '../../../../shared/entry/choices.ts'
import { LIMITS } from '../../../../shared/programme/decide-limits.ts'
import { OBSTACLE_KINDS, type ObstacleKind } from '../../../../shared/programme/facts.ts'
import type { FieldErrors } from '../../../kit/form-errors.ts'
import { RadioGroup } from '../../../kit/radio-group.tsx'
import { SelectField } from '../../../kit/select-field.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { newKey } from '../../../programme/send-command.ts'
import { typedData } from '../edited-entry.ts'
import { useEntryWords } from '../entry-hooks.ts'
import { EntryForm, type EntryFormProps } from './entry-form.tsx'

type Props = EntryFormProps & {
  readonly choices: EntryChoices
  /** The task or village it begins with. */
  readonly subject: string | undefined
}

export function ObstacleForm({ choices, subject, ...rest }: Props) {
  const { t } = useEntryWords()
  const typed = typedData(rest.edited, 'raise-obstacle')
  // The same one, whenever and however it is sent.
  const [obstacle] = useState(() => typed?.obstacle ?? newKey())
  const [kind, setKind] = useState<ObstacleKind>(typed?.kind ?? 'obstacle')
  const [title, setTitle] = useState(typed?.title ?? '')
  const [text, setText] = useState(typed?.text ?? '')
  const aboutVillage = typed ? typed.village : subject
  const aboutTask = typed ? typed.task : subject
  const [village, setVillage] = useState(choices.villages.find(({ id }) => id === aboutVillage)?.id)
  const [task, setTask] = useState(choices.tasks.find(({ id }) => id === aboutTask)?.id)
  const check = (): FieldErrors => ({
    ...(title.trim().length < LIMITS.title.min ? { title: t('form.missingHeading') } : {}),
    ...(text.trim() === '' ? { text: t('form.missingText') } : {}),
  })
  return (
    <EntryForm
      {...rest}
      title={t('deed.obstacle')}
      about={title.trim()}
      version={0}
      check={check}
      make={() => ({
        command: 'raise-obstacle',
        data: {
          obstacle,
          kind,
          title: title.trim(),
          text: text.trim(),
          village: village ?? null,
          task: task ?? null,
        },
      })}
    >
      <RadioGroup
        name="kind"
        label={t('form.kind')}
        options={OBSTACLE_KINDS.map(value => ({ value, label: t(`term.obstacleKind.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        name="title"
        label={t('form.heading')}
        hint={t('form.headingHint')}
        isRequired
        maxLength={LIMITS.title.max}
        value={title}
        onChange={setTitle}
      />
      <TextArea name="text" label={t('form.text')} isRequired rows={3} value={text} onChange={setText} />
      {choices.villages.length > 0 && (
        <SelectField
          name="village"
          label={t('form.village')}
          options={choices.villages.map(({ id, name }) => ({ value: id, label: name }))}
          noneWords={t('form.noVillage')}
          value={village}
          onChange={setVillage}
        />
      )}
      {choices.tasks.length > 0 && (
        <SelectField
          name="task"
          label={t('form.task')}
          options={choices.tasks.map(one => ({ value: one.id, label: `${one.id} ${one.title}` }))}
          noneWords={t('form.noTask')}
          value={task}
          onChange={setTask}
        />
      )}
    </EntryForm>
  )
}
