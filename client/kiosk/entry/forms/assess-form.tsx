// Whether the village itself finds an indicator met: the figure, or met and not met; a note, pictures.
import { useState } from 'react'
import type { IndicatorChoice } from '../../../../shared/entry/choices.ts'
import { judge, targetWords } from '../../../../shared/programme/criteria.ts'
import type { Outcome } from '../../../../shared/programme/facts.ts'
import type { FieldErrors } from '../../../kit/form-errors.ts'
import { NumberField } from '../../../kit/number-field.tsx'
import { RadioGroup } from '../../../kit/radio-group.tsx'
import { StateMark } from '../../../kit/state-mark.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { typedData } from '../edited-entry.ts'
import { useEntryWords } from '../entry-hooks.ts'
import { PhotographField } from '../photograph-field.tsx'
import type { ReducedPhotograph } from '../reduce-photograph.ts'
import { EntryForm, type EntryFormProps } from './entry-form.tsx'

type Props = EntryFormProps & { readonly indicator: IndicatorChoice; readonly villageName: string }

export function AssessForm({ indicator, villageName, ...rest }: Props) {
  const { t, language } = useEntryWords()
  const { village, set, id, target } = indicator
  const typed = typedData(rest.edited, 'assess-indicator')
  const [chosen, setChosen] = useState<Outcome | undefined>((typed ?? indicator).outcome ?? undefined)
  const [value, setValue] = useState<number | undefined>((typed ?? indicator).value ?? undefined)
  const [note, setNote] = useState(typed?.note ?? '')
  const [photographs, setPhotographs] = useState<readonly ReducedPhotograph[]>(rest.edited?.photographs ?? [])
  const isNumber = target.kind === 'number'
  const outcome = isNumber ? (judge(target, value ?? null) ?? undefined) : chosen
  const check = (): FieldErrors =>
    outcome ? {} : isNumber ? { value: t('form.missingValue') } : { outcome: t('form.missingOutcome') }
  return (
    <EntryForm
      {...rest}
      title={`${villageName}: ${id} ${indicator.title}`}
      description={
        <>
          <p>
            {t('form.target')}: <strong>{targetWords(target, language)}</strong>
            {indicator.isIllustrative && ` · ${t('illustrative')}`}
          </p>
          {indicator.evidence !== null && <p>{`${t('form.proof')}: ${indicator.evidence}`}</p>}
        </>
      }
      about={`${villageName}: ${id} ${indicator.title}`}
      version={indicator.version}
      photographs={photographs}
      check={check}
      make={() =>
        outcome && {
          command: 'assess-indicator',
          data: {
            village,
            set,
            indicator: id,
            step: 'self',
            outcome,
            value: isNumber ? (value ?? null) : null,
            note: note.trim() === '' ? null : note.trim(),
            evidence: [],
          },
        }
      }
    >
      {isNumber ? (
        <>
          <NumberField
            name="value"
            label={t('form.value')}
            isRequired
            unit={target.unit}
            value={value}
            onChange={setValue}
            words={{ notUnderstood: t('form.valueUnclear') }}
          />
          {outcome && (
            <p role="status">
              <StateMark state={outcome === 'met' ? 'done' : 'late'} word={t(`term.outcome.${outcome}`)} />
            </p>
          )}
        </>
      ) : (
        <RadioGroup
          name="outcome"
          label={t('form.outcome')}
          isRequired
          options={[
            { value: 'met', label: t('term.outcome.met'), state: 'done' },
            { value: 'not-met', label: t('term.outcome.not-met'), state: 'late' },
          ]}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <TextArea name="note" label={t('form.note')} note={t('optional')} rows={2} value={note} onChange={setNote} />
      <PhotographField
        name="evidence"
        label={t('form.photographs')}
        note={t('optional')}
        photographs={photographs}
        onChange={setPhotographs}
      />
    </EntryForm>
  )
}
