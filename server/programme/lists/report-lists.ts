// Periodic reports: who owes which, what came when, how units do, and the consolidated ones. Pure.
import { REPORTS_BACK_DAYS, reportsOfLastYear } from '../../../shared/programme/overview.ts'
import { reportStandings, timelinessOf } from '../../../shared/programme/report-standing.ts'
import { keyOf } from '../../../shared/programme/state.ts'
import type { ConsolidationRow, ReportRow, TimelinessRow } from '../../../shared/programme/work-row-schema.ts'
import type { List, ListView } from './list.ts'
import { originColumns, originOf, unitNameOf } from './row-parts.ts'
import { REPORT_MARK_TERMS } from './terms.ts'

/** From the plan's first day to a year ahead. */
export const REPORTS: List<ReportRow> = {
  name: 'reports',
  vi: 'Báo cáo định kỳ',
  en: 'Periodic reports',
  columns: [
    { key: 'period', vi: 'Kỳ báo cáo', en: 'Period', kind: 'text', width: 12 },
    { key: 'cutoff', vi: 'Ngày chốt số liệu', en: 'Cut-off', kind: 'date', width: 14 },
    { key: 'dueOn', vi: 'Hạn nộp', en: 'Due on', kind: 'date', width: 13 },
    { key: 'unit', vi: 'Mã đơn vị', en: 'Unit id', kind: 'text', width: 14 },
    { key: 'unitName', vi: 'Đơn vị báo cáo', en: 'Reporting unit', kind: 'text', width: 28 },
    { key: 'formerlyName', vi: 'Trước đây', en: 'Formerly', kind: 'text', width: 24 },
    { key: 'mark', vi: 'Tình trạng', en: 'Standing', kind: 'text', width: 20, terms: REPORT_MARK_TERMS },
    { key: 'submittedOn', vi: 'Ngày nộp', en: 'Submitted on', kind: 'date', width: 13 },
    { key: 'lateDays', vi: 'Trễ (ngày)', en: 'Days late', kind: 'number', width: 10 },
    { key: 'results', vi: 'Kết quả', en: 'Results', kind: 'text', width: 50 },
    { key: 'difficulties', vi: 'Khó khăn', en: 'Difficulties', kind: 'text', width: 40 },
    { key: 'proposals', vi: 'Kiến nghị', en: 'Proposals', kind: 'text', width: 40 },
    { key: 'next', vi: 'Nhiệm vụ kỳ tới', en: 'Next', kind: 'text', width: 40 },
    ...originColumns<ReportRow>(),
  ],
  rowsOf: view =>
    reportStandings(view.state, view.units, view.day, view.state.plan?.validFrom ?? view.day).map(standing => {
      const { period, unit, formerly, mark, submittedOn, lateDays, eventId } = standing
      const report = unit === null ? undefined : view.state.reports.get(keyOf.report(unit, period.id))
      return {
        period: period.id,
        span: period.span,
        year: period.year,
        cutoff: period.cutoff,
        dueOn: period.dueOn,
        unit,
        unitName: reporterName(view, unit),
        formerly,
        formerlyName: reporterName(view, formerly),
        mark,
        submittedOn,
        lateDays,
        results: report?.texts.results ?? null,
        difficulties: report?.texts.difficulties ?? null,
        proposals: report?.texts.proposals ?? null,
        next: report?.texts.next ?? null,
        eventId,
        ...originOf([report]),
      }
    }),
}

/** Who owed or sent a report then; another unit of today didn't send it. */
const reporterName = ({ units }: ListView, id: string | null): string | null =>
  id === null ? null : (units.get(id)?.name ?? null)

/** Over the reports whose cut-off lies within the last year, best first. */
export const TIMELINESS: List<TimelinessRow> = {
  name: 'timeliness',
  vi: `Báo cáo đúng hạn, ${REPORTS_BACK_DAYS} ngày`,
  en: `Timeliness of reports, ${REPORTS_BACK_DAYS} days`,
  columns: [
    { key: 'unit', vi: 'Mã đơn vị', en: 'Unit id', kind: 'text', width: 14 },
    { key: 'unitName', vi: 'Đơn vị', en: 'Unit', kind: 'text', width: 30 },
    { key: 'expected', vi: 'Phải nộp', en: 'Expected', kind: 'number', width: 10 },
    { key: 'received', vi: 'Đã nộp', en: 'Received', kind: 'number', width: 10 },
    { key: 'onTime', vi: 'Đúng hạn', en: 'On time', kind: 'number', width: 10 },
    { key: 'rate', vi: 'Tỷ lệ nộp', en: 'Share received', kind: 'percent', width: 10 },
    { key: 'onTimeRate', vi: 'Tỷ lệ đúng hạn', en: 'Share on time', kind: 'percent', width: 12 },
  ],
  rowsOf: view =>
    timelinessOf(reportsOfLastYear(view.state, view.units, view.day)).map(standing => ({
      ...standing,
      unitName: reporterName(view, standing.unit),
    })),
}

export const CONSOLIDATIONS: List<ConsolidationRow> = {
  name: 'consolidations',
  vi: 'Báo cáo tổng hợp',
  en: 'Consolidated reports',
  columns: [
    { key: 'period', vi: 'Kỳ báo cáo', en: 'Period', kind: 'text', width: 12 },
    { key: 'on', vi: 'Ngày', en: 'Day', kind: 'date', width: 13 },
    { key: 'unitName', vi: 'Đơn vị tổng hợp', en: 'Consolidated by', kind: 'text', width: 28 },
    { key: 'reports', vi: 'Số báo cáo', en: 'Reports', kind: 'number', width: 10 },
    { key: 'reporters', vi: 'Đơn vị đã báo cáo', en: 'Units that reported', kind: 'text', width: 36 },
    { key: 'text', vi: 'Nội dung', en: 'Text', kind: 'text', width: 60 },
    ...originColumns<ConsolidationRow>(),
  ],
  rowsOf: view =>
    [...view.state.consolidations.values()]
      .toSorted((a, b) => (a.on < b.on ? 1 : -1))
      .map(({ period, on, unit, text, units, by, at, eventId }) => ({
        period,
        on,
        unit,
        unitName: unitNameOf(view, unit),
        text,
        reports: units.length,
        reporters: units.map(id => reporterName(view, id) ?? id),
        eventId,
        ...originOf([{ by, at, eventId }]),
      })),
}
