// Which cell of the funding an entry is about: village, source and year, and what is known of it so far.
import { useTranslation } from 'react-i18next'
import type { ProgrammeState } from '../../../shared/programme/state.ts'
import { FieldRow } from '../../kit/form.tsx'
import type { FieldErrors } from '../../kit/form-errors.ts'
import { SelectField } from '../../kit/select-field.tsx'
import { moneyWords } from '../money-words.ts'
import { knownAt, type MissingField, type PlaceDraft } from './entry-draft.ts'
import styles from './funding.module.css'
import { sourceOptions, villageOptions } from './funding-names.ts'
import { YearField } from './year-field.tsx'

type Props = {
  readonly state: ProgrammeState
  readonly place: PlaceDraft
  readonly onChange: (change: Partial<PlaceDraft>) => void
}

export function PlaceFields({ state, place, onChange }: Props) {
  const { t } = useTranslation('programme')
  const known = knownAt(state, place)
  const words = (amount: number | null | undefined) =>
    amount === null || amount === undefined ? t('shell.unknown') : moneyWords(t, amount)
  return (
    <>
      <FieldRow>
        <SelectField
          name="village"
          label={t('funding.village')}
          isRequired
          options={villageOptions(state)}
          noneWords={t('funding.form.chooseVillage')}
          value={place.village}
          onChange={village => onChange({ village })}
        />
        <SelectField
          name="source"
          label={t('funding.source')}
          isRequired
          options={sourceOptions(state)}
          noneWords={t('funding.form.chooseSource')}
          value={place.source}
          onChange={source => onChange({ source })}
        />
        <YearField
          name="year"
          label={t('funding.year')}
          isRequired
          value={place.year}
          onChange={year => onChange({ year })}
        />
      </FieldRow>
      {known && (
        <p className={styles.known}>
          {t('funding.form.known', {
            need: words(known.need),
            allocated: words(known.allocated),
            disbursed: words(known.disbursed),
            settled: words(known.settled),
          })}
        </p>
      )}
    </>
  )
}

export function useMissingWords(): (fields: readonly MissingField[]) => FieldErrors {
  const { t } = useTranslation('programme')
  return fields => Object.fromEntries(fields.map(field => [field, t(`funding.form.missing.${field}`)]))
}
