// The villages, each with all that the programme knows of it at a glance. Pure.
import { type StandingCounts, villageStanding } from '../../../shared/programme/assessment-standing.ts'
import { dossierClock, newestDossier, stageOf } from '../../../shared/programme/dossier.ts'
import type { VillageFactKey } from '../../../shared/programme/facts.ts'
import { type Forecast, forecastOf } from '../../../shared/programme/forecast.ts'
import { recognitionOf } from '../../../shared/programme/recognition-progress.ts'
import { STAGE_TERMS } from '../../../shared/programme/refusal-terms.ts'
import type { VillageState } from '../../../shared/programme/state.ts'
import { districtStepOf, planDistrictOf, villageUnitOn } from '../../../shared/programme/units.ts'
import type { VillageFactRow, VillageRow } from '../../../shared/programme/village-row-schema.ts'
import type { List, ListView } from './list.ts'
import { originColumns, originOf, unitNameOf, villagesOf } from './row-parts.ts'
import {
  CONFIDENCE_TERMS,
  FORECAST_TERMS,
  RECOGNITION_BASIS_TERMS,
  RECOGNITION_TERMS,
  VILLAGE_FACT_TERMS,
} from './terms.ts'

export const VILLAGES: List<VillageRow> = {
  name: 'villages',
  vi: 'Làng thông minh',
  en: 'Smart villages',
  columns: [
    { key: 'id', vi: 'Mã làng', en: 'Village id', kind: 'text', width: 18 },
    { key: 'name', vi: 'Làng', en: 'Village', kind: 'text', width: 22 },
    { key: 'plannedYear', vi: 'Năm kế hoạch', en: 'Planned year', kind: 'year', width: 13 },
    { key: 'unit', vi: 'Mã xã, phường', en: 'Commune id', kind: 'text', width: 16 },
    { key: 'unitName', vi: 'Xã, phường', en: 'Commune', kind: 'text', width: 24 },
    { key: 'districtStepName', vi: 'Đơn vị sơ khảo', en: 'Preliminary step by', kind: 'text', width: 24 },
    { key: 'recognition', vi: 'Công nhận', en: 'Recognition', kind: 'text', width: 14, terms: RECOGNITION_TERMS },
    { key: 'recognisedOn', vi: 'Ngày công nhận', en: 'Recognised on', kind: 'date', width: 14 },
    {
      key: 'recognitionBasis',
      vi: 'Ngày này là',
      en: 'That day is',
      kind: 'text',
      width: 18,
      terms: RECOGNITION_BASIS_TERMS,
    },
    { key: 'recognitionDecision', vi: 'Quyết định', en: 'Decision', kind: 'text', width: 22 },
    {
      key: 'recognitionConfidence',
      vi: 'Độ tin cậy',
      en: 'Confidence',
      kind: 'text',
      width: 16,
      terms: CONFIDENCE_TERMS,
    },
    { key: 'recognitionSource', vi: 'Nguồn', en: 'Source', kind: 'text', width: 40 },
    { key: 'set', vi: 'Bộ tiêu chí', en: 'Criteria set', kind: 'text', width: 16 },
    { key: 'met', vi: 'Chỉ tiêu đạt', en: 'Indicators met', kind: 'number', width: 12 },
    { key: 'notMet', vi: 'Chưa đạt', en: 'Not met', kind: 'number', width: 10 },
    { key: 'open', vi: 'Chưa đánh giá', en: 'Not assessed', kind: 'number', width: 13 },
    { key: 'total', vi: 'Tổng chỉ tiêu', en: 'Indicators', kind: 'number', width: 12 },
    { key: 'dossierStage', vi: 'Hồ sơ', en: 'Dossier', kind: 'text', width: 18, terms: STAGE_TERMS },
    { key: 'dossierUsedDays', vi: 'Ngày làm việc đã dùng', en: 'Working days used', kind: 'number', width: 14 },
    { key: 'dossierDueOn', vi: 'Hạn thẩm định', en: 'Appraisal due', kind: 'date', width: 14 },
    { key: 'dossierIsLate', vi: 'Trễ thẩm định', en: 'Appraisal late', kind: 'text', width: 13 },
    { key: 'forecast', vi: 'Dự báo', en: 'Forecast', kind: 'text', width: 16, terms: FORECAST_TERMS },
    { key: 'forecastOn', vi: 'Ngày dự báo', en: 'Forecast for', kind: 'date', width: 14 },
    { key: 'blockingIndicator', vi: 'Mã chỉ tiêu vướng', en: 'Blocking indicator id', kind: 'text', width: 12 },
    { key: 'blockingTitle', vi: 'Chỉ tiêu vướng', en: 'Blocking indicator', kind: 'text', width: 40 },
    { key: 'blockingOwnerName', vi: 'Đơn vị phụ trách', en: 'Its owner', kind: 'text', width: 28 },
    { key: 'blockingDays', vi: 'Số ngày vướng', en: 'Days open', kind: 'number', width: 12 },
    { key: 'hamlets', ...VILLAGE_FACT_TERMS.hamlets, kind: 'text', width: 20 },
    { key: 'workingGroup', ...VILLAGE_FACT_TERMS['working-group'], kind: 'text', width: 30 },
    { key: 'operatingTeam', ...VILLAGE_FACT_TERMS['operating-team'], kind: 'text', width: 30 },
    { key: 'operatingRegulation', ...VILLAGE_FACT_TERMS['operating-regulation'], kind: 'text', width: 30 },
    { key: 'speciality', ...VILLAGE_FACT_TERMS.speciality, kind: 'text', width: 30 },
    { key: 'organisation', ...VILLAGE_FACT_TERMS.organisation, kind: 'text', width: 30 },
    { key: 'ocopProduct', ...VILLAGE_FACT_TERMS['ocop-product'], kind: 'text', width: 30 },
    { key: 'ocopStars', ...VILLAGE_FACT_TERMS['ocop-stars'], kind: 'number', width: 10 },
    { key: 'lon', vi: 'Kinh độ', en: 'Longitude', kind: 'number', width: 11 },
    { key: 'lat', vi: 'Vĩ độ', en: 'Latitude', kind: 'number', width: 11 },
    ...originColumns<VillageRow>(),
  ],
  rowsOf: view => villagesOf(view).map(village => villageRowOf(view, village)),
}

