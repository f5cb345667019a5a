// A day and a time of the province's clock, side by side.
import { useTranslation } from 'react-i18next'
import { FieldRow } from '../kit/form.tsx'
import type { FieldErrors } from '../kit/form-errors.ts'
import { TextField } from '../kit/text-field.tsx'
import { DayField } from '../programme/fields.tsx'
import { isClock, type TypedMoment } from './moment-text.ts'

type Props = {
  readonly name: string
  readonly label: string
  readonly value: TypedMoment
  readonly onChange: (value: TypedMoment) => void
}

export function MomentField({ name, label, value, onChange }: Props) {
  const { t } = useTranslation('desk')
  return (
    <FieldRow>
      <DayField name={name} label={label} isRequired value={value.day} onChange={day => onChange({ ...value, day })} />
      <TextField
        name={`${name}Clock`}
        label={t('form.clock')}
        hint={t('form.clockHint')}
        isRequired
        maxLength={8}
        value={value.clock}
        onChange={clock => onChange({ ...value, clock })}
      />
    </FieldRow>
  )
}

/** What is missing of a moment, by field. */
export function useMomentFaults(): (name: string, value: TypedMoment) => FieldErrors {
  const { t } = useTranslation('desk')
  return (name, { day, clock }) => ({
    ...(day === undefined ? { [name]: t('form.dayMissing') } : {}),
    ...(isClock(clock) ? {} : { [`${name}Clock`]: t('form.clockWrong') }),
  })
}
