// Reads the two sheets of criteria back into sets, with the line that each part stands on. Pure; judges nothing but the form.
import type { ImportError } from '../../../shared/programme/exchange-schema.ts'
import type {
  CriteriaGroup,
  CriteriaSet,
  Criterion,
  Indicator,
  Measure,
  Target,
} from '../../../shared/programme/facts.ts'
import type { Words } from '../../../shared/words.ts'
import type { Workbook } from '../../spreadsheet/workbook.ts'
import {
  INDICATORS_SHEET,
  type IndicatorKey,
  MEASURE_TERMS,
  OPERATOR_TERMS,
  SETS_SHEET,
  type SetKey,
  STATISTIC_TERMS,
  TARGET_TERMS,
} from './criteria-sheets.ts'
import { createLineReader, type LineReader } from './line-reader.ts'
import { error, type Line, readTable } from './sheet-table.ts'
import { doubled, tidied } from './wishes.ts'

export type SetInFile = {
  readonly set: CriteriaSet
  readonly sheet: string | null
  readonly line: number | null
  /** Lines of parts, by group, criterion and indicator id; null without a file of lines. */
  readonly lines: { readonly sheet: string; readonly of: ReadonlyMap<string, number> } | null
}
export type SetsInFile = {
  readonly sets: readonly SetInFile[]
  readonly errors: readonly ImportError[]
  /** That hold something, for the bound on them. */
  readonly lineCount: number
}

export const partKey = {
  group: (group: string) => `group:${group}`,
  criterion: (criterion: string) => `criterion:${criterion}`,
  indicator: (indicator: string) => `indicator:${indicator}`,
} as const

export function readSets(workbook: Workbook): SetsInFile {
  const heads = readTable(workbook, SETS_SHEET, { isOnly: false })
  const parts = readTable(workbook, INDICATORS_SHEET, { isOnly: false })
  const errors = [
    ...heads.errors,
    ...parts.errors,
    ...doubled(heads.lines, ['id']),
    ...doubled(parts.lines, ['set', 'id']),
  ]
  const placed = Map.groupBy(
    parts.lines.flatMap(line => partOf(line, errors) ?? []),
    part => part.set,
  )
  const sets = heads.lines.flatMap(line => {
    const head = headOf(line, errors)
    if (!head) return []
    const own = placed.get(head.id) ?? []
    placed.delete(head.id)
    const of = new Map<string, number>()
    const groups = groupsOf(own, of, errors)
    const [first] = own
    return [
      {
        set: { ...head, groups },
        sheet: line.sheet,
        line: line.number,
        lines: { sheet: first?.line.sheet ?? INDICATORS_SHEET.vi, of },
      },
    ]
  })
  for (const [set, [stray]] of placed)
    if (stray)
      errors.push(
        error({ sheet: stray.line.sheet, line: stray.line.number }, INDICATORS_SHEET.columns.set.vi, 'set-not-listed', {
          vi: `Bộ tiêu chí "${set}" không có ở trang "${SETS_SHEET.vi}"`,
          en: `The set "${set}" isn't on the sheet "${SETS_SHEET.en}"`,
        }),
      )
  return { sets, errors, lineCount: heads.lines.length + parts.lines.length }
}

type Head = Omit<CriteriaSet, 'groups'>

function headOf(line: Line<SetKey>, errors: ImportError[]): Head | undefined {
  const reader = createLineReader(SETS_SHEET, line, errors)
  const [id, title, source] = [reader.id('id'), reader.id('title'), reader.id('source')]
  const [issuedOn, validTo, illustrative] = [
    reader.day('issuedOn'),
    reader.day('validTo'),
    reader.yesNo('illustrative'),
  ]
  const [validFrom, knownIndicatorCount] = [reader.day('validFrom'), reader.whole('knownIndicatorCount')]
  if (validFrom === null) reader.id('validFrom')
  if (illustrative === null) reader.id('illustrative')
  if (id === undefined || title === undefined || source === undefined) return undefined
  if (typeof validFrom !== 'string' || typeof illustrative !== 'boolean') return undefined
  if (issuedOn === undefined || validTo === undefined || knownIndicatorCount === undefined) return undefined
  return {
    id,
    title,
    decision: reader.text('decision'),
    issuedOn,
    validFrom,
    validTo,
    illustrative,
    knownIndicatorCount,
    predecessor: reader.text('predecessor'),
    source,
    note: reader.text('note'),
  }
}

type Named = { readonly id: string; readonly title: string }
type Part = {
  readonly set: string
  readonly group: Named
  /** Null = the line stops at the group. */
  readonly criterion: Named | null
  readonly indicator: Indicator | null
  readonly line: Line<IndicatorKey>
}

function partOf(line: Line<IndicatorKey>, errors: ImportError[]): Part | undefined {
  const before = errors.length
  const reader = createLineReader(INDICATORS_SHEET, line, errors)
  const [set, group, groupTitle] = [reader.id('set'), reader.id('group'), reader.id('groupTitle')]
  const hasIndicator = reader.text('id') !== null || reader.text('title') !== null
  const hasCriterion = hasIndicator || reader.text('criterion') !== null || reader.text('criterionTitle') !== null
  const criterion = hasCriterion ? namedOf(reader, 'criterion', 'criterionTitle') : null
  const indicator = hasIndicator ? indicatorOf(reader) : null
  const isRead = set !== undefined && group !== undefined && groupTitle !== undefined && errors.length === before
  if (!isRead || criterion === undefined || indicator === undefined) return undefined
  return { set, group: { id: group, title: groupTitle }, criterion, indicator, line }
}