export function villageRowOf(view: ListView, village: VillageState): VillageRow {
  const { id, name, order, plannedYear, centre, facts, milestones, recognition } = village
  const standing = view.set ? villageStanding(view.state, id, view.set) : undefined
  return {
    id,
    name,
    order,
    plannedYear,
    lon: centre?.[0] ?? null,
    lat: centre?.[1] ?? null,
    ...placeOf(view, village),
    ...recognitionPart(view, village),
    ...standingPart(view, standing?.counts),
    ...dossierPart(view, village),
    ...forecastPart(view, forecastOf(view.state, id, view.day)),
    hamlets: factText(village, 'hamlets'),
    workingGroup: factText(village, 'working-group'),
    operatingTeam: factText(village, 'operating-team'),
    operatingRegulation: factText(village, 'operating-regulation'),
    speciality: factText(village, 'speciality'),
    organisation: factText(village, 'organisation'),
    ocopProduct: factText(village, 'ocop-product'),
    ocopStars: ocopStarsOf(village),
    ...originWith(standing?.isSimulated === true, originOf([...Object.values(facts), ...milestones, recognition])),
  }
}

/** Every fact of a village with its source. */
export const villageFactsOf = ({ facts }: VillageState): readonly VillageFactRow[] =>
  Object.entries(facts).map(([fact, { value, on, document, source, confidence, ...stamp }]) => ({
    fact,
    value,
    on,
    document,
    source,
    confidence,
    ...originOf([stamp]),
  }))

