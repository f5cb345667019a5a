// Sets one of a village's milestones: what it is, for when it is planned, when it was reached.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../../shared/programme/command.ts'
import type { VillageState } from '../../../shared/programme/state.ts'
import { FieldRow } from '../../kit/form.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { CommandForm } from '../command-form.tsx'
import { DayField } from '../fields.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { newKey } from '../send-command.ts'

type Props = {
  readonly view: ProgrammeView
  readonly village: VillageState
  /** Undefined = a new one. */
  readonly milestone: string | undefined
  readonly onClose: () => void
}

export function MilestoneForm({ view, village, milestone, onClose }: Props) {
  const { t } = useTranslation('programme')
  const held = village.milestones.find(({ id }) => id === milestone)
  // Chosen once, so that a repeated send is the same milestone.
  const [id] = useState(() => held?.id ?? `moc-${newKey().slice(0, 12)}`)
  const [title, setTitle] = useState(held?.title ?? '')
  const [plannedOn, setPlannedOn] = useState(held?.plannedOn ?? undefined)
  const [reachedOn, setReachedOn] = useState(held?.reachedOn ?? undefined)
  const command = (): Command => ({
    command: 'set-village-milestone',
    data: {
      village: village.id,
      milestone: id,
      title: title.trim(),
      plannedOn: plannedOn ?? null,
      reachedOn: reachedOn ?? null,
    },
  })
  const isDirty =
    title !== (held?.title ?? '') ||
    plannedOn !== (held?.plannedOn ?? undefined) ||
    reachedOn !== (held?.reachedOn ?? undefined)
  return (
    <CommandForm
      view={view}
      title={t(held ? 'villages.form.milestoneChange' : 'villages.form.milestoneNew', { village: village.name })}
      command={command}
      isDirty={isDirty}
      onClose={onClose}
    >
      <TextField name="title" label={t('villages.form.milestoneTitle')} isRequired value={title} onChange={setTitle} />
      <FieldRow>
        <DayField
          name="plannedOn"
          label={t('villages.form.plannedOn')}
          note={t('shell.optional')}
          value={plannedOn}
          onChange={setPlannedOn}
        />
        <DayField
          name="reachedOn"
          label={t('villages.form.reachedOn')}
          note={t('shell.optional')}
          value={reachedOn}
          onChange={setReachedOn}
        />
      </FieldRow>
    </CommandForm>
  )
}
