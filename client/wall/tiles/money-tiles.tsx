// Tiles of the whole programme's money and of its reports.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../design/number-format.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { moneyShare } from '../../programme/money-words.ts'
import { useProgramme } from '../../programme/programme-hooks.tsx'
import { leastDisbursed, nextReport, sourceRows } from '../programme-figures.ts'
import { useProgrammeOverview } from '../programme-overview.ts'
import { useProgrammeTile } from './programme-tile-state.ts'
import { Tile } from './tile.tsx'
import { usePeriods } from './use-periods.ts'

export function FundingAllTile() {
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const { t: word } = useTranslation('programme')
  const overview = useProgrammeOverview()
  const totals = overview?.funding.all
  const rate = totals?.rates.disbursedOfAllocated ?? undefined
  const [allocated, disbursed] = [totals?.allocated.amount, totals?.disbursed.amount]
  return (
    <Tile
      testId="kpi-funding-all"
      label={t('scenes.funding.all')}
      {...useProgrammeTile(overview, ({ funding }) => funding.all.isSimulated)}
      raw={rate}
      value={rate === undefined ? undefined : formatNumber(rate * 100, 1)}
      unit="%"
      state={
        typeof allocated === 'number' && typeof disbursed === 'number'
          ? {
              mark: undefined,
              words: general('kpi.funding.of', moneyShare(word, disbursed, allocated)),
            }
          : undefined
      }
      meaning={
        totals
          ? totals.allocated.unknown > 0
            ? general('kpi.funding.unknown', { count: totals.allocated.unknown })
            : general('kpi.funding.known')
          : general('kpi.waiting')
      }
      when={t('scenes.funding.period')}
    />
  )
}

export function LeastSourceTile() {
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const overview = useProgrammeOverview()
  const view = useProgramme()
  const rows = useMemo(() => (view ? sourceRows(view.state) : []), [view])
  const least = leastDisbursed(rows)
  return (
    <Tile
      testId="kpi-least-source"
      label={t('scenes.funding.least')}
      {...useProgrammeTile(overview, ({ funding }) => funding.all.isSimulated)}
      raw={least?.rate}
      value={least && formatNumber(least.rate * 100, 1)}
      unit="%"
      meaning={least ? least.name : overview ? t('scenes.funding.unknown') : general('kpi.waiting')}
      when={t('scenes.funding.period')}
    />
  )
}

export function MissingReportsTile() {
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const overview = useProgrammeOverview()
  const reports = overview?.reports
  return (
    <Tile
      testId="kpi-missing-reports"
      label={t('scenes.missing.label')}
      {...useProgrammeTile(overview, ({ reports: { expected }, isSimulated }) => expected > 0 && isSimulated)}
      raw={reports?.missing}
      value={reports && formatNumber(reports.missing)}
      unit={reports && `/ ${formatNumber(reports.expected)}`}
      meaning={
        reports
          ? reports.missing === 0
            ? t('scenes.missing.none')
            : t('scenes.missing.late', { count: reports.late })
          : general('kpi.waiting')
      }
      when={general('kpi.reports.period')}
    />
  )
}

export function NextReportTile() {
  const periods = usePeriods()
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const overview = useProgrammeOverview()
  const view = useProgramme()
  const next = useMemo(() => view && nextReport(view.state, view.units, view.day), [view])
  return (
    <Tile
      testId="kpi-next-report"
      label={t('scenes.nextReport.label')}
      {...useProgrammeTile(overview, () => next?.isSimulated ?? false)}
      raw={next?.days}
      value={next && formatNumber(next.days)}
      unit={t('scenes.nextReport.days', { count: next?.days ?? 0 })}
      meaning={
        next
          ? [
              t('scenes.nextReport.due', { date: formatIsoDate(next.dueOn) }),
              t('scenes.nextReport.unit', { count: next.units }),
            ]
          : view
            ? t('scenes.nextReport.none')
            : general('kpi.waiting')
      }
      when={periods.today}
    />
  )
}
