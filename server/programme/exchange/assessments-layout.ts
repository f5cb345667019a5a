// Results of indicators as a sheet: one line per village, indicator and step. A line without an outcome changes nothing. Pure.
import { indicatorStandings } from '../../../shared/programme/assessment-standing.ts'
import { indicatorsOf, setOn, targetWords } from '../../../shared/programme/criteria.ts'
import type { ImportChange } from '../../../shared/programme/exchange-schema.ts'
import { ASSESSMENT_STEPS, type Outcome, type StepResult } from '../../../shared/programme/facts.ts'
import { STEP_TERMS } from '../../../shared/programme/refusal-terms.ts'
import { keyOf, type ProgrammeState, type SetState } from '../../../shared/programme/state.ts'
import type { Words } from '../../../shared/words.ts'
import type { Workbook, WrittenWorkbook } from '../../spreadsheet/workbook.ts'
import { OUTCOME_TERMS } from '../lists/terms.ts'
import type { ExchangeView, Reading, Wish } from './layout.ts'
import { createLineReader, type LineReader } from './line-reader.ts'
import { type Line, readTable, type SheetLayout, writeTable } from './sheet-table.ts'
import { doubled, ONLY_SHOWN, placesOn, tidied } from './wishes.ts'

type Key = 'village' | 'set' | 'indicator' | 'villageName' | 'title' | 'target' | 'step' | 'outcome' | 'value' | 'note'

export const ASSESSMENTS_SHEET: SheetLayout<Key> = {
  vi: 'Đánh giá',
  en: 'Assessments',
  columns: {
    village: { vi: 'Mã làng', en: 'Village id', kind: 'text', width: 18, isRequired: true },
    set: { vi: 'Bộ tiêu chí', en: 'Criteria set', kind: 'text', width: 16, isRequired: true },
    indicator: { vi: 'Mã chỉ tiêu', en: 'Indicator id', kind: 'text', width: 12, isRequired: true },
    villageName: { vi: 'Làng', en: 'Village', kind: 'text', width: 22, readOnly: ONLY_SHOWN },
    title: { vi: 'Chỉ tiêu', en: 'Indicator', kind: 'text', width: 60, readOnly: ONLY_SHOWN },
    target: { vi: 'Mức phải đạt', en: 'Target', kind: 'text', width: 18, readOnly: ONLY_SHOWN },
    step: { vi: 'Bước', en: 'Step', kind: 'text', width: 24, isRequired: true },
    outcome: { vi: 'Kết quả', en: 'Outcome', kind: 'text', width: 12, isRequired: true },
    value: { vi: 'Giá trị', en: 'Value', kind: 'number', width: 11 },
    note: { vi: 'Ghi chú', en: 'Note', kind: 'text', width: 50 },
  },
}

/** Every result of a set, and a line to fill in for each indicator that has none. Null = no set was chosen. */
export function writeAssessments(
  { state, today }: ExchangeView,
  set: SetState | null = setOn(state, today).set,
): WrittenWorkbook {
  const villages = [...state.villages.values()].toSorted((a, b) => a.order - b.order)
  const rows = villages.flatMap(village =>
    (set ? indicatorStandings(state, village.id, set) : []).flatMap(({ indicator: { indicator }, steps }) => {
      const about = {
        village: village.id,
        set: set?.id ?? null,
        indicator: indicator.id,
        villageName: village.name,
        title: indicator.title,
        target: targetWords(indicator.target, 'vi'),
      }
      const given = ASSESSMENT_STEPS.flatMap(step => {
        const result = steps[step]
        return result
          ? [
              {
                ...about,
                step: STEP_TERMS[step].vi,
                outcome: OUTCOME_TERMS[result.outcome].vi,
                value: result.value,
                note: result.note,
              },
            ]
          : []
      })
      return given.length > 0 ? given : [about]
    }),
  )
  return { sheets: [writeTable(ASSESSMENTS_SHEET, rows)] }
}

