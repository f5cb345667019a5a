// Moves a village's dossier to one of the stages that may follow, or opens the next round.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../../shared/programme/command.ts'
import { setOn } from '../../../shared/programme/criteria.ts'
import { DOSSIER_MOVES, stageOf } from '../../../shared/programme/dossier.ts'
import type { DossierStage } from '../../../shared/programme/facts.ts'
import type { VillageState } from '../../../shared/programme/state.ts'
import type { FieldErrors } from '../../kit/form-errors.ts'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { CommandForm } from '../command-form.tsx'
import { DayField, NoteField } from '../fields.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { dossiersOf } from './dossiers-of.ts'
import { textOrNull } from './text-or-null.ts'
import { stageSign } from './village-words.ts'

type Props = { readonly view: ProgrammeView; readonly village: VillageState; readonly onClose: () => void }

export function DossierForm({ view, village, onClose }: Props) {
  const { t } = useTranslation('programme')
  const [newest] = dossiersOf(view.state, village.id)
  const next = newest ? DOSSIER_MOVES[stageOf(newest)] : []
  const isNewRound = newest === undefined || next.length === 0
  const stages: readonly DossierStage[] = isNewRound ? ['open'] : next
  const round = isNewRound ? (newest?.round ?? 0) + 1 : newest.round
  const set = isNewRound ? setOn(view.state, view.day).set?.id : newest.set
  const [chosen, setChosen] = useState<DossierStage | undefined>(stages.length === 1 ? stages[0] : undefined)
  const [on, setOnDay] = useState<string | undefined>(view.day)
  const [note, setNote] = useState('')
  // Somebody else may have moved it meanwhile: what can't follow any more isn't chosen.
  const to = chosen !== undefined && stages.includes(chosen) ? chosen : undefined
  const command = (): Command | undefined =>
    to === undefined || on === undefined || set === undefined
      ? undefined
      : { command: 'move-dossier', data: { village: village.id, round, set, to, on, note: textOrNull(note) } }
  const incomplete = (): FieldErrors => ({
    ...(to === undefined ? { to: t('villages.form.toMissing') } : {}),
    ...(on === undefined ? { on: t('villages.form.dayMissing') } : {}),
    ...(set === undefined ? { '': t('villages.form.setMissing') } : {}),
  })
  return (
    <CommandForm
      view={view}
      title={t(isNewRound ? 'villages.form.dossierOpen' : 'villages.form.dossierMove', {
        round,
        village: village.name,
      })}
      command={command}
      incomplete={incomplete}
      isDirty={note !== '' || (chosen !== undefined && stages.length > 1) || on !== view.day}
      onClose={onClose}
    >
      <RadioGroup
        name="to"
        label={t('villages.form.to')}
        isRequired
        options={stages.map(stage => ({ value: stage, label: t(`term.stage.${stage}`), state: stageSign(stage) }))}
        value={to}
        onChange={setChosen}
      />
      <DayField name="on" label={t('villages.form.moveOn')} isRequired max={view.day} value={on} onChange={setOnDay} />
      <NoteField name="note" label={t('villages.form.note')} rows={3} value={note} onChange={setNote} />
    </CommandForm>
  )
}
