// The order of a table's rows: Vietnamese alphabet, numbers by size, unknown always last. Pure.
export type SortValue = string | number | undefined
export type Sort = { readonly key: string; readonly direction: 'ascending' | 'descending' }

const collator = new Intl.Collator('vi', { numeric: true, sensitivity: 'variant' })

function compareKnown(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a), String(b))
}

/** A new list; rows that compare as equal keep the order they came in, whichever the direction. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: Sort['direction'],
): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1
  return rows
    .map(row => ({ row, value: valueOf(row) }))
    .sort((a, b) => {
      if (a.value === undefined || b.value === undefined)
        return Number(a.value === undefined) - Number(b.value === undefined)
      return sign * compareKnown(a.value, b.value)
    })
    .map(({ row }) => row)
}

/** Up, down, and back to the order the rows came in, which means something too (the plan's). */
export function nextSort(current: Sort | undefined, key: string): Sort | undefined {
  if (current?.key !== key) return { key, direction: 'ascending' }
  return current.direction === 'ascending' ? { key, direction: 'descending' } : undefined
}

/** As an address has it: "lead", or "-lead" for the other way round; undefined = the order the rows came in. */
export const sortText = (sort: Sort | undefined): string | undefined =>
  sort && `${sort.direction === 'descending' ? '-' : ''}${sort.key}`

export function sortFrom(text: string | null): Sort | undefined {
  if (text === null || text === '' || text === '-') return undefined
  return text.startsWith('-') ? { key: text.slice(1), direction: 'descending' } : { key: text, direction: 'ascending' }
}
