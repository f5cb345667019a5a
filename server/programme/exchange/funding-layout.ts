// Planned money as a sheet: one line per village, source and year. What was paid is shown and can't be changed here. Pure.
import type { Command } from '../../../shared/programme/command.ts'
import type { ImportChange } from '../../../shared/programme/exchange-schema.ts'
import { PLANNED_AMOUNTS, type PlannedAmount } from '../../../shared/programme/facts.ts'
import { fundingCells } from '../../../shared/programme/funding-totals.ts'
import { keyOf } from '../../../shared/programme/state.ts'
import { yearOf } from '../../../shared/programme/working-calendar.ts'
import type { Words } from '../../../shared/words.ts'
import type { Workbook, WrittenWorkbook } from '../../spreadsheet/workbook.ts'
import type { ExchangeView, Reading, Wish } from './layout.ts'
import { createLineReader } from './line-reader.ts'
import { type Line, readTable, type SheetLayout, writeTable } from './sheet-table.ts'
import { doubled, ONLY_SHOWN, placesOn } from './wishes.ts'

type Key =
  | 'village'
  | 'source'
  | 'year'
  | 'villageName'
  | 'sourceTitle'
  | 'need'
  | 'allocated'
  | 'disbursed'
  | 'settled'
  | 'note'

const BOOKED_ELSEWHERE: Words = {
  vi: 'Giải ngân và quyết toán được ghi từng khoản trên trang Kinh phí, không sửa ở đây',
  en: 'Disbursements and settlements are entered one by one on the funding page, not here',
}

export const FUNDING_SHEET: SheetLayout<Key> = {
  vi: 'Kinh phí',
  en: 'Funding',
  columns: {
    village: { vi: 'Mã làng', en: 'Village id', kind: 'text', width: 18, isRequired: true },
    source: { vi: 'Mã nguồn', en: 'Source id', kind: 'text', width: 18, isRequired: true },
    year: { vi: 'Năm', en: 'Year', kind: 'text', width: 7, isRequired: true },
    villageName: { vi: 'Làng', en: 'Village', kind: 'text', width: 22, readOnly: ONLY_SHOWN },
    sourceTitle: { vi: 'Nguồn kinh phí', en: 'Source', kind: 'text', width: 40, readOnly: ONLY_SHOWN },
    need: { vi: 'Nhu cầu (đồng)', en: 'Need (đồng)', kind: 'money', width: 18 },
    allocated: { vi: 'Phân bổ (đồng)', en: 'Allocated (đồng)', kind: 'money', width: 18 },
    disbursed: { vi: 'Giải ngân (đồng)', en: 'Disbursed (đồng)', kind: 'money', width: 18, readOnly: BOOKED_ELSEWHERE },
    settled: { vi: 'Quyết toán (đồng)', en: 'Settled (đồng)', kind: 'money', width: 18, readOnly: BOOKED_ELSEWHERE },
    note: { vi: 'Ghi chú', en: 'Note', kind: 'text', width: 40 },
  },
}

const AMOUNT_TERMS: Readonly<Record<PlannedAmount, Words>> = {
  need: { vi: 'nhu cầu', en: 'need' },
  allocated: { vi: 'phân bổ', en: 'allocated' },
}

/** Every village and source of the years anything is known of, and of this one, so that empty cells can be filled in. */
export function writeFunding({ state, today }: ExchangeView, only?: number): WrittenWorkbook {
  const held = [...state.funding.values()].map(({ year }) => year)
  const years = only === undefined ? [...new Set([...held, yearOf(today)])].toSorted((a, b) => a - b) : [only]
  const cells = years.flatMap(year => fundingCells(state, { year }))
  const titles = new Map(state.plan?.fundingSources.map(({ id, title }) => [id, title]))
  return {
    sheets: [
      writeTable(
        FUNDING_SHEET,
        cells.map(({ village, source, year, amounts }) => ({
          village,
          source,
          year: String(year),
          villageName: state.villages.get(village)?.name ?? null,
          sourceTitle: titles.get(source) ?? null,
          ...amounts,
        })),
      ),
    ],
  }
}

export function readFunding(workbook: Workbook): Reading {
  const { lines, errors } = readTable(workbook, FUNDING_SHEET, { isOnly: true })
  const twice = doubled(lines, ['village', 'source', 'year'])
  return {
    errors: [...errors, ...twice],
    lines: lines.map(line => view => wishOf(line, view)),
    lineCount: lines.length,
    comparisons: [],
  }
}

function wishOf(line: Line<Key>, { state }: ExchangeView): Wish {
  const errors: Wish['errors'][number][] = []
  const reader = createLineReader(FUNDING_SHEET, line, errors)
  const [village, source, year] = [reader.id('village'), reader.id('source'), reader.whole('year')]
  if (year === null) reader.id('year')
  const commands: Command[] = []
  const changes: ImportChange[] = []
  const note = reader.text('note')
  if (village !== undefined && source !== undefined && typeof year === 'number') {
    const held = state.funding.get(keyOf.funding(village, source, year))?.amounts
    reader.unaltered('villageName', state.villages.get(village)?.name ?? null)
    reader.unaltered('sourceTitle', state.plan?.fundingSources.find(({ id }) => id === source)?.title ?? null)
    reader.unaltered('disbursed', held?.disbursed ?? null)
    reader.unaltered('settled', held?.settled ?? null)
    for (const kind of PLANNED_AMOUNTS) {
      const [before, amount] = [held?.[kind] ?? null, reader.dong(kind)]
      if (amount === null && before !== null && reader.has(kind)) reader.refuse(kind, 'amount-erased', ERASED)
      if (typeof amount !== 'number' || amount === before) continue
      commands.push({ command: 'plan-funding', data: { village, source, year, kind, amount, note } })
      const { vi, en } = AMOUNT_TERMS[kind]
      const name = state.villages.get(village)?.name ?? village
      changes.push({
        sheet: line.sheet,
        line: line.number,
        what: `${name}, ${source}, ${year}: ${vi}`,
        whatEn: `${name}, ${source}, ${year}: ${en}`,
        before: before === null ? null : dong(before),
        after: dong(amount),
      })
    }
  }
  const columns = { village: 'village', source: 'source', year: 'year', note: 'note' } as const
  return { commands, changes, errors, placeOf: placesOn(FUNDING_SHEET, line, columns) }
}

const ERASED: Words = {
  vi: 'Số tiền đã ghi không xóa được: nếu bằng không thì ghi 0',
  en: "An amount that was written down can't be erased: write 0 when it is zero",
}
const dong = (amount: number): string => `${amount.toLocaleString('vi-VN')} đồng`
