// Reads aloud which alarms of the unit are new, each once, whichever page of the kiosk stands there.
import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardAlarm } from '../../shared/unit-board/unit-board-schema.ts'
import { SpokenRegion, useAnnouncer } from '../alarms/spoken/spoken-region.tsx'
import { useQuantities } from '../registry/quantity-words.ts'
import { freshAlarms } from './board-attention.ts'
import { measuredWords } from './board-words.ts'

export function BoardSpeech({ alarms }: { readonly alarms: readonly BoardAlarm[] }) {
  const { t: word, i18n } = useTranslation('alarms')
  const { t } = useTranslation('kiosk')
  const quantities = useQuantities()
  const announcer = useAnnouncer()
  const before = useRef<readonly BoardAlarm[]>(undefined)
  const follow = useEffectEvent((now: readonly BoardAlarm[]) => {
    const fresh = freshAlarms(before.current, now)
    before.current = now
    for (const alarm of fresh)
      announcer.tell(
        alarm.priority === 'high' ? 'urgent' : 'polite',
        word('desk.signal.spoken', {
          priority: word(`term.priority.${alarm.priority}`),
          title: alarm.title[i18n.language === 'en' ? 'en' : 'vi'],
          value: measuredWords(t, alarm, quantities),
        }),
      )
  })
  useEffect(() => follow(alarms), [alarms])
  return <SpokenRegion announcer={announcer} />
}