export function readAssessments(workbook: Workbook): Reading {
  const { lines, errors } = readTable(workbook, ASSESSMENTS_SHEET, { isOnly: true })
  return {
    errors: [...errors, ...doubled(lines, ['village', 'set', 'indicator', 'step'])],
    lines: lines.map(line => view => wishOf(line, view)),
    lineCount: lines.length,
    comparisons: [],
  }
}

function wishOf(line: Line<Key>, { state }: ExchangeView): Wish {
  const errors: Wish['errors'][number][] = []
  const reader = createLineReader(ASSESSMENTS_SHEET, line, errors)
  const placeOf = placesOn(ASSESSMENTS_SHEET, line, {
    village: 'village',
    set: 'set',
    indicator: 'indicator',
    step: 'step',
    outcome: 'outcome',
    value: 'value',
    note: 'note',
    evidence: 'note',
  })
  const nothing: Wish = { commands: [], changes: [], errors, placeOf }
  const [village, set, indicator] = [reader.id('village'), reader.id('set'), reader.id('indicator')]
  const [step, outcome] = [reader.choice('step', STEP_TERMS), reader.choice('outcome', OUTCOME_TERMS)]
  const [value, note] = [reader.number('value'), reader.text('note')]
  if (village === undefined || set === undefined || indicator === undefined) return nothing
  checkShown(reader, state, village, set, indicator)
  if (errors.length > 0 || step === undefined || outcome === undefined || value === undefined) return nothing
  const held = step === null ? undefined : state.results.get(keyOf.result(village, set, indicator))?.steps[step]
  if (outcome === null) {
    if (held) reader.refuse('outcome', 'result-erased', ERASED)
    else if (value !== null || note !== null) reader.refuse('outcome', 'outcome-missing', OUTCOME_MISSING)
    return nothing
  }
  if (step === null) {
    reader.refuse('step', 'step-missing', { vi: 'Chưa ghi bước đánh giá', en: 'The step is missing' })
    return nothing
  }
  if (held?.outcome === outcome && held.value === value && tidied(held.note) === tidied(note)) return nothing
  // What was attached as evidence stays with the result that is corrected.
  const evidence = held?.evidence ?? []
  const name = state.villages.get(village)?.name ?? village
  const change: ImportChange = {
    sheet: line.sheet,
    line: line.number,
    what: `${name}, chỉ tiêu ${indicator}: ${STEP_TERMS[step].vi}`,
    whatEn: `${name}, indicator ${indicator}: ${STEP_TERMS[step].en}`,
    before: held ? wordsOf(held) : null,
    after: wordsOf({ outcome, value, note }),
  }
  const data = { village, set, indicator, step, outcome, value, note, evidence }
  return { ...nothing, commands: [{ command: 'assess-indicator', data }], changes: [change] }
}

function checkShown(
  reader: LineReader<Key>,
  state: ProgrammeState,
  village: string,
  set: string,
  indicator: string,
): void {
  const groups = state.criteriaSets.get(set)?.groups ?? []
  const known = indicatorsOf({ groups }).find(one => one.indicator.id === indicator)?.indicator
  const place = state.villages.get(village)
  // What isn't there at all is refused by its id.
  if (place) reader.unaltered('villageName', place.name)
  if (known) reader.unaltered('title', known.title)
  if (known) reader.unaltered('target', targetWords(known.target, 'vi'))
}

function wordsOf({ outcome, value, note }: Pick<StepResult, 'value' | 'note'> & { readonly outcome: Outcome }): string {
  const parts = [OUTCOME_TERMS[outcome].vi, value === null ? '' : value.toLocaleString('vi-VN'), note ?? '']
  return parts.filter(part => part !== '').join(' · ')
}

const ERASED: Words = {
  vi: 'Kết quả đã ghi không xóa được: hãy ghi kết quả mới',
  en: "A result that was given can't be erased: write another",
}
const OUTCOME_MISSING: Words = {
  vi: 'Có giá trị hoặc ghi chú mà chưa ghi kết quả',
  en: 'There is a value or a note, but no outcome',
}
