// Which reports may be submitted now, by the station's own rules, and what is wrong with one that is written. Pure.

import type { Refusal } from '../../../shared/programme/command.ts'
import { decide } from '../../../shared/programme/decide.ts'
import { leadOf } from '../../../shared/programme/decide-rights.ts'
import { REPORT_TEXTS, type ReportText } from '../../../shared/programme/facts.ts'
import { periodsBetween, type ReportPeriod } from '../../../shared/programme/report-period.ts'
import { reportersOn } from '../../../shared/programme/report-standing.ts'
import { keyOf } from '../../../shared/programme/state.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'

type Picture = Pick<ProgrammeView, 'state' | 'units' | 'day'>
export type ReportTexts = Readonly<Record<ReportText, string>>
export type ReportChoice = { readonly unit: string; readonly period: ReportPeriod }

export const NO_TEXTS: ReportTexts = { results: '', difficulties: '', proposals: '', next: '' }

export const isWritten = (texts: ReportTexts): boolean => REPORT_TEXTS.some(part => texts[part].trim() !== '')

/** The newest period first. Whoever enters it is judged when it is sent. */
export function reportChoices(picture: Picture): readonly ReportChoice[] {
  const { state, units, day } = picture
  if (!state.plan) return []
  return periodsBetween(state.plan.validFrom, day, state.settings)
    .toReversed()
    .flatMap(period => {
      const reporters = [period.cutoff, day].flatMap(on => reportersOn(state, units, on))
      const ids = new Set(reporters.flatMap(({ unit }) => unit?.id ?? []))
      return [...ids]
        .filter(unit => !state.reports.has(keyOf.report(unit, period.id)))
        .map(unit => ({ unit, period }))
        .filter(choice => refusalsOf(picture, choice, { ...NO_TEXTS, results: '–' }).length === 0)
    })
}

/** What the station would refuse of a report, apart from who enters it: the unit that leads the programme may enter any. */
export function refusalsOf(
  { state, units, day }: Picture,
  { unit, period }: ReportChoice,
  texts: ReportTexts,
): readonly Refusal[] {
  const context = { state, units, today: day }
  const data = { unit, period: period.id, texts }
  const actor = { name: 'Kiểm tra', unit: leadOf(context)[0]?.id ?? '' }
  const decision = decide(context, { command: 'submit-report', data, actor, expected: 0 })
  return decision.kind === 'refused' ? decision.refusals : []
}
