// Periodic reports of units and their consolidation; a submitted report is frozen, so the first one of a period stays.
import type { Handlers } from './handlers.ts'
import { stampOf } from './stamp.ts'
import { keyOf } from './state.ts'

type Types = 'programme.report-submitted' | 'programme.reports-consolidated'

export const foldReports: Handlers<Types> = {
  'programme.report-submitted': (draft, event) => {
    const key = keyOf.report(event.data.unit, event.data.period)
    if (!draft.state.reports.has(key)) draft.table('reports').set(key, { ...event.data, ...stampOf(event) })
  },
  'programme.reports-consolidated': (draft, event) => {
    const { period } = event.data
    if (!draft.state.consolidations.has(period))
      draft.table('consolidations').set(period, { ...event.data, ...stampOf(event) })
  },
}
