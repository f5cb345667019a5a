// How sure a fact is, in the words that lists show.
import { useTranslation } from 'react-i18next'
import type { Confidence } from '../../../shared/programme/facts.ts'
import { SelectField } from '../../kit/select-field.tsx'

const CONFIDENCES = ['confirmed', 'reported', 'declared', 'none'] as const satisfies readonly Confidence[]

type Props = { readonly value: Confidence; readonly onChange: (value: Confidence) => void }

export function ConfidenceField({ value, onChange }: Props) {
  const { t } = useTranslation('programme')
  return (
    <SelectField
      name="confidence"
      label={t('villages.form.confidence')}
      options={CONFIDENCES.map(one => ({ value: one, label: t(`term.confidence.${one}`) }))}
      value={value}
      onChange={next => next && onChange(next)}
    />
  )
}
