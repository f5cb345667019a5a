// Criteria sets of a file as commands: what each changes, where a refusal belongs in the file, and each against the set before
// it. Pure.
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { compareSets, indicatorsOf, targetWords } from '../../../shared/programme/criteria.ts'
import { criteriaSetSchema } from '../../../shared/programme/criteria-set-schema.ts'
import type { ImportChange, ImportError, ImportPreview } from '../../../shared/programme/exchange-schema.ts'
import type { CriteriaSet } from '../../../shared/programme/facts.ts'
import type { Workbook } from '../../spreadsheet/workbook.ts'
import { comparisonRows } from '../lists/criteria-lists.ts'
import { INDICATOR_FIELD_TERMS } from '../lists/terms.ts'
import { partKey, readSets, type SetInFile, type SetsInFile, tidySet } from './criteria-lines.ts'
import { INDICATORS_SHEET, SETS_SHEET, type SetKey } from './criteria-sheets.ts'
import type { ExchangeView, Place, Reading, Wish } from './layout.ts'
import { error } from './sheet-table.ts'

/** One set, as the list of sets gives it, or several. */
const setsSchema = z.union([
  z.object({ sets: z.array(criteriaSetSchema).min(1).max(100) }).transform(({ sets }) => sets),
  z.object({ set: criteriaSetSchema }).transform(({ set }) => [set]),
  criteriaSetSchema.transform(set => [set]),
])

export function readCriteria(workbook: Workbook, view: ExchangeView): Reading {
  return readingOf(readSets(workbook), view)
}

/** @param data of a JSON file */
export function readCriteriaJson(data: unknown, view: ExchangeView): Reading {
  const parsed = setsSchema.safeParse(data)
  if (parsed.success) {
    const sets = parsed.data.map(set => ({ set, sheet: null, line: null, lines: null }))
    const lineCount = sets.reduce((sum, { set }) => sum + 1 + indicatorsOf(set).length, 0)
    return readingOf({ sets, errors: [], lineCount }, view)
  }
  return { lines: [], lineCount: 0, comparisons: [], errors: complaintsOf(parsed.error) }
}

function complaintsOf({ issues }: z.ZodError): ImportError[] {
  // Of the three forms a file may have, the one that was meant is the one that got furthest.
  const deepest = (list: readonly z.core.$ZodIssue[]) => Math.max(0, ...list.map(({ path }) => path.length))
  const meant = issues.flatMap(issue =>
    issue.code === 'invalid_union' ? (issue.errors.toSorted((a, b) => deepest(b) - deepest(a))[0] ?? []) : [issue],
  )
  return meant.map(({ path, message, code }) => {
    const column = path.join('.') || null
    return error({ sheet: null, line: null }, column, code, {
      vi: `${column ?? 'Tệp JSON'}: sai dạng (${code})`,
      en: `${column ?? 'The JSON file'}: ${message}`,
    })
  })
}

function readingOf({ sets, errors, lineCount }: SetsInFile, view: ExchangeView): Reading {
  return {
    errors,
    lineCount,
    lines: sets.map(
      one =>
        ({ state }) =>
          wishOf(one, state.criteriaSets.get(one.set.id)),
    ),
    comparisons: sets.flatMap(({ set }) => comparisonOf(set, sets, view)),
  }
}

function comparisonOf(
  set: CriteriaSet,
  sets: readonly SetInFile[],
  { state }: ExchangeView,
): ImportPreview['comparisons'] {
  if (set.predecessor === null) return []
  const before = sets.find(one => one.set.id === set.predecessor)?.set ?? state.criteriaSets.get(set.predecessor)
  return before ? [{ set: set.id, predecessor: before.id, rows: [...comparisonRows(before, set)] }] : []
}

function wishOf(one: SetInFile, held: CriteriaSet | undefined): Wish {
  const { set } = one
  const placeOf = (field: string | null): Place => placeIn(one, field)
  if (held && isDeepStrictEqual(tidySet(partsOf(held)), tidySet(set)))
    return { commands: [], changes: [], errors: [], placeOf }
  const commands = [{ command: 'publish-criteria-set', data: { set } }] as const
  return { commands, changes: held ? changesOf(one, partsOf(held)) : [newSet(one)], errors: [], placeOf }
}

/** A set without who wrote it. */
const partsOf = (held: CriteriaSet): CriteriaSet => criteriaSetSchema.strip().parse(held)

function newSet({ set, sheet, line }: SetInFile): ImportChange {
  const count = indicatorsOf(set).length
  return {
    sheet,
    line,
    what: `Bộ tiêu chí ${set.id}: thêm, ${count} chỉ tiêu`,
    whatEn: `Criteria set ${set.id}: new, ${count} indicators`,
    before: null,
    after: set.title,
  }
}

