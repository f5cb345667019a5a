// From a day on, the village belongs to another commune.
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../../shared/programme/command.ts'
import type { VillageState } from '../../../shared/programme/state.ts'
import { isValidOn, villageUnitOn } from '../../../shared/programme/units.ts'
import { FieldRow } from '../../kit/form.tsx'
import type { FieldErrors } from '../../kit/form-errors.ts'
import { SelectField } from '../../kit/select-field.tsx'
import { CommandForm } from '../command-form.tsx'
import { DayField, NoteField } from '../fields.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { textOrNull } from './text-or-null.ts'

type Props = { readonly view: ProgrammeView; readonly village: VillageState; readonly onClose: () => void }

export function LinkForm({ view, village, onClose }: Props) {
  const { t } = useTranslation('programme')
  const [unit, setUnit] = useState<string>()
  const [from, setFrom] = useState<string | undefined>(view.day)
  const [reason, setReason] = useState('')
  const now = villageUnitOn(village, view.day)
  const options = useMemo(
    () =>
      [...view.units.values()]
        .filter(one => one.kind === 'commune' && isValidOn(one, view.day) && one.id !== now)
        .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
        .map(({ id, name }) => ({ value: id, label: name })),
    [view.units, view.day, now],
  )
  const command = (): Command | undefined =>
    unit === undefined || from === undefined
      ? undefined
      : { command: 'link-village', data: { village: village.id, unit, from, reason: textOrNull(reason) } }
  const incomplete = (): FieldErrors => ({
    ...(unit === undefined ? { unit: t('villages.form.unitMissing') } : {}),
    ...(from === undefined ? { from: t('villages.form.dayMissing') } : {}),
  })
  return (
    <CommandForm
      view={view}
      title={t('villages.form.link', { village: village.name })}
      command={command}
      incomplete={incomplete}
      isDirty={unit !== undefined || reason !== '' || from !== view.day}
      onClose={onClose}
    >
      <FieldRow>
        <SelectField
          name="unit"
          label={t('villages.form.unit')}
          isRequired
          noneWords={t('villages.form.chooseUnit')}
          options={options}
          value={unit}
          onChange={setUnit}
        />
        <DayField name="from" label={t('villages.form.from')} isRequired value={from} onChange={setFrom} />
      </FieldRow>
      <NoteField name="reason" label={t('villages.form.reason')} rows={2} value={reason} onChange={setReason} />
    </CommandForm>
  )
}
