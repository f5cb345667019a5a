// What each village has been found to be under each indicator, and where its dossiers stand. Pure.
import { type IndicatorStanding, matrixOf } from '../../../shared/programme/assessment-standing.ts'
import { type FlatIndicator, targetWords } from '../../../shared/programme/criteria.ts'
import { dossierClock } from '../../../shared/programme/dossier.ts'
import type { AssessmentStep, CriteriaSet } from '../../../shared/programme/facts.ts'
import { STAGE_TERMS, STEP_TERMS } from '../../../shared/programme/refusal-terms.ts'
import type { DossierState } from '../../../shared/programme/state.ts'
import type { DossierRow, IndicatorRow } from '../../../shared/programme/village-row-schema.ts'
import type { Column, List, ListView } from './list.ts'
import { originColumns, originOf, unitNameOf, villageNameOf, villagesOf } from './row-parts.ts'
import { CLOCK_TERMS, OUTCOME_TERMS } from './terms.ts'

const stepColumn = (key: AssessmentStep): Column<IndicatorRow> => ({
  key,
  ...STEP_TERMS[key],
  kind: 'text',
  width: 14,
  terms: OUTCOME_TERMS,
})

/** Village × indicator of the view's set, by village; none when no set was chosen. */
export const INDICATORS: List<IndicatorRow> = {
  name: 'indicators',
  vi: 'Kết quả chỉ tiêu',
  en: 'Indicator results',
  columns: [
    { key: 'village', vi: 'Mã làng', en: 'Village id', kind: 'text', width: 18 },
    { key: 'villageName', vi: 'Làng', en: 'Village', kind: 'text', width: 22 },
    { key: 'set', vi: 'Bộ tiêu chí', en: 'Criteria set', kind: 'text', width: 16 },
    { key: 'illustrative', vi: 'Bộ minh họa', en: 'Illustrative set', kind: 'text', width: 12 },
    { key: 'indicator', vi: 'Mã chỉ tiêu', en: 'Indicator id', kind: 'text', width: 12 },
    { key: 'group', vi: 'Nhóm', en: 'Group', kind: 'text', width: 24 },
    { key: 'criterion', vi: 'Tiêu chí', en: 'Criterion', kind: 'text', width: 24 },
    { key: 'title', vi: 'Chỉ tiêu', en: 'Indicator', kind: 'text', width: 50 },
    { key: 'target', vi: 'Mức phải đạt', en: 'Target', kind: 'text', width: 16 },
    { key: 'ownerName', vi: 'Đơn vị thẩm định', en: 'Appraised by', kind: 'text', width: 28 },
    { key: 'outcome', vi: 'Kết quả', en: 'Outcome', kind: 'text', width: 12, terms: OUTCOME_TERMS },
    { key: 'step', vi: 'Bước', en: 'Step', kind: 'text', width: 22, terms: STEP_TERMS },
    { key: 'value', vi: 'Giá trị', en: 'Value', kind: 'number', width: 10 },
    { key: 'note', vi: 'Ghi chú', en: 'Note', kind: 'text', width: 40 },
    { key: 'evidence', vi: 'Số tệp minh chứng', en: 'Evidence files', kind: 'number', width: 11 },
    { key: 'assessedByName', vi: 'Đơn vị đánh giá', en: 'Assessed by', kind: 'text', width: 28 },
    stepColumn('self'),
    stepColumn('district'),
    stepColumn('department'),
    stepColumn('consolidation'),
    stepColumn('recognition'),
    ...originColumns<IndicatorRow>(),
  ],
  rowsOf: view => indicatorRows(view),
}

export function indicatorRows(view: ListView, only?: string): readonly IndicatorRow[] {
  const { state, set } = view
  if (!set) return []
  const villages = villagesOf(view).filter(({ id }) => only === undefined || id === only)
  const names = createNames(view)
  const matrix = matrixOf(
    state,
    set,
    villages.map(({ id }) => id),
  ).map(({ indicator, cells }) => ({ cells, about: aboutOf(indicator, set, names) }))
  return villages.flatMap(({ name }, at) =>
    matrix.flatMap(({ about, cells }) => {
      const cell = cells[at]
      return cell ? [indicatorRow(cell, name, about, names)] : []
    }),
  )
}

type Names = (unit: string | null) => string | null
/** Each unit is looked up once: the matrix names few of them thousands of times. */
function createNames(view: ListView): Names {
  const known = new Map<string | null, string | null>()
  return unit => {
    const held = known.get(unit)
    if (held !== undefined) return held
    const name = unitNameOf(view, unit)
    known.set(unit, name)
    return name
  }
}

