// Which village something is about, or none of them.
import { SelectField } from '../kit/select-field.tsx'
import { useRegistry } from '../registry/registry-query.ts'

type Props = {
  readonly label: string
  /** What none of them means. */
  readonly noneWords: string
  readonly value: string | undefined
  readonly onChange: (village: string | undefined) => void
}

export function VillageField({ label, noneWords, value, onChange }: Props) {
  const { data: registry } = useRegistry()
  const villages = registry?.villages.toSorted((a, b) => a.order - b.order) ?? []
  return (
    <SelectField
      name="village"
      label={label}
      noneWords={noneWords}
      options={villages.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  )
}