function namedOf(reader: LineReader<IndicatorKey>, id: IndicatorKey, title: IndicatorKey): Named | undefined {
  const [idText, titleText] = [reader.id(id), reader.id(title)]
  return idText === undefined || titleText === undefined ? undefined : { id: idText, title: titleText }
}

function indicatorOf(reader: LineReader<IndicatorKey>): Indicator | undefined {
  const named = namedOf(reader, 'id', 'title')
  const [target, measure] = [targetOf(reader), measureOf(reader)]
  if (!named || target === undefined || measure === undefined) return undefined
  return { ...named, target, owner: reader.text('owner'), evidence: reader.text('evidence'), measure }
}

function targetOf(reader: LineReader<IndicatorKey>): Target | undefined {
  const kind = reader.choice('targetKind', TARGET_TERMS)
  if (kind === null) reader.id('targetKind')
  if (kind === 'boolean') return { kind }
  if (kind === 'text') {
    const text = reader.id('targetText')
    return text === undefined ? undefined : { kind, text }
  }
  if (kind !== 'number') return undefined
  const [operator, value] = [reader.choice('operator', OPERATOR_TERMS), reader.number('value')]
  if (operator === null) reader.id('operator')
  if (value === null) reader.id('value')
  if (typeof operator !== 'string' || typeof value !== 'number') return undefined
  return { kind, operator, value, unit: reader.text('unit') ?? '' }
}

/** Null = nothing measures it; undefined = what stands there can't be read, which was reported. */
function measureOf(reader: LineReader<IndicatorKey>): Measure | null | undefined {
  const kind = reader.choice('measure', MEASURE_TERMS)
  if (typeof kind !== 'string') return kind
  const [windowDays, quantity] = [reader.whole('windowDays'), reader.text('quantity')]
  if (windowDays === null) reader.id('windowDays')
  if (typeof windowDays !== 'number') return undefined
  if (kind === 'reporting-stations') return { kind, windowDays }
  if (kind === 'coverage') return { kind, quantity, windowDays }
  const statistic = reader.choice('statistic', STATISTIC_TERMS)
  if (statistic === null) reader.id('statistic')
  if (quantity === null) reader.id('quantity')
  if (typeof statistic !== 'string' || quantity === null) return undefined
  return { kind, quantity, statistic, windowDays }
}

/** In the order of the lines; what is named on several lines must be called the same on all of them. */
function groupsOf(parts: readonly Part[], lines: Map<string, number>, errors: ImportError[]): CriteriaGroup[] {
  const groups = new Map<string, Named & { readonly criteria: Map<string, Named & { indicators: Indicator[] }> }>()
  for (const { group, criterion, indicator, line } of parts) {
    const held = groups.get(group.id) ?? { ...group, criteria: new Map() }
    groups.set(group.id, held)
    note(lines, partKey.group(group.id), line)
    if (held.title !== group.title) errors.push(renamed(line, 'groupTitle', held.title))
    if (!criterion) continue
    const within = held.criteria.get(criterion.id) ?? { ...criterion, indicators: [] }
    held.criteria.set(criterion.id, within)
    note(lines, partKey.criterion(criterion.id), line)
    if (within.title !== criterion.title) errors.push(renamed(line, 'criterionTitle', within.title))
    if (!indicator) continue
    within.indicators.push(indicator)
    note(lines, partKey.indicator(indicator.id), line)
  }
  return [...groups.values()].map(({ criteria, ...group }) => ({
    ...group,
    criteria: [...criteria.values()] satisfies Criterion[],
  }))
}

function note(lines: Map<string, number>, key: string, { number }: Line<IndicatorKey>): void {
  if (!lines.has(key)) lines.set(key, number)
}

const renamed = (line: Line<IndicatorKey>, key: IndicatorKey, title: string): ImportError => {
  const words: Words = {
    vi: `Cùng mã nhưng ở dòng trước tên là "${title}"`,
    en: `The same id was called "${title}" on a line before`,
  }
  return error({ sheet: line.sheet, line: line.number }, INDICATORS_SHEET.columns[key].vi, 'title-differs', words)
}

/** As a set comes back from a spreadsheet, so that the two can be compared. */
export function tidySet(set: CriteriaSet): CriteriaSet {
  const text = (one: string) => tidied(one) ?? ''
  const named = <T extends Named>(one: T): T => ({ ...one, title: text(one.title) })
  return {
    ...named(set),
    decision: tidied(set.decision),
    source: text(set.source),
    note: tidied(set.note),
    groups: set.groups.map(group => ({
      ...named(group),
      criteria: group.criteria.map(criterion => ({
        ...named(criterion),
        indicators: criterion.indicators.map(indicator => ({
          ...named(indicator),
          evidence: tidied(indicator.evidence),
          target: tidyTarget(indicator.target),
        })),
      })),
    })),
  }
}

function tidyTarget(target: Target): Target {
  if (target.kind === 'number') return { ...target, unit: tidied(target.unit) ?? '' }
  return target.kind === 'text' ? { ...target, text: tidied(target.text) ?? '' } : target
}