type About = Pick<
  IndicatorRow,
  'set' | 'illustrative' | 'indicator' | 'position' | 'group' | 'criterion' | 'title' | 'target' | 'owner' | 'ownerName'
>
const aboutOf = ({ group, criterion, indicator, position }: FlatIndicator, set: CriteriaSet, names: Names): About => ({
  set: set.id,
  illustrative: set.illustrative,
  indicator: indicator.id,
  position,
  group: group.title,
  criterion: criterion.title,
  title: indicator.title,
  target: targetWords(indicator.target, 'vi'),
  owner: indicator.owner,
  ownerName: names(indicator.owner),
})

function indicatorRow(cell: IndicatorStanding, villageName: string, about: About, names: Names): IndicatorRow {
  const { village, outcome, step, result, steps, isSimulated } = cell
  return {
    village,
    villageName,
    ...about,
    outcome,
    step,
    value: result?.value ?? null,
    note: result?.note ?? null,
    evidence: result ? result.evidence.length : null,
    assessedBy: result?.unit ?? null,
    assessedByName: names(result?.unit ?? null),
    carriedFrom: result?.carriedFrom?.set ?? null,
    self: steps.self?.outcome ?? null,
    district: steps.district?.outcome ?? null,
    department: steps.department?.outcome ?? null,
    consolidation: steps.consolidation?.outcome ?? null,
    recognition: steps.recognition?.outcome ?? null,
    eventId: result?.eventId ?? null,
    by: result?.by ?? null,
    at: result?.at ?? null,
    isSimulated,
  }
}

export const DOSSIERS: List<DossierRow> = {
  name: 'dossiers',
  vi: 'Hồ sơ công nhận',
  en: 'Dossiers',
  columns: [
    { key: 'village', vi: 'Mã làng', en: 'Village id', kind: 'text', width: 18 },
    { key: 'villageName', vi: 'Làng', en: 'Village', kind: 'text', width: 22 },
    { key: 'round', vi: 'Lần', en: 'Round', kind: 'number', width: 7 },
    { key: 'set', vi: 'Bộ tiêu chí', en: 'Criteria set', kind: 'text', width: 16 },
    { key: 'stage', vi: 'Tình trạng', en: 'Stage', kind: 'text', width: 20, terms: STAGE_TERMS },
    { key: 'since', vi: 'Từ ngày', en: 'Since', kind: 'date', width: 13 },
    { key: 'unitName', vi: 'Đơn vị', en: 'Unit', kind: 'text', width: 28 },
    { key: 'note', vi: 'Ghi chú', en: 'Note', kind: 'text', width: 40 },
    { key: 'clock', vi: 'Đồng hồ', en: 'Clock', kind: 'text', width: 12, terms: CLOCK_TERMS },
    { key: 'usedDays', vi: 'Ngày làm việc đã dùng', en: 'Working days used', kind: 'number', width: 14 },
    { key: 'leftDays', vi: 'Ngày làm việc còn lại', en: 'Working days left', kind: 'number', width: 14 },
    { key: 'dueOn', vi: 'Hạn', en: 'Due on', kind: 'date', width: 13 },
    { key: 'isLate', vi: 'Trễ', en: 'Late', kind: 'text', width: 8 },
    { key: 'isCertain', vi: 'Lịch chắc chắn', en: 'Calendar certain', kind: 'text', width: 12 },
    ...originColumns<DossierRow>(),
  ],
  rowsOf: view =>
    [...view.state.dossiers.values()]
      .toSorted((a, b) => orderOf(view, a) - orderOf(view, b) || a.round - b.round)
      .flatMap(dossier => dossierRow(view, dossier)),
}

const orderOf = ({ state }: ListView, { village }: DossierState): number =>
  state.villages.get(village)?.order ?? Number.MAX_SAFE_INTEGER

export function dossierRow(view: ListView, dossier: DossierState): readonly DossierRow[] {
  const { state, day } = view
  const { village, round, set, moves } = dossier
  const last = moves.at(-1)
  if (!last) return []
  const { phase, usedDays, leftDays, dueOn, isLate, isCertain } = dossierClock(
    dossier,
    state.calendar,
    state.settings.appraisalWorkingDays,
    day,
  )
  return [
    {
      village,
      villageName: villageNameOf(view, village) ?? village,
      round,
      set,
      stage: last.to,
      since: last.on,
      unit: last.unit,
      unitName: unitNameOf(view, last.unit),
      note: last.note,
      clock: phase,
      usedDays,
      leftDays,
      dueOn,
      isLate,
      isCertain,
      eventId: last.eventId,
      ...originOf(moves),
    },
  ]
}
