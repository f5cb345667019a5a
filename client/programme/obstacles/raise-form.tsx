// Raises an obstacle or a proposal; the sender names it, so that a repeated send is the same one.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../../shared/programme/command.ts'
import { LIMITS } from '../../../shared/programme/decide-limits.ts'
import { OBSTACLE_KINDS, type ObstacleKind } from '../../../shared/programme/facts.ts'
import { FieldRow } from '../../kit/form.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { CommandForm } from '../command-form.tsx'
import { villageOptions } from '../funding/funding-names.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { newKey } from '../send-command.ts'

type Props = {
  readonly view: ProgrammeView
  /** Chosen to begin with. */
  readonly village: string | undefined
  readonly onClose: () => void
}
type Draft = {
  readonly kind: ObstacleKind
  readonly title: string
  readonly text: string
  readonly village: string | undefined
  readonly task: string | undefined
}

export function RaiseForm({ view, village, onClose }: Props) {
  const { t } = useTranslation('programme')
  const [obstacle] = useState(newKey)
  const [start] = useState((): Draft => {
    const known = village !== undefined && view.state.villages.has(village) ? village : undefined
    return { kind: 'obstacle', title: '', text: '', village: known, task: undefined }
  })
  const [draft, setDraft] = useState(start)
  const change = (part: Partial<Draft>) => setDraft(held => ({ ...held, ...part }))
  const command = (): Command => ({
    command: 'raise-obstacle',
    data: {
      obstacle,
      kind: draft.kind,
      title: draft.title.trim(),
      text: draft.text.trim(),
      village: draft.village ?? null,
      task: draft.task ?? null,
    },
  })
  return (
    <CommandForm view={view} title={t('obstacles.raise')} command={command} isDirty={draft !== start} onClose={onClose}>
      <RadioGroup
        name="kind"
        label={t('obstacles.kind')}
        options={OBSTACLE_KINDS.map(value => ({ value, label: t(`term.obstacleKind.${value}`) }))}
        value={draft.kind}
        onChange={kind => change({ kind })}
      />
      <TextField
        name="title"
        label={t('obstacles.form.title')}
        hint={t('obstacles.form.titleHint')}
        isRequired
        maxLength={LIMITS.title.max}
        value={draft.title}
        onChange={title => change({ title })}
      />
      <TextArea
        name="text"
        label={t('obstacles.form.text')}
        isRequired
        value={draft.text}
        onChange={text => change({ text })}
      />
      <FieldRow>
        <SelectField
          name="village"
          label={t('obstacles.form.village')}
          options={villageOptions(view.state)}
          noneWords={t('obstacles.province')}
          value={draft.village}
          onChange={chosen => change({ village: chosen })}
        />
        <SelectField
          name="task"
          label={t('obstacles.form.task')}
          options={(view.state.plan?.tasks ?? []).map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
          noneWords={t('obstacles.form.noTask')}
          value={draft.task}
          onChange={task => change({ task })}
        />
      </FieldRow>
    </CommandForm>
  )
}
