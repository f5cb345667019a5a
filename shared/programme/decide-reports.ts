// Checks of periodic reports and their consolidation; both are frozen with the figures the station knows at that moment.
import type { Judgement, Judges } from './decide-judgement.ts'
import { LIMITS } from './decide-limits.ts'
import { carriersOf, leadOf, requireRight } from './decide-rights.ts'
import { checkPlan } from './decide-tasks.ts'
import { checkText } from './decide-values.ts'
import { subjectOf } from './event.ts'
import { REPORT_TEXTS } from './facts.ts'
import { reportFigures } from './report-figures.ts'
import { periodOf, type ReportPeriod } from './report-period.ts'
import { reportersOn } from './report-standing.ts'
import { keyOf } from './state.ts'

export const judgeReports: Judges<'submit-report' | 'consolidate-reports'> = {
  'submit-report': (j, { unit: id, period: periodId, texts }) => {
    const period = checkPeriod(j, periodId)
    const unit = j.units.get(id)
    if (!unit) j.refuse('unit-unknown', 'unit', id.slice(0, 64))
    else {
      requireRight(j, carriersOf(j, id), leadOf(j))
      if (period && !isReporter(j, id, period)) j.refuse('not-a-reporter', 'unit', unit.name)
    }
    const frozen = j.state.reports.get(keyOf.report(id, periodId))
    if (frozen) j.refuse('report-exists', 'period', frozen.on)
    for (const part of REPORT_TEXTS) {
      // Nothing difficult and nothing to propose may be true; nothing done is said in words.
      const min = part === 'results' ? LIMITS.text.min : 0
      checkText(j, `texts.${part}`, texts[part], { min, max: LIMITS.text.max })
    }
    if (!period || !unit) return []
    const figures = reportFigures(j.state, j.units, id, period, j.today)
    const data = { unit: id, period: periodId, on: j.today, texts, figures }
    return [{ type: 'programme.report-submitted', subject: subjectOf.report(id, periodId), data }]
  },

  'consolidate-reports': (j, { period: periodId, text }) => {
    const period = checkPeriod(j, periodId)
    requireRight(j, leadOf(j))
    const frozen = j.state.consolidations.get(periodId)
    if (frozen) j.refuse('consolidation-exists', 'period', frozen.on)
    const reports = [...j.state.reports.values()].filter(report => report.period === periodId)
    if (period && reports.length === 0) j.refuse('nothing-to-consolidate', 'period')
    checkText(j, 'text', text, LIMITS.text)
    if (!period) return []
    const figures = reportFigures(j.state, j.units, null, period, j.today)
    const units = reports.map(({ unit }) => unit).sort()
    const data = { period: periodId, on: j.today, unit: j.actor.unit, text, figures, units }
    return [{ type: 'programme.reports-consolidated', subject: subjectOf.consolidation(periodId), data }]
  },
}

/** A period that is asked for, that the plan covers, and whose data have closed. */
function checkPeriod(j: Judgement, id: string): ReportPeriod | undefined {
  const { plan, settings } = j.state
  checkPlan(j)
  const period = periodOf(id, settings)
  if (!period) {
    j.refuse('period-unknown', 'period', id.slice(0, 20))
    return undefined
  }
  if (!settings.reportSpans.includes(period.span)) j.refuse('period-disabled', 'period', period.id)
  if (plan && period.cutoff < plan.validFrom) j.refuse('period-before-plan', 'period', plan.validFrom)
  if (j.today < period.cutoff) j.refuse('period-open', 'period', period.cutoff)
  return period
}

/** Whoever owed it at the cut-off; or reports now, having taken the duty over. */
const isReporter = ({ state, units, today }: Judgement, id: string, { cutoff }: ReportPeriod): boolean =>
  [cutoff, today].some(day => reportersOn(state, units, day).some(({ unit }) => unit?.id === id))
