// Reads aloud which alarms ask for attention since the page was opened, each once: not what stood before, not every reading, and nothing
// again because the page drew itself or the line came back.
import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlarmState } from '../../../shared/alarms/state.ts'
import { useIsPast } from '../../time-machine/time-hooks.ts'
import { useAlarmPicture } from '../alarm-hooks.ts'
import { signalWords, titleAndPlace } from '../alarm-names.ts'
import { attentionOf } from '../desk/attention.ts'
import { useAlarmNames } from '../use-alarm-names.ts'
import { SpokenRegion, useAnnouncer } from './spoken-region.tsx'

/** For a page that follows alarms; what happened long ago is said no more. */
export function LiveAlarmSpeech() {
  const { state } = useAlarmPicture()
  const isPast = useIsPast()
  return state && !isPast ? <AlarmSpeech state={state} /> : null
}

function AlarmSpeech({ state }: { readonly state: AlarmState }) {
  const { t } = useTranslation('alarms')
  const names = useAlarmNames(state)
  const announcer = useAnnouncer()
  const before = useRef<AlarmState>(undefined)
  const follow = useEffectEvent((now: AlarmState) => {
    const { fresh } = attentionOf(before.current, now)
    before.current = now
    for (const alarm of fresh)
      announcer.tell(
        alarm.priority === 'high' ? 'urgent' : 'polite',
        t('desk.signal.spoken', {
          priority: t(`term.priority.${alarm.priority}`),
          title: titleAndPlace(names, alarm),
          value: signalWords(t, names, alarm, alarm.value) ?? t('shell.unknown'),
        }),
      )
  })
  useEffect(() => follow(state), [state])
  return <SpokenRegion announcer={announcer} />
}
