// How many alarms nobody has acknowledged, with the sign of the worst: beside the way to the desk, on every page with a head.
import { useTranslation } from 'react-i18next'
import { asksForAttention, openAlarms } from '../../shared/alarms/standing.ts'
import { MarkIcon } from '../design/mark-icon.tsx'
import { useAlarmStateIfFollowed } from './alarm-hooks.ts'
import { PRIORITY_MARK } from './priority-mark.ts'

/** Nothing while there are none, or while it isn't known. */
export function AlarmBadge() {
  const { t } = useTranslation()
  const state = useAlarmStateIfFollowed()
  if (!state) return null
  // Sorted by urgency: the first is the worst.
  const asking = openAlarms(state).filter(asksForAttention)
  const [worst] = asking
  if (!worst) return null
  return (
    <span role="img" aria-label={t('areas.asking', { count: asking.length })}>
      <MarkIcon mark={PRIORITY_MARK[worst.priority]} /> {asking.length}
    </span>
  )
}
