// What happened to an alarm, newest first: when, who, what, why.
import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../../shared/alarms/state.ts'
import { isSimulated } from '../../../shared/programme/event.ts'
import { Timeline, type TimelineItem } from '../../kit/timeline.tsx'
import { useAlarmEvents } from '../alarm-events-query.ts'
import { type AlarmNames, momentWords } from '../alarm-names.ts'
import { actorOfEvent, alarmEventPhrase, alarmReasonOf } from '../alarm-words.ts'

type Props = { readonly alarm: Alarm; readonly names: AlarmNames }

export function DetailTimeline({ alarm, names }: Props) {
  const { t } = useTranslation('alarms')
  const { data: events, failureCount } = useAlarmEvents(alarm)
  if (!events) return <p>{t(failureCount > 0 ? 'desk.detail.timelineFailed' : 'desk.detail.timelineLoading')}</p>
  const items = events.map((event): TimelineItem => {
    const who = actorOfEvent(t, event)
    return {
      id: String(event.id),
      when: momentWords(event.at),
      at: new Date(event.at).toISOString(),
      who: isSimulated(event.actor) ? `${who} · ${t('shell.simulated')}` : who,
      what: sentenceCase(alarmEventPhrase(t, event, names) ?? event.type),
      why: alarmReasonOf(event),
    }
  })
  return <Timeline label={t('desk.detail.timeline')} items={items} emptyWords={t('desk.detail.timelineEmpty')} />
}

const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
