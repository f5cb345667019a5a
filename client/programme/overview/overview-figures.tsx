// The five figures of the overview; each leads to the list it is counted from. Knows no rule: the overview counted them.
import { useTranslation } from 'react-i18next'
import { obstacleStandings } from '../../../shared/programme/obstacle-standing.ts'
import type { ProgrammeOverview } from '../../../shared/programme/overview.ts'
import { formatNumber } from '../../design/number-format.ts'
import { Figure } from '../../kit/figure.tsx'
import { addressWith } from '../address-with.ts'
import { moneyWords } from '../money-words.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import styles from './overview-page.module.css'
import { targetOf } from './target-of.ts'

type Props = { readonly view: ProgrammeView; readonly overview: ProgrammeOverview }

export function OverviewFigures({ view, overview }: Props) {
  const { t } = useTranslation('programme')
  return (
    <section className={styles.figures} aria-label={t('overview.figures')}>
      <Recognised overview={overview} />
      <TasksLate overview={overview} />
      <Disbursed overview={overview} />
      <ReportsOnTime overview={overview} />
      <Obstacles view={view} overview={overview} />
    </section>
  )
}

type Own = { readonly overview: ProgrammeOverview }
const percent = (share: number): string => formatNumber(share * 100)

function Recognised({ overview: { recognition, years, day } }: Own) {
  const { t } = useTranslation('programme')
  const target = targetOf(years, day)
  const missing = target ? target.planned - recognition.recognised : 0
  const plan = !target
    ? t('overview.recognisedNoPlan')
    : missing > 0
      ? t('overview.recognisedBehind', { ...target, missing })
      : t('overview.recognisedReached', target)
  const unknown =
    recognition.unknown > 0 ? ` · ${t('overview.recognisedUnknown', { number: recognition.unknown })}` : ''
  return (
    <Figure
      label={t('overview.recognised')}
      value={recognition.villages === 0 ? undefined : String(recognition.recognised)}
      unknownWords={t('shell.unknown')}
      unit={t('overview.ofVillages', { total: recognition.villages })}
      {...(target ? { state: missing > 0 ? 'late' : 'done' } : {})}
      meaning={plan + unknown}
      opens={{ words: t('overview.openVillages'), to: addressOf('villages') }}
    />
  )
}

function TasksLate({ overview: { tasks } }: Own) {
  const { t } = useTranslation('programme')
  const counts = tasks?.counts
  const total = counts && Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <Figure
      label={t('overview.tasksLate')}
      value={counts && String(counts.overdue)}
      unknownWords={t('shell.unknown')}
      {...(total === undefined ? {} : { unit: t('overview.ofTasks', { total }) })}
      {...(counts ? { state: counts.overdue > 0 ? 'overdue' : 'on-track' } : {})}
      meaning={
        counts ? t('overview.tasksMore', { silent: counts.silent, soon: counts['due-soon'] }) : t('overview.noPlan')
      }
      opens={{ words: t('overview.openTasks'), to: addressWith('tasks', undefined, { mark: 'overdue' }) }}
    />
  )
}

function Disbursed({ overview: { funding } }: Own) {
  const { t } = useTranslation('programme')
  const { allocated, disbursed, rates, cells } = funding.ofYear
  const said = (amount: number | null) => (amount === null ? t('shell.unknown') : moneyWords(t, amount))
  const amounts = t('overview.disbursedOf', { disbursed: said(disbursed.amount), allocated: said(allocated.amount) })
  const unknown = allocated.unknown
  return (
    <Figure
      label={t('overview.disbursed', { year: funding.year })}
      value={rates.disbursedOfAllocated === null ? undefined : percent(rates.disbursedOfAllocated)}
      unknownWords={t('shell.unknown')}
      unit="%"
      meaning={
        unknown > 0 ? `${amounts} · ${t('overview.amountsUnknown', { number: unknown, total: cells })}` : amounts
      }
      opens={{
        words: t('overview.openFunding'),
        to: addressWith('funding', undefined, { year: String(funding.year) }),
      }}
    />
  )
}

function ReportsOnTime({ overview: { reports } }: Own) {
  const { t } = useTranslation('programme')
  const { expected, onTime, late, missing, nobody, onTimeRate } = reports
  const parts = [
    expected === 0 ? t('overview.reportsNone') : t('overview.reportsOf', { onTime, expected }),
    late > 0 ? t('overview.reportsLate', { number: late }) : '',
    missing > 0 ? t('overview.reportsMissing', { number: missing }) : '',
    nobody > 0 ? t('overview.reportsNobody', { number: nobody }) : '',
  ]
  return (
    <Figure
      label={t('overview.reportsOnTime')}
      value={onTimeRate === null ? undefined : percent(onTimeRate)}
      unknownWords={t('shell.unknown')}
      unit="%"
      {...(missing > 0 ? { state: 'overdue' as const } : {})}
      meaning={parts.filter(Boolean).join(' · ')}
      opens={{ words: t('overview.openReports'), to: addressOf('reports') }}
    />
  )
}

function Obstacles({ view, overview: { obstacles } }: Props) {
  const { t } = useTranslation('programme')
  const oldest = obstacleStandings(view.state, view.day).find(({ isOpen }) => isOpen)
  const parts = [
    obstacles.overdue > 0 ? t('overview.obstaclesOverdue', { number: obstacles.overdue }) : '',
    oldest ? t('overview.obstaclesOldest', { days: oldest.ageDays, title: oldest.item.title }) : '',
  ]
  return (
    <Figure
      label={t('overview.obstacles')}
      value={String(obstacles.open)}
      unknownWords={t('shell.unknown')}
      {...(obstacles.overdue > 0 ? { state: 'overdue' as const } : {})}
      meaning={parts.filter(Boolean).join(' · ') || t('overview.obstaclesNone')}
      opens={{ words: t('overview.openObstacles'), to: addressOf('obstacles') }}
    />
  )
}