function placeOf(
  view: ListView,
  village: VillageState,
): Pick<VillageRow, 'unit' | 'unitName' | 'districtStep' | 'districtStepName'> {
  const { state, units, day, basis } = view
  const unit = basis === 'plan' ? village.links[0]?.unit : villageUnitOn(village, day)
  const step = districtStepOf(state, units, village, day)
  const holder = basis === 'plan' ? planDistrictOf(units, village) : step.kind === 'unit' ? step.unit : undefined
  return {
    unit: unit ?? null,
    unitName: unitNameOf(view, unit ?? null),
    districtStep: holder?.id ?? null,
    districtStepName: holder?.name ?? null,
  }
}

type RecognitionPart = Pick<
  VillageRow,
  | 'recognition'
  | 'recognisedOn'
  | 'recognitionBasis'
  | 'recognitionDecision'
  | 'recognitionConfidence'
  | 'recognitionSource'
>
function recognitionPart({ state }: ListView, village: VillageState): RecognitionPart {
  const standing = recognitionOf(state, village)
  const isRecognised = standing.kind === 'recognised'
  return {
    recognition: standing.kind,
    recognisedOn: isRecognised ? standing.on : null,
    recognitionBasis: isRecognised ? standing.basis : null,
    recognitionDecision: village.recognition?.decision ?? null,
    recognitionConfidence: village.recognition?.confidence ?? null,
    recognitionSource: village.recognition?.source ?? null,
  }
}

/** Counts of a set whose indicators aren't at hand are unknown, not zero. */
function standingPart(
  view: ListView,
  counts: StandingCounts | undefined,
): Pick<VillageRow, 'set' | 'met' | 'notMet' | 'open' | 'total'> {
  const isKnown = counts !== undefined && counts.total !== null
  return {
    set: view.set?.id ?? null,
    met: isKnown ? counts.met : null,
    notMet: isKnown ? counts.notMet : null,
    open: counts?.open ?? null,
    total: counts?.total ?? null,
  }
}

type DossierPart = Pick<
  VillageRow,
  'dossierRound' | 'dossierStage' | 'dossierUsedDays' | 'dossierDueOn' | 'dossierIsLate'
>
function dossierPart({ state, day }: ListView, { id }: VillageState): DossierPart {
  const dossier = newestDossier(state, id)
  const clock = dossier && dossierClock(dossier, state.calendar, state.settings.appraisalWorkingDays, day)
  return {
    dossierRound: dossier?.round ?? null,
    dossierStage: dossier ? stageOf(dossier) : null,
    dossierUsedDays: clock?.usedDays ?? null,
    dossierDueOn: clock?.dueOn ?? null,
    dossierIsLate: clock?.isLate ?? null,
  }
}

type ForecastPart = Pick<
  VillageRow,
  | 'forecast'
  | 'forecastOn'
  | 'forecastIsCertain'
  | 'blockingIndicator'
  | 'blockingTitle'
  | 'blockingOwner'
  | 'blockingOwnerName'
  | 'blockingDays'
>
export function forecastPart(view: ListView, forecast: Forecast): ForecastPart {
  const blocking = forecast.kind === 'recognised' ? null : forecast.blocking
  return {
    forecast: forecast.kind,
    forecastOn: forecast.kind === 'expected' ? forecast.on : null,
    forecastIsCertain: forecast.kind === 'expected' ? forecast.isCertain : null,
    blockingIndicator: blocking?.indicator.indicator.id ?? null,
    blockingTitle: blocking?.indicator.indicator.title ?? null,
    blockingOwner: blocking?.owner ?? null,
    blockingOwnerName: unitNameOf(view, blocking?.owner ?? null),
    blockingDays: blocking?.openDays ?? null,
  }
}

function factText({ facts }: VillageState, fact: VillageFactKey): string | null {
  const value = facts[fact]?.value
  return value === undefined || value === null ? null : String(value)
}

function ocopStarsOf({ facts }: VillageState): number | null {
  const value = facts['ocop-stars']?.value
  return typeof value === 'number' ? value : null
}

const originWith = <T extends { readonly isSimulated: boolean }>(isSimulated: boolean, origin: T): T =>
  isSimulated ? { ...origin, isSimulated } : origin
