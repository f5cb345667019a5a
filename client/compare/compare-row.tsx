// One row of a column: what it is, and what it is in this village. Its line stands level with that of the other columns.
import type { ReactNode } from 'react'

type Props = { readonly label: string; readonly value: ReactNode }

export function CompareRow({ label, value }: Props) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
