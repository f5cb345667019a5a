// Records that a village is recognised, that it was taken back, or that it isn't known; with the paper or the report of it.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../../shared/programme/command.ts'
import type { Confidence, Recognition } from '../../../shared/programme/facts.ts'
import type { VillageState } from '../../../shared/programme/state.ts'
import { FieldRow } from '../../kit/form.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import type { ProgrammeState as Sign } from '../../kit/state-shapes.ts'
import { TextField } from '../../kit/text-field.tsx'
import { CommandForm } from '../command-form.tsx'
import { DayField, NoteField } from '../fields.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { ConfidenceField } from './confidence-field.tsx'
import { textOrNull } from './text-or-null.ts'

const STATES = {
  recognised: 'done',
  withdrawn: 'overdue',
  unknown: 'unknown',
} as const satisfies Record<Recognition['state'], Sign>

type Props = { readonly view: ProgrammeView; readonly village: VillageState; readonly onClose: () => void }

export function RecognitionForm({ view, village, onClose }: Props) {
  const { t } = useTranslation('programme')
  const held = village.recognition
  const [state, setState] = useState<Recognition['state']>(held?.state ?? 'recognised')
  const [decision, setDecision] = useState(held?.decision ?? '')
  const [decidedOn, setDecidedOn] = useState(held?.decidedOn ?? undefined)
  const [reportedOn, setReportedOn] = useState(held?.reportedOn ?? undefined)
  const [confidence, setConfidence] = useState<Confidence>(held?.confidence ?? 'declared')
  const [source, setSource] = useState(held?.source ?? '')
  const [note, setNote] = useState(held?.note ?? '')
  const recognition: Recognition = {
    state,
    decision: textOrNull(decision),
    decidedOn: decidedOn ?? null,
    reportedOn: reportedOn ?? null,
    confidence,
    source: textOrNull(source),
    note: textOrNull(note),
  }
  const command = (): Command => ({ command: 'record-recognition', data: { village: village.id, ...recognition } })
  const isDirty = (Object.keys(recognition) as (keyof Recognition)[]).some(
    key =>
      recognition[key] !== (held?.[key] ?? (key === 'confidence' ? 'declared' : key === 'state' ? 'recognised' : null)),
  )
  return (
    <CommandForm
      view={view}
      title={t('villages.form.recognition', { village: village.name })}
      command={command}
      isDirty={isDirty}
      onClose={onClose}
    >
      <RadioGroup
        name="state"
        label={t('villages.form.recognitionState')}
        options={(Object.keys(STATES) as Recognition['state'][]).map(one => ({
          value: one,
          label: t(`term.recognition.${one}`),
          state: STATES[one],
        }))}
        value={state}
        onChange={setState}
      />
      <FieldRow>
        <TextField
          name="decision"
          label={t('villages.form.decision')}
          note={t('shell.optional')}
          value={decision}
          onChange={setDecision}
        />
        <DayField name="decidedOn" label={t('villages.form.decidedOn')} value={decidedOn} onChange={setDecidedOn} />
        <DayField name="reportedOn" label={t('villages.form.reportedOn')} value={reportedOn} onChange={setReportedOn} />
      </FieldRow>
      <FieldRow>
        <ConfidenceField value={confidence} onChange={setConfidence} />
        <TextField
          name="source"
          label={t('villages.form.source')}
          hint={t('villages.form.sourceHint')}
          value={source}
          onChange={setSource}
        />
      </FieldRow>
      <NoteField name="note" label={t('villages.form.note')} rows={3} value={note} onChange={setNote} />
    </CommandForm>
  )
}
