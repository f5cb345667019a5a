// The wall's five tiles of the programme. Each only words what the programme's overview has already judged.
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../design/number-format.ts'
import { moneyShare } from '../../programme/money-words.ts'
import { useProgramme } from '../../programme/programme-hooks.tsx'
import { furthestBehind, isRecognitionSimulated, metShares, planNow } from '../programme-figures.ts'
import { useProgrammeOverview } from '../programme-overview.ts'
import { MetBars } from './met-bars.tsx'
import { useProgrammeTile } from './programme-tile-state.ts'
import { Tile } from './tile.tsx'
import { usePeriods } from './use-periods.ts'

export function PlanTile() {
  const periods = usePeriods()
  const { t } = useTranslation()
  const overview = useProgrammeOverview()
  const view = useProgramme()
  const isMadeUp = view !== undefined && isRecognitionSimulated(view.state)
  const plan = overview && planNow(overview)
  const isBehind = plan !== undefined && plan.actual < plan.planned
  return (
    <Tile
      testId="kpi-recognised"
      label={t('kpi.recognised.label')}
      {...useProgrammeTile(overview, () => isMadeUp)}
      raw={overview?.recognition.recognised}
      value={overview && formatNumber(overview.recognition.recognised)}
      unit={overview && `/ ${formatNumber(overview.recognition.villages)}`}
      state={
        plan && {
          mark: isBehind ? 'warning' : undefined,
          words: t('kpi.recognised.plan', plan),
        }
      }
      meaning={
        overview ? t('kpi.recognised.unknown', { value: formatNumber(overview.recognition.unknown) }) : t('kpi.waiting')
      }
      when={periods.today}
    />
  )
}

export function CriteriaTile() {
  const periods = usePeriods()
  const { t } = useTranslation()
  const overview = useProgrammeOverview()
  const shares = overview && metShares(overview)
  const last = shares && furthestBehind(shares)
  const met = shares?.reduce((sum, share) => sum + share.met, 0)
  const total = shares?.reduce((sum, share) => sum + share.total, 0)
  const known = overview?.set?.knownIndicatorCount
  return (
    <Tile
      testId="kpi-criteria"
      label={t(overview?.set?.illustrative ? 'kpi.criteria.illustrative' : 'kpi.criteria.label')}
      {...useProgrammeTile(overview, ({ villages }) => villages.some(village => village.isSimulated))}
      raw={met}
      value={met === undefined ? undefined : formatNumber(met)}
      unit={total === undefined ? undefined : `/ ${formatNumber(total)}`}
      meaning={
        shares
          ? last
            ? t('kpi.criteria.last', { village: last.name, met: last.met, total: last.total })
            : t('kpi.criteria.all')
          : known
            ? t('kpi.criteria.noText', { count: known })
            : t(overview ? 'kpi.criteria.none' : 'kpi.waiting')
      }
      when={periods.today}
      aside={shares && <MetBars shares={shares} />}
    />
  )
}

export function LateTasksTile() {
  const periods = usePeriods()
  const { t } = useTranslation()
  const overview = useProgrammeOverview()
  const tasks = overview?.tasks
  const late = tasks?.counts.overdue
  const all = tasks ? Object.values(tasks.counts).reduce((sum, count) => sum + count, 0) : undefined
  const worst = tasks?.worst.find(({ mark }) => mark === 'overdue')
  return (
    <Tile
      testId="kpi-late-tasks"
      label={t('kpi.lateTasks.label')}
      {...useProgrammeTile(overview, ({ isSimulated }) => isSimulated)}
      raw={late}
      value={late === undefined ? undefined : formatNumber(late)}
      unit={all === undefined ? undefined : `/ ${formatNumber(all)}`}
      state={
        late === undefined
          ? undefined
          : worst
            ? {
                mark: 'warning',
                words: t('kpi.lateTasks.worst', { task: worst.task.id, count: -(worst.daysLeft ?? 0) }),
              }
            : { mark: 'normal', words: t('kpi.lateTasks.none') }
      }
      meaning={
        tasks
          ? t('kpi.lateTasks.others', { soon: tasks.counts['due-soon'], silent: tasks.counts.silent })
          : t(overview ? 'kpi.lateTasks.noPlan' : 'kpi.waiting')
      }
      when={periods.today}
    />
  )
}

export function FundingTile() {
  const { t } = useTranslation()
  const { t: word } = useTranslation('programme')
  const overview = useProgrammeOverview()
  const totals = overview?.funding.ofYear
  const rate = totals?.rates.disbursedOfAllocated ?? undefined
  const allocated = totals?.allocated.amount ?? undefined
  const disbursed = totals?.disbursed.amount ?? undefined
  const unknown = totals?.allocated.unknown ?? 0
  return (
    <Tile
      testId="kpi-funding"
      label={t('kpi.funding.label')}
      {...useProgrammeTile(overview, ({ funding }) => funding.ofYear.isSimulated)}
      raw={rate}
      value={rate === undefined ? undefined : formatNumber(rate * 100, 1)}
      unit="%"
      state={
        allocated === undefined || disbursed === undefined
          ? undefined
          : {
              mark: undefined,
              words: t('kpi.funding.of', moneyShare(word, disbursed, allocated)),
            }
      }
      meaning={
        totals
          ? unknown > 0
            ? t('kpi.funding.unknown', { count: unknown })
            : t('kpi.funding.known')
          : t('kpi.waiting')
      }
      when={overview ? t('kpi.funding.year', { year: overview.funding.year }) : ''}
    />
  )
}

export function ReportsTile() {
  const { t } = useTranslation()
  const overview = useProgrammeOverview()
  const reports = overview?.reports
  const rate = reports?.onTimeRate ?? undefined
  return (
    <Tile
      testId="kpi-reports"
      label={t('kpi.reports.label')}
      {...useProgrammeTile(overview, ({ reports: { expected }, isSimulated }) => expected > 0 && isSimulated)}
      raw={rate}
      value={rate === undefined ? undefined : formatNumber(rate * 100)}
      unit="%"
      state={
        reports && reports.expected === 0 && reports.nobody > 0
          ? {
              mark: 'warning',
              words: t('kpi.reports.nobody', { count: reports.nobody }),
            }
          : reports && {
              mark: undefined,
              words: t('kpi.reports.count', { onTime: reports.onTime, expected: reports.expected }),
            }
      }
      meaning={
        reports
          ? reports.expected === 0 && reports.nobody > 0
            ? t('kpi.reports.why')
            : t('kpi.reports.rest', { late: reports.late, missing: reports.missing })
          : t('kpi.waiting')
      }
      when={t('kpi.reports.period')}
    />
  )
}
