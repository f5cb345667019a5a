// The two sheets of a criteria set: one line per set, and one per indicator with the group and criterion it belongs to. A line
// may stop at the group or the criterion: one that has nothing in it yet. Only words and columns; no reading, no judgement.
import type { CriteriaSet, Indicator, Measure, Target } from '../../../shared/programme/facts.ts'
import type { Words } from '../../../shared/words.ts'
import type { Cell, WrittenWorkbook } from '../../spreadsheet/workbook.ts'
import { type SheetLayout, writeTable } from './sheet-table.ts'

export type SetKey =
  | 'id'
  | 'title'
  | 'decision'
  | 'issuedOn'
  | 'validFrom'
  | 'validTo'
  | 'illustrative'
  | 'knownIndicatorCount'
  | 'predecessor'
  | 'source'
  | 'note'
export const SETS_SHEET: SheetLayout<SetKey> = {
  vi: 'Bộ tiêu chí',
  en: 'Criteria sets',
  columns: {
    id: { vi: 'Mã bộ tiêu chí', en: 'Set id', kind: 'text', width: 18, isRequired: true },
    title: { vi: 'Tên', en: 'Title', kind: 'text', width: 60, isRequired: true },
    decision: { vi: 'Quyết định', en: 'Decision', kind: 'text', width: 20 },
    issuedOn: { vi: 'Ngày ban hành', en: 'Issued on', kind: 'date', width: 14 },
    validFrom: { vi: 'Hiệu lực từ', en: 'Valid from', kind: 'date', width: 14, isRequired: true },
    validTo: { vi: 'Hết hiệu lực từ', en: 'Valid until before', kind: 'date', width: 14 },
    illustrative: { vi: 'Minh họa', en: 'Illustrative', kind: 'text', width: 11, isRequired: true },
    knownIndicatorCount: { vi: 'Số chỉ tiêu theo văn bản', en: 'Indicators known of', kind: 'number', width: 14 },
    predecessor: { vi: 'Bộ trước', en: 'Predecessor', kind: 'text', width: 18 },
    source: { vi: 'Nguồn', en: 'Source', kind: 'text', width: 60, isRequired: true },
    note: { vi: 'Ghi chú', en: 'Note', kind: 'text', width: 60 },
  },
}

export type IndicatorKey =
  | 'set'
  | 'group'
  | 'groupTitle'
  | 'criterion'
  | 'criterionTitle'
  | 'id'
  | 'title'
  | 'targetKind'
  | 'operator'
  | 'value'
  | 'unit'
  | 'targetText'
  | 'owner'
  | 'evidence'
  | 'measure'
  | 'quantity'
  | 'statistic'
  | 'windowDays'
export const INDICATORS_SHEET: SheetLayout<IndicatorKey> = {
  vi: 'Chỉ tiêu',
  en: 'Indicators',
  columns: {
    set: { vi: 'Mã bộ tiêu chí', en: 'Set id', kind: 'text', width: 18, isRequired: true },
    group: { vi: 'Mã nhóm', en: 'Group id', kind: 'text', width: 14, isRequired: true },
    groupTitle: { vi: 'Nhóm', en: 'Group', kind: 'text', width: 30, isRequired: true },
    criterion: { vi: 'Mã tiêu chí', en: 'Criterion id', kind: 'text', width: 14 },
    criterionTitle: { vi: 'Tiêu chí', en: 'Criterion', kind: 'text', width: 30 },
    id: { vi: 'Mã chỉ tiêu', en: 'Indicator id', kind: 'text', width: 12 },
    title: { vi: 'Chỉ tiêu', en: 'Indicator', kind: 'text', width: 60 },
    targetKind: { vi: 'Kiểu mức', en: 'Target kind', kind: 'text', width: 12 },
    operator: { vi: 'So sánh', en: 'Operator', kind: 'text', width: 9 },
    value: { vi: 'Mức', en: 'Target value', kind: 'number', width: 9 },
    unit: { vi: 'Đơn vị tính', en: 'Target unit', kind: 'text', width: 11 },
    targetText: { vi: 'Mức bằng lời', en: 'Target text', kind: 'text', width: 40 },
    owner: { vi: 'Mã đơn vị thẩm định', en: 'Owner id', kind: 'text', width: 18 },
    evidence: { vi: 'Minh chứng', en: 'Evidence', kind: 'text', width: 40 },
    measure: { vi: 'Phép đo', en: 'Measure', kind: 'text', width: 22 },
    quantity: { vi: 'Đại lượng đo', en: 'Measured quantity', kind: 'text', width: 14 },
    statistic: { vi: 'Thống kê', en: 'Statistic', kind: 'text', width: 11 },
    windowDays: { vi: 'Số ngày đo', en: 'Window (days)', kind: 'number', width: 10 },
  },
}