function changesOf(one: SetInFile, held: CriteriaSet): ImportChange[] {
  const { set, sheet, line } = one
  const heads = (Object.keys(SETS_SHEET.columns) as SetKey[])
    .filter(key => !isDeepStrictEqual(held[key], set[key]))
    .map(key => ({
      sheet,
      line,
      what: `Bộ tiêu chí ${set.id}: ${SETS_SHEET.columns[key].vi}`,
      whatEn: `Criteria set ${set.id}: ${SETS_SHEET.columns[key].en}`,
      before: wordsOf(held[key]),
      after: wordsOf(set[key]),
    }))
  const changes = [...heads, ...indicatorChanges(one, held)]
  if (changes.length > 0) return changes
  // Only the frame differs: groups or criteria without indicators, ids of groups, the order.
  const frameOf = ({ groups }: CriteriaSet) => groups.map(({ id, title }) => `${id} ${title}`).join('; ')
  return [
    {
      sheet,
      line,
      what: `Bộ tiêu chí ${set.id}: nhóm, tiêu chí, thứ tự`,
      whatEn: `Criteria set ${set.id}: groups, criteria, order`,
      before: frameOf(held),
      after: frameOf(set),
    },
  ]
}

function indicatorChanges({ set, lines }: SetInFile, held: CriteriaSet): ImportChange[] {
  const { added, changed, removed } = compareSets(held, set)
  const at = (id: string) => ({
    sheet: lines?.sheet ?? null,
    line: lines?.of.get(partKey.indicator(id)) ?? null,
  })
  const named = (id: string, vi: string, en: string) => ({
    what: `${set.id}, chỉ tiêu ${id}: ${vi}`,
    whatEn: `${set.id}, indicator ${id}: ${en}`,
  })
  const shown = ({ indicator }: (typeof added)[number]) => `${indicator.title} (${targetWords(indicator.target, 'vi')})`
  return [
    ...changed.map(({ id, before, after, fields }) => ({
      ...at(id),
      ...named(
        id,
        fields.map(field => INDICATOR_FIELD_TERMS[field].vi).join(', '),
        fields.map(field => INDICATOR_FIELD_TERMS[field].en).join(', '),
      ),
      before: shown(before),
      after: shown(after),
    })),
    ...added.map(one => ({
      ...at(one.indicator.id),
      ...named(one.indicator.id, 'thêm', 'new'),
      before: null,
      after: shown(one),
    })),
    ...removed.map(one => ({
      sheet: lines?.sheet ?? null,
      line: null,
      ...named(one.indicator.id, 'bỏ', 'removed'),
      before: shown(one),
      after: null,
    })),
  ]
}

const wordsOf = (value: string | number | boolean | null): string | null => (value === null ? null : String(value))

/** `set.groups.0.criteria.1.indicators.2.title` → the line of that indicator. */
function placeIn({ set, sheet, line, lines }: SetInFile, field: string | null): Place {
  const [, part = '', g, , c, , i] = (field ?? '').split('.')
  // A JSON file has no lines: the set and the path say where.
  if (!lines) return { sheet, line, column: field === null ? set.id : `${set.id}: ${field}` }
  const group = part === 'groups' ? set.groups[Number(g)] : undefined
  if (!group) {
    const column = Object.hasOwn(SETS_SHEET.columns, part) ? SETS_SHEET.columns[part as SetKey].vi : null
    return { sheet, line, column }
  }
  const criterion = group.criteria[Number(c)]
  const indicator = criterion?.indicators[Number(i)]
  const key = indicator
    ? partKey.indicator(indicator.id)
    : criterion
      ? partKey.criterion(criterion.id)
      : partKey.group(group.id)
  return { sheet: lines.sheet, line: lines.of.get(key) ?? null, column: columnOf(field ?? '', indicator, criterion) }
}

const ENDS: Readonly<Record<string, keyof (typeof INDICATORS_SHEET)['columns']>> = {
  title: 'title',
  owner: 'owner',
  evidence: 'evidence',
  value: 'value',
  unit: 'unit',
  text: 'targetText',
  windowDays: 'windowDays',
  quantity: 'quantity',
  id: 'id',
}

function columnOf(field: string, indicator: unknown, criterion: unknown): string | null {
  const end = field.split('.').at(-1) ?? ''
  const key = indicator
    ? ENDS[end]
    : criterion
      ? ({ id: 'criterion', title: 'criterionTitle' } as const)[end]
      : ({ id: 'group', title: 'groupTitle' } as const)[end]
  return key === undefined ? null : INDICATORS_SHEET.columns[key].vi
}
