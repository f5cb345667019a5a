// Says of one indicator whether it is met: the step, the value or the outcome, a note, the evidence. A number judges itself
// against its target; what the station measured stands beside it and can be taken over.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IndicatorStanding } from '../../../shared/programme/assessment-standing.ts'
import type { Command } from '../../../shared/programme/command.ts'
import { judge, targetWords } from '../../../shared/programme/criteria.ts'
import type { AssessmentStep, Outcome } from '../../../shared/programme/facts.ts'
import type { SetState, VillageState } from '../../../shared/programme/state.ts'
import { useActor } from '../../access/actor.ts'
import { Button } from '../../kit/button.tsx'
import type { FieldErrors } from '../../kit/form-errors.ts'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { CommandForm } from '../command-form.tsx'
import { EvidenceField, useEvidence } from '../evidence-field.tsx'
import { FigureField, NoteField } from '../fields.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { stepToTake } from './cell-steps.ts'
import { outcomeSign } from './cell-words.ts'
import styles from './criteria.module.css'
import { MeasuredValue } from './measured-value.tsx'
import { useMeasurement } from './measurements-query.ts'

type Props = {
  readonly view: ProgrammeView
  readonly set: SetState
  readonly village: VillageState
  readonly standing: IndicatorStanding
  readonly onClose: () => void
}

export function AssessForm({ view, set, village, standing, onClose }: Props) {
  const { t, i18n } = useTranslation('programme')
  const actor = useActor()
  const { indicator } = standing.indicator
  const { target } = indicator
  const subject = { village: village.id, set: set.id, indicator: indicator.id }
  const [chosenStep, setStep] = useState<AssessmentStep>()
  const context = { state: view.state, units: view.units, today: view.day }
  const step = chosenStep ?? stepToTake(context, actor, subject, standing.steps)
  const [chosen, setChosen] = useState<Outcome>()
  const [value, setValue] = useState<number>()
  const [note, setNote] = useState('')
  const evidence = useEvidence()
  const measurement = useMeasurement(set.id, village.id, indicator.id, indicator.measure !== null)

  const isNumber = target.kind === 'number'
  const outcome = isNumber ? (judge(target, value ?? null) ?? undefined) : chosen
  const command = (): Command | undefined =>
    outcome && {
      command: 'assess-indicator',
      data: {
        ...subject,
        step,
        outcome,
        value: isNumber ? (value ?? null) : null,
        note: note.trim() === '' ? null : note.trim(),
        evidence: evidence.files,
      },
    }
  const incomplete = (): FieldErrors => ({
    ...(outcome ? {} : isNumber ? { value: t('criteria.valueMissing') } : { outcome: t('criteria.outcomeMissing') }),
    ...(evidence.isUnfinished ? { evidence: t('criteria.evidenceUnfinished') } : {}),
  })
  const measured = measurement?.value ?? null

  return (
    <CommandForm
      view={view}
      title={t('criteria.assessTitle', { village: village.name, indicator: indicator.id })}
      description={indicator.title}
      command={command}
      incomplete={incomplete}
      isDirty={
        chosenStep !== undefined ||
        chosen !== undefined ||
        value !== undefined ||
        note !== '' ||
        evidence.items.length > 0
      }
      submitWords={t('criteria.send')}
      onClose={onClose}
    >
      <p className={styles.target}>
        {t('criteria.target')}: <strong>{targetWords(target, i18n.language === 'en' ? 'en' : 'vi')}</strong>
        {indicator.evidence && (
          <span className={styles.under}>{`${t('criteria.evidenceNeeded')}: ${indicator.evidence}`}</span>
        )}
      </p>
      {isNumber ? (
        <>
          <FigureField
            name="value"
            label={t('criteria.value')}
            isRequired
            unit={target.unit}
            value={value}
            onChange={setValue}
          />
          {outcome && (
            <p role="status">
              <StateMark state={outcomeSign(outcome)} word={t(`term.outcome.${outcome}`)} />
            </p>
          )}
        </>
      ) : (
        <RadioGroup
          name="outcome"
          label={t('criteria.outcome')}
          isRequired
          options={[
            { value: 'met', label: t('term.outcome.met'), state: 'done' },
            { value: 'not-met', label: t('term.outcome.not-met'), state: 'late' },
          ]}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {measurement && (
        <div className={styles.beside}>
          <MeasuredValue measurement={measurement} />
          {isNumber && measured !== null && (
            <Button onClick={() => setValue(Math.round(measured * 100) / 100)}>{t('criteria.takeMeasured')}</Button>
          )}
        </div>
      )}
      <SelectField
        name="step"
        label={t('criteria.step')}
        isRequired
        options={view.state.settings.steps.map(one => ({
          value: one,
          label: standing.steps[one] ? t('criteria.stepAgain', { step: t(`term.step.${one}`) }) : t(`term.step.${one}`),
        }))}
        value={step}
        onChange={setStep}
      />
      <NoteField name="note" label={t('criteria.note')} rows={2} value={note} onChange={setNote} />
      <EvidenceField name="evidence" label={t('criteria.evidence')} evidence={evidence} />
    </CommandForm>
  )
}
