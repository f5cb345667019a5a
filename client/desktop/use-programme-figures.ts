// The figures of the programme, of the province or of one village: recognition, late tasks, money. Words what the overview has judged.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Freshness } from '../../shared/freshness.ts'
import { fundingCells, fundingTotals } from '../../shared/programme/funding-totals.ts'
import { hasSimulated } from '../../shared/programme/simulated-things.ts'
import { taskStandings } from '../../shared/programme/task-standing.ts'
import { yearOf } from '../../shared/programme/working-calendar.ts'
import type { Source } from '../../shared/reading.ts'
import { formatNumber } from '../design/number-format.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { moneyShare } from '../programme/money-words.ts'
import { useProgramme } from '../programme/programme-hooks.tsx'
import { addressOf } from '../programme/section.ts'
import { tasksConcerning } from '../programme/villages/tasks-concerning.ts'
import { recognitionMark } from '../programme/villages/village-words.ts'
import { useIsPast } from '../time-machine/time-hooks.ts'
import { isRecognitionSimulated, planNow } from '../wall/programme-figures.ts'
import { useProgrammeOverview } from '../wall/programme-overview.ts'
import type { FigureFace } from './figure-face.ts'

const SIMULATED: ReadonlySet<Source> = new Set(['simulated'])
const ENTERED: ReadonlySet<Source> = new Set(['manual'])

/** In the order in which they are shown. @param villageId undefined = the province */
export function useProgrammeFigures(villageId: string | undefined): readonly FigureFace[] {
  return [useRecognised(villageId), useLateTasks(villageId), useMoney(villageId)]
}

/** As fresh as the link that brings its events. */
function useFresh(isKnown: boolean): Freshness {
  const { link } = useMoment()
  return !isKnown ? 'none' : link.kind === 'lost' ? 'stale' : 'live'
}

function useRecognised(villageId: string | undefined): FigureFace {
  const { t } = useTranslation()
  const isPast = useIsPast()
  const { t: word } = useTranslation('programme')
  const { t: desk } = useTranslation('desktop')
  const overview = useProgrammeOverview()
  const view = useProgramme()
  const freshness = useFresh(overview !== undefined)
  const isMadeUp = useMemo(() => view !== undefined && isRecognitionSimulated(view.state), [view])
  const common = {
    id: 'recognised',
    freshness,
    sources: isMadeUp ? SIMULATED : ENTERED,
    when: t(isPast ? 'kpi.programme.thatDay' : 'kpi.programme.today'),
  }
  if (villageId !== undefined) {
    const standing = overview?.villages.find(({ id }) => id === villageId)
    const recorded = view?.state.villages.get(villageId)?.recognition ?? null
    const mark = standing && recognitionMark(word, standing.recognition, recorded)
    return {
      ...common,
      label: desk('figures.recognition'),
      value: mark?.word,
      meaning: mark ? (mark.detail ?? desk('figures.planned', { year: standing.plannedYear })) : t('kpi.waiting'),
      to: addressOf('villages', villageId),
    }
  }
  const plan = overview && planNow(overview)
  return {
    ...common,
    label: t('kpi.recognised.label'),
    value: overview && formatNumber(overview.recognition.recognised),
    unit: overview && `/ ${formatNumber(overview.recognition.villages)}`,
    mark: plan && plan.actual < plan.planned ? 'warning' : undefined,
    meaning: plan ? t('kpi.recognised.plan', plan) : t(overview ? 'kpi.lateTasks.noPlan' : 'kpi.waiting'),
    to: addressOf('overview'),
  }
}

function useLateTasks(villageId: string | undefined): FigureFace {
  const { t } = useTranslation()
  const isPast = useIsPast()
  const view = useProgramme()
  const tasks = useMemo(() => {
    if (!view?.state.plan) return undefined
    if (villageId === undefined) return taskStandings(view.state, view.day)
    const village = view.state.villages.get(villageId)
    return village && tasksConcerning(view.state, view.units, village, view.day)
  }, [view, villageId])
  const isMadeUp = useMemo(() => view !== undefined && hasSimulated(view.state), [view])
  const freshness = useFresh(view !== undefined)
  const late = tasks?.filter(({ mark }) => mark === 'overdue').toSorted((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0))
  const [worst] = late ?? []
  return {
    id: 'late-tasks',
    label: t('kpi.lateTasks.label'),
    value: late && formatNumber(late.length),
    unit: tasks && `/ ${formatNumber(tasks.length)}`,
    amount: late?.length,
    mark: worst ? 'warning' : late ? 'normal' : undefined,
    meaning: worst
      ? t('kpi.lateTasks.worst', { task: worst.task.id, count: -(worst.daysLeft ?? 0) })
      : t(late ? 'kpi.lateTasks.none' : view ? 'kpi.lateTasks.noPlan' : 'kpi.waiting'),
    when: t(isPast ? 'kpi.programme.thatDay' : 'kpi.programme.today'),
    freshness,
    sources: isMadeUp ? SIMULATED : ENTERED,
    to: addressOf('tasks'),
  }
}

function useMoney(villageId: string | undefined): FigureFace {
  const { t } = useTranslation()
  const { t: word } = useTranslation('programme')
  const view = useProgramme()
  const year = view && yearOf(view.day)
  const totals = useMemo(() => {
    if (!view || year === undefined) return undefined
    return fundingTotals(
      fundingCells(view.state, { year, ...(villageId === undefined ? {} : { villages: [villageId] }) }),
    )
  }, [view, year, villageId])
  const freshness = useFresh(view !== undefined)
  const rate = totals?.rates.disbursedOfAllocated ?? undefined
  const allocated = totals?.allocated.amount ?? undefined
  const disbursed = totals?.disbursed.amount ?? undefined
  return {
    id: 'money',
    label: t('kpi.funding.label'),
    value: rate === undefined ? undefined : formatNumber(rate * 100, 1),
    unit: '%',
    amount: rate === undefined ? undefined : rate * 100,
    meaning:
      allocated !== undefined && disbursed !== undefined
        ? t('kpi.funding.of', moneyShare(word, disbursed, allocated))
        : totals
          ? t('kpi.funding.unknown', { count: totals.allocated.unknown })
          : t('kpi.waiting'),
    when: year === undefined ? '' : t('kpi.funding.year', { year }),
    freshness,
    sources: totals?.isSimulated ? SIMULATED : ENTERED,
    to: addressOf('funding'),
  }
}
