// Runs a trial: the rule as it is written, then the version in use, one after the other; can be stopped. Keeps the last result.

import { useEffect, useRef, useState } from 'react'
import type { BacktestReply } from '../../../shared/alarms/api-schema.ts'
import type { Rule } from '../../../shared/alarms/rule.ts'
import { problemIn } from '../../app/post-json.ts'
import { stationFetch } from '../../app/station-fetch.ts'
import { wouldRaiseTheSame } from './same-rule.ts'
import type { TrialPeriod } from './trial-period.ts'

export type TrialOutcome = {
  /** As it was tried, word for word: what is changed since was not. */
  readonly rule: Rule
  readonly period: TrialPeriod
  readonly result: BacktestReply
  /** Of the version in use; undefined where there is none, or it is the same rule. */
  readonly before: BacktestReply | undefined
}
type TrialState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly step: 'candidate' | 'published' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly why: { readonly vi: string; readonly en: string } | undefined }
export type Trial = {
  readonly state: TrialState
  readonly last: TrialOutcome | undefined
  readonly run: (rule: Rule, published: Rule | undefined, period: TrialPeriod) => void
  readonly cancel: () => void
}

const PATH = '/api/v1/alarms/backtest'

export function useTrial(): Trial {
  const [state, setState] = useState<TrialState>({ kind: 'idle' })
  const [last, setLast] = useState<TrialOutcome>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  async function tryOut(rule: Rule, published: Rule | undefined, period: TrialPeriod, signal: AbortSignal) {
    setState({ kind: 'running', step: 'candidate' })
    const result = await ask(rule, period, signal)
    const isAnother = published !== undefined && !wouldRaiseTheSame(published, rule)
    if (isAnother) setState({ kind: 'running', step: 'published' })
    const before = isAnother ? await ask(published, period, signal) : undefined
    setLast({ rule, period, result, before })
    setState({ kind: 'idle' })
  }

  return {
    state,
    last,
    run: (rule, published, period) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      tryOut(rule, published, period, controller.signal).catch((error: unknown) => {
        // A trial that was begun since has its own state.
        if (running.current !== controller) return
        if (controller.signal.aborted) setState({ kind: 'cancelled' })
        else setState({ kind: 'failed', why: error instanceof TrialRefused ? error.why : undefined })
      })
    },
    cancel: () => running.current?.abort(),
  }
}

class TrialRefused extends Error {
  readonly why: { readonly vi: string; readonly en: string } | undefined
  constructor(why: TrialRefused['why']) {
    super('the station refused the trial')
    this.why = why
  }
}

async function ask(rule: Rule, { from, to }: TrialPeriod, signal: AbortSignal): Promise<BacktestReply> {
  const response = await stationFetch(PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rule, from, to }),
    signal,
  })
  if (response.ok) return (await response.json()) as BacktestReply
  const problem = await problemIn(response)
  const [first] = problem?.errors ?? []
  throw new TrialRefused(
    first ?? (problem && { vi: problem.detail ?? problem.title, en: problem.en.detail ?? problem.en.title }),
  )
}
