// Criteria sets, and two of them side by side. Pure.
import {
  carryPairsOf,
  compareSets,
  type FlatIndicator,
  type IndicatorField,
  indicatorsOf,
  setOn,
  targetWords,
} from '../../../shared/programme/criteria.ts'
import type { CriteriaSet } from '../../../shared/programme/facts.ts'
import type { ComparisonRow, CriteriaSetRow } from '../../../shared/programme/village-row-schema.ts'
import type { List } from './list.ts'
import { originColumns, originOf } from './row-parts.ts'
import { CHANGE_TERMS, INDICATOR_FIELD_TERMS } from './terms.ts'

export const CRITERIA_SETS: List<CriteriaSetRow> = {
  name: 'criteria-sets',
  vi: 'Các bộ tiêu chí',
  en: 'Criteria sets',
  columns: [
    { key: 'id', vi: 'Mã bộ tiêu chí', en: 'Set id', kind: 'text', width: 18 },
    { key: 'title', vi: 'Tên', en: 'Title', kind: 'text', width: 50 },
    { key: 'decision', vi: 'Quyết định', en: 'Decision', kind: 'text', width: 20 },
    { key: 'issuedOn', vi: 'Ngày ban hành', en: 'Issued on', kind: 'date', width: 14 },
    { key: 'validFrom', vi: 'Hiệu lực từ', en: 'Valid from', kind: 'date', width: 14 },
    { key: 'validTo', vi: 'Hết hiệu lực từ', en: 'Valid until before', kind: 'date', width: 14 },
    { key: 'illustrative', vi: 'Minh họa', en: 'Illustrative', kind: 'text', width: 11 },
    { key: 'inUse', vi: 'Đang dùng', en: 'In use', kind: 'text', width: 11 },
    { key: 'isLapsed', vi: 'Đã hết hiệu lực', en: 'Lapsed', kind: 'text', width: 14 },
    { key: 'groups', vi: 'Số nhóm', en: 'Groups', kind: 'number', width: 9 },
    { key: 'indicators', vi: 'Số chỉ tiêu có nội dung', en: 'Indicators with text', kind: 'number', width: 14 },
    {
      key: 'knownIndicatorCount',
      vi: 'Số chỉ tiêu theo văn bản',
      en: 'Indicators known of',
      kind: 'number',
      width: 14,
    },
    { key: 'predecessor', vi: 'Bộ trước', en: 'Predecessor', kind: 'text', width: 16 },
    { key: 'source', vi: 'Nguồn', en: 'Source', kind: 'text', width: 50 },
    { key: 'note', vi: 'Ghi chú', en: 'Note', kind: 'text', width: 50 },
    ...originColumns<CriteriaSetRow>(),
  ],
  rowsOf: ({ state, day }) =>
    [...state.criteriaSets.values()].map(({ groups, by, at, eventId, ...set }) => ({
      ...set,
      groups: groups.length,
      indicators: indicatorsOf({ groups }).length,
      inUse: setOn(state, day).set?.id === set.id,
      isLapsed: set.validTo !== null && set.validTo <= day,
      ...originOf([{ by, at, eventId }]),
    })),
}

/** The list of one pair of sets. */
export const comparisonList = (before: CriteriaSet, after: CriteriaSet): List<ComparisonRow> => ({
  name: `compare-${before.id}-${after.id}`,
  vi: 'So sánh bộ tiêu chí',
  en: 'Criteria sets compared',
  columns: [
    { key: 'change', vi: 'Thay đổi', en: 'Change', kind: 'text', width: 12, terms: CHANGE_TERMS },
    { key: 'before', vi: `Mã ở ${before.id}`, en: `Id in ${before.id}`, kind: 'text', width: 12 },
    { key: 'after', vi: `Mã ở ${after.id}`, en: `Id in ${after.id}`, kind: 'text', width: 12 },
    { key: 'titleBefore', vi: 'Nội dung trước', en: 'Text before', kind: 'text', width: 50 },
    { key: 'titleAfter', vi: 'Nội dung sau', en: 'Text after', kind: 'text', width: 50 },
    { key: 'targetBefore', vi: 'Mức trước', en: 'Target before', kind: 'text', width: 16 },
    { key: 'targetAfter', vi: 'Mức sau', en: 'Target after', kind: 'text', width: 16 },
    { key: 'ownerBefore', vi: 'Đơn vị trước', en: 'Owner before', kind: 'text', width: 16 },
    { key: 'ownerAfter', vi: 'Đơn vị sau', en: 'Owner after', kind: 'text', width: 16 },
    { key: 'fields', vi: 'Khác ở', en: 'Differs in', kind: 'text', width: 24, terms: INDICATOR_FIELD_TERMS },
    { key: 'mayCarryOver', vi: 'Chuyển được kết quả', en: 'Results may be carried over', kind: 'text', width: 14 },
  ],
  rowsOf: () => comparisonRows(before, after),
})

/** In the order of the later set; what was removed comes last. */
export function comparisonRows(
  before: Pick<CriteriaSet, 'groups'>,
  after: Pick<CriteriaSet, 'groups'>,
): readonly ComparisonRow[] {
  const comparison = compareSets(before, after)
  const carried = new Set(carryPairsOf(comparison).map(pair => pair.to))
  const row = (
    change: ComparisonRow['change'],
    { before: old, after: now }: { readonly before?: FlatIndicator; readonly after?: FlatIndicator },
    fields: readonly IndicatorField[] = [],
  ): ComparisonRow => ({
    change,
    ...sideOf('Before', old),
    ...sideOf('After', now),
    before: old?.indicator.id ?? null,
    after: now?.indicator.id ?? null,
    fields: [...fields],
    mayCarryOver: old !== undefined && now !== undefined && carried.has(now.indicator.id),
  })
  const kept = [
    ...comparison.same.map(pair => ({ position: pair.after.position, row: row('same', pair) })),
    ...comparison.changed.map(pair => ({ position: pair.after.position, row: row('changed', pair, pair.fields) })),
    ...comparison.added.map(one => ({ position: one.position, row: row('added', { after: one }) })),
  ]
  return [
    ...kept.toSorted((a, b) => a.position - b.position).map(one => one.row),
    ...comparison.removed.map(one => row('removed', { before: one })),
  ]
}

type Side = 'Before' | 'After'
type SideKeys<S extends Side> = `title${S}` | `target${S}` | `owner${S}`
function sideOf<S extends Side>(side: S, of: FlatIndicator | undefined): Record<SideKeys<S>, string | null> {
  // The three keys of a side are built from its name; TypeScript can't follow that.
  return {
    [`title${side}`]: of?.indicator.title ?? null,
    [`target${side}`]: of ? targetWords(of.indicator.target, 'vi') : null,
    [`owner${side}`]: of?.indicator.owner ?? null,
  } as Record<SideKeys<S>, string | null>
}
