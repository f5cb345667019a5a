// Notes what a supervision of the capital found, for one village or the whole province.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../../shared/programme/command.ts'
import { FieldRow } from '../../kit/form.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { CommandForm } from '../command-form.tsx'
import { DayField } from '../fields.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { missingOfNote, type NoteDraft, noteOf, type PlaceDraft } from './entry-draft.ts'
import { villageOptions } from './funding-names.ts'
import { useMissingWords } from './place-fields.tsx'
import { YearField } from './year-field.tsx'

type Props = { readonly view: ProgrammeView; readonly place: PlaceDraft; readonly onClose: () => void }

export function SupervisionForm({ view, place, onClose }: Props) {
  const { t } = useTranslation('programme')
  const missingWords = useMissingWords()
  const [start] = useState((): NoteDraft => ({ village: place.village, year: place.year, on: view.day, text: '' }))
  const [draft, setDraft] = useState(start)
  const change = (part: Partial<NoteDraft>) => setDraft(held => ({ ...held, ...part }))
  const command = (): Command | undefined => {
    const data = noteOf(draft)
    return data && { command: 'note-supervision', data }
  }
  return (
    <CommandForm
      view={view}
      title={t('funding.form.note')}
      command={command}
      incomplete={() => missingWords(missingOfNote(draft))}
      isDirty={draft !== start}
      onClose={onClose}
    >
      <FieldRow>
        <SelectField
          name="village"
          label={t('funding.village')}
          options={villageOptions(view.state)}
          noneWords={t('funding.wholeProvince')}
          value={draft.village}
          onChange={village => change({ village })}
        />
        <YearField
          name="year"
          label={t('funding.year')}
          isRequired
          value={draft.year}
          onChange={year => change({ year })}
        />
        <DayField
          name="on"
          label={t('funding.form.on')}
          isRequired
          max={view.day}
          value={draft.on}
          onChange={on => change({ on })}
        />
      </FieldRow>
      <TextArea
        name="text"
        label={t('funding.form.text')}
        isRequired
        value={draft.text}
        onChange={text => change({ text })}
      />
    </CommandForm>
  )
}