type Operator = Extract<Target, { kind: 'number' }>['operator']
type Statistic = Extract<Measure, { kind: 'statistic' }>['statistic']

export const TARGET_TERMS: Readonly<Record<Target['kind'], Words>> = {
  boolean: { vi: 'có/không', en: 'yes/no' },
  number: { vi: 'số', en: 'number' },
  text: { vi: 'lời', en: 'text' },
}
export const OPERATOR_TERMS: Readonly<Record<Operator, Words>> = {
  '>=': { vi: '≥', en: 'at least' },
  '>': { vi: '>', en: 'more than' },
  '<=': { vi: '≤', en: 'at most' },
  '<': { vi: '<', en: 'less than' },
  '=': { vi: '=', en: 'exactly' },
}
export const MEASURE_TERMS: Readonly<Record<Measure['kind'], Words>> = {
  'reporting-stations': { vi: 'trạm có số liệu', en: 'reporting stations' },
  coverage: { vi: 'độ phủ số liệu', en: 'coverage' },
  statistic: { vi: 'thống kê', en: 'statistic' },
}
export const STATISTIC_TERMS: Readonly<Record<Statistic, Words>> = {
  mean: { vi: 'trung bình', en: 'mean' },
  min: { vi: 'nhỏ nhất', en: 'min' },
  max: { vi: 'lớn nhất', en: 'max' },
}
export const YES_NO_WORDS = { true: 'Có', false: 'Không' } as const

type Row<Key extends string> = Readonly<Partial<Record<Key, Cell>>>
const dateCell = (day: string | null): Cell => (day === null ? null : { date: day })

export function writeCriteria(sets: readonly CriteriaSet[]): WrittenWorkbook {
  return {
    sheets: [writeTable(SETS_SHEET, sets.map(setRow)), writeTable(INDICATORS_SHEET, sets.flatMap(indicatorRows))],
  }
}

const setRow = (set: CriteriaSet): Row<SetKey> => ({
  id: set.id,
  title: set.title,
  decision: set.decision,
  issuedOn: dateCell(set.issuedOn),
  validFrom: dateCell(set.validFrom),
  validTo: dateCell(set.validTo),
  illustrative: YES_NO_WORDS[set.illustrative ? 'true' : 'false'],
  knownIndicatorCount: set.knownIndicatorCount,
  predecessor: set.predecessor,
  source: set.source,
  note: set.note,
})

function indicatorRows(set: CriteriaSet): Row<IndicatorKey>[] {
  return set.groups.flatMap(group => {
    const ofGroup = { set: set.id, group: group.id, groupTitle: group.title }
    if (group.criteria.length === 0) return [ofGroup]
    return group.criteria.flatMap((criterion): Row<IndicatorKey>[] => {
      const ofCriterion = { ...ofGroup, criterion: criterion.id, criterionTitle: criterion.title }
      if (criterion.indicators.length === 0) return [ofCriterion]
      return criterion.indicators.map(indicator => ({ ...ofCriterion, ...indicatorCells(indicator) }))
    })
  })
}

const indicatorCells = ({ id, title, target, owner, evidence, measure }: Indicator): Row<IndicatorKey> => ({
  id,
  title,
  owner,
  evidence,
  targetKind: TARGET_TERMS[target.kind].vi,
  ...targetCells(target),
  ...(measure ? measureCells(measure) : {}),
})

function targetCells(target: Target): Row<IndicatorKey> {
  if (target.kind === 'text') return { targetText: target.text }
  if (target.kind === 'boolean') return {}
  return { operator: OPERATOR_TERMS[target.operator].vi, value: target.value, unit: target.unit }
}

const measureCells = (measure: Measure): Row<IndicatorKey> => ({
  measure: MEASURE_TERMS[measure.kind].vi,
  quantity: measure.kind === 'reporting-stations' ? null : measure.quantity,
  statistic: measure.kind === 'statistic' ? STATISTIC_TERMS[measure.statistic].vi : null,
  windowDays: measure.windowDays,
})
