// The deadband that would have held an alarm which came and went: from the readings around its newest transitions, by the station's rule.
import { type DeadbandProposal, proposeDeadband } from '../../../shared/alarms/chatter.ts'
import type { Rule } from '../../../shared/alarms/rule.ts'
import type { Alarm } from '../../../shared/alarms/state.ts'
import { getJson } from '../../app/rest.ts'

type Page = { readonly readings: readonly { readonly t: number; readonly v: number; readonly q?: string }[] }

/** So much before the first transition that is known: how the signal was when it began. */
const BEFORE_MS = 1_800_000
const MOST_READINGS = 10_000

export type ProposalQuestion = {
  readonly series: string
  readonly setpoint: number
  readonly side: Rule['side']
  readonly deadband: number
  readonly from: number
  readonly to: number
}

/** Undefined where no deadband can help: what is watched isn't the reading itself. Pure. */
export function proposalQuestion(alarm: Alarm, rule: Rule | undefined): ProposalQuestion | undefined {
  const { limit, transitions, about } = alarm
  const [first, last] = [transitions[0], transitions.at(-1)]
  const isOfReading = rule?.signal.kind === 'value' || rule?.signal.kind === 'flood'
  if (!rule || !isOfReading || limit === null || about.series === null || first === undefined || last === undefined)
    return undefined
  return {
    series: about.series,
    setpoint: limit,
    side: rule.side,
    deadband: rule.deadband,
    from: first - BEFORE_MS,
    to: last + 1,
  }
}

/** @throws Error when the station doesn't answer */
export async function askProposal(question: ProposalQuestion): Promise<DeadbandProposal | null> {
  const { series, from, to, setpoint, side, deadband } = question
  const parameters = new URLSearchParams({ from: String(from), to: String(to), limit: String(MOST_READINGS) })
  const { readings } = (await getJson(`/api/v1/series/${encodeURIComponent(series)}/readings?${parameters}`)) as Page
  const good = readings.filter(({ q }) => q !== 'bad')
  return proposeDeadband(good, setpoint, side, deadband)
}
