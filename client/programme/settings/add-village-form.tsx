// Adds a village: its name, where it lies, the year it is planned for, and where that is known from.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../../shared/programme/command.ts'
import { LIMITS, MAX_ID_LENGTH } from '../../../shared/programme/decide-limits.ts'
import { yearOf } from '../../../shared/programme/working-calendar.ts'
import { FieldRow } from '../../kit/form.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { CommandForm } from '../command-form.tsx'
import { DayField, FigureField } from '../fields.tsx'
import { YearField } from '../funding/year-field.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { communeOptions } from '../unit-options.ts'
import { idOf, missingOfVillage, type VillageDraft, villageOf } from './village-draft.ts'

type Props = { readonly view: ProgrammeView; readonly onClose: () => void }

export function AddVillageForm({ view, onClose }: Props) {
  const { t } = useTranslation('programme')
  const [start] = useState(
    (): VillageDraft => ({
      name: '',
      id: undefined,
      plannedYear: yearOf(view.day) + 1,
      commune: undefined,
      from: view.day,
      longitude: undefined,
      latitude: undefined,
      source: '',
    }),
  )
  const [draft, setDraft] = useState(start)
  const change = (part: Partial<VillageDraft>) => setDraft(held => ({ ...held, ...part }))
  const command = (): Command | undefined => {
    const data = villageOf(draft)
    return data && { command: 'add-village', data }
  }
  return (
    <CommandForm
      view={view}
      title={t('settings.villages.add')}
      command={command}
      incomplete={() =>
        Object.fromEntries(missingOfVillage(draft).map(field => [field, t(`settings.villages.form.missing.${field}`)]))
      }
      isDirty={draft !== start}
      onClose={onClose}
    >
      <FieldRow>
        <TextField
          name="name"
          label={t('settings.villages.form.name')}
          isRequired
          maxLength={LIMITS.villageName.max}
          value={draft.name}
          onChange={name => change({ name })}
        />
        <TextField
          name="village"
          label={t('settings.villages.form.id')}
          hint={t('settings.villages.form.idHint')}
          isRequired
          maxLength={MAX_ID_LENGTH}
          value={idOf(draft)}
          onChange={id => change({ id: id === '' ? undefined : id })}
        />
      </FieldRow>
      <FieldRow>
        <SelectField
          name="links.0.unit"
          label={t('settings.villages.form.commune')}
          isRequired
          options={communeOptions(view)}
          noneWords={t('settings.villages.form.chooseCommune')}
          value={draft.commune}
          onChange={commune => change({ commune })}
        />
        <DayField
          name="links.0.from"
          label={t('settings.villages.form.from')}
          isRequired
          value={draft.from}
          onChange={from => change({ from })}
        />
        <YearField
          name="plannedYear"
          label={t('settings.villages.form.plannedYear')}
          isRequired
          value={draft.plannedYear}
          onChange={plannedYear => change({ plannedYear })}
        />
      </FieldRow>
      <FieldRow>
        <FigureField
          name="centre"
          label={t('settings.villages.form.longitude')}
          note={t('shell.optional')}
          hint={t('settings.villages.form.centreHint')}
          value={draft.longitude}
          onChange={longitude => change({ longitude })}
        />
        <FigureField
          name="centre.latitude"
          label={t('settings.villages.form.latitude')}
          note={t('shell.optional')}
          value={draft.latitude}
          onChange={latitude => change({ latitude })}
        />
      </FieldRow>
      <TextArea
        name="source"
        label={t('settings.villages.form.source')}
        isRequired
        rows={2}
        value={draft.source}
        onChange={source => change({ source })}
      />
    </CommandForm>
  )
}
