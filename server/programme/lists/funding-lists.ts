// Money by village, source and year, and the notes of its supervision. Pure.
import { subjectOf } from '../../../shared/programme/event.ts'
import { type FundingFilter, fundingCells } from '../../../shared/programme/funding-totals.ts'
import type { FundingRow, SupervisionRow } from '../../../shared/programme/work-row-schema.ts'
import type { List, ListView } from './list.ts'
import { originColumns, originOf, simulatedColumn, unitNameOf, villageNameOf } from './row-parts.ts'

export const FUNDING: List<FundingRow> = {
  name: 'funding',
  vi: 'Kinh phí',
  en: 'Funding',
  columns: [
    { key: 'village', vi: 'Mã làng', en: 'Village id', kind: 'text', width: 18 },
    { key: 'villageName', vi: 'Làng', en: 'Village', kind: 'text', width: 22 },
    { key: 'source', vi: 'Mã nguồn', en: 'Source id', kind: 'text', width: 16 },
    { key: 'sourceTitle', vi: 'Nguồn kinh phí', en: 'Source', kind: 'text', width: 36 },
    { key: 'year', vi: 'Năm', en: 'Year', kind: 'year', width: 7 },
    { key: 'need', vi: 'Nhu cầu (đồng)', en: 'Need (đồng)', kind: 'money', width: 18 },
    { key: 'allocated', vi: 'Phân bổ (đồng)', en: 'Allocated (đồng)', kind: 'money', width: 18 },
    { key: 'disbursed', vi: 'Giải ngân (đồng)', en: 'Disbursed (đồng)', kind: 'money', width: 18 },
    { key: 'settled', vi: 'Quyết toán (đồng)', en: 'Settled (đồng)', kind: 'money', width: 18 },
    { key: 'disbursements', vi: 'Số lần giải ngân', en: 'Disbursements', kind: 'number', width: 11 },
    { key: 'settlements', vi: 'Số lần quyết toán', en: 'Settlements', kind: 'number', width: 11 },
    { key: 'lastBookedOn', vi: 'Lần ghi gần nhất', en: 'Last booked on', kind: 'date', width: 14 },
    simulatedColumn(),
  ],
  rowsOf: view => fundingRows(view),
}

/** A row for each village × source × year of which anything is known, so that what nobody wrote down shows as unknown. */
export function fundingRows(view: ListView, filter: FundingFilter = {}): readonly FundingRow[] {
  const { state } = view
  const titles = new Map(state.plan?.fundingSources.map(({ id, title }) => [id, title]))
  return fundingCells(state, filter).map(({ village, source, year, amounts, bookings, lastBookedOn, isSimulated }) => ({
    village,
    villageName: villageNameOf(view, village),
    source,
    sourceTitle: titles.get(source) ?? null,
    year,
    ...amounts,
    disbursements: bookings.disbursed,
    settlements: bookings.settled,
    lastBookedOn,
    eventId: state.versions.get(subjectOf.funding(village, source, year)) ?? null,
    isSimulated,
  }))
}

/** The newest note of each village and year. */
export const SUPERVISION: List<SupervisionRow> = {
  name: 'supervision',
  vi: 'Giám sát kinh phí',
  en: 'Supervision of funding',
  columns: [
    { key: 'village', vi: 'Mã làng', en: 'Village id', kind: 'text', width: 18 },
    { key: 'villageName', vi: 'Làng (trống: toàn tỉnh)', en: 'Village (empty: province)', kind: 'text', width: 24 },
    { key: 'year', vi: 'Năm', en: 'Year', kind: 'year', width: 7 },
    { key: 'on', vi: 'Ngày', en: 'Day', kind: 'date', width: 13 },
    { key: 'unitName', vi: 'Đơn vị', en: 'Unit', kind: 'text', width: 28 },
    { key: 'text', vi: 'Nội dung', en: 'Text', kind: 'text', width: 60 },
    { key: 'notes', vi: 'Số lần ghi', en: 'Notes', kind: 'number', width: 10 },
    ...originColumns<SupervisionRow>(),
  ],
  rowsOf: view =>
    [...view.state.supervision.values()]
      .toSorted((a, b) => b.year - a.year || (a.on < b.on ? 1 : -1))
      .map(({ village, year, on, unit, text, notes, ...stamp }) => ({
        village,
        villageName: villageNameOf(view, village),
        year,
        on,
        unit,
        unitName: unitNameOf(view, unit),
        text,
        notes,
        eventId: stamp.eventId,
        ...originOf([stamp]),
      })),
}
