// A year of the programme's money and plans, from a list: a figure field would write it with a thousands point.
import { LIMITS } from '../../../shared/programme/decide-limits.ts'
import { SelectField, type SelectFieldProps } from '../../kit/select-field.tsx'

type Props = Omit<SelectFieldProps<string>, 'options' | 'value' | 'onChange'> & {
  readonly value: number | undefined
  readonly onChange: (year: number | undefined) => void
}

const { min, max } = LIMITS.year
const OPTIONS = Array.from({ length: max - min + 1 }, (_, at) => ({ value: String(min + at), label: String(min + at) }))

export function YearField({ value, onChange, ...rest }: Props) {
  return (
    <SelectField
      {...rest}
      options={OPTIONS}
      value={value === undefined ? undefined : String(value)}
      onChange={year => onChange(year === undefined ? undefined : Number(year))}
    />
  )
}
