// Follows the picture with ears and eyes: plays tones, shows and takes back notifications. What follows from a change is decided in
// attention.ts.
import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alarm, AlarmState } from '../../../shared/alarms/state.ts'
import { navigate } from '../../app/address.ts'
import { alarmAddress } from '../alarm-address.ts'
import { type AlarmNames, ruleName, titleAndPlace } from '../alarm-names.ts'
import { addressOf } from '../section.ts'
import { attentionOf, mustRepeat, notificationsOf, REPEAT_MS, toneOf } from './attention.ts'
import { closeNotification, notify } from './browser-notifications.ts'
import { useDeskPreferences } from './desk-preferences.ts'
import { tonePlayer } from './tone-player.ts'

const OTHERS_TAG = 'dai-sen.other-alarms'

export function useAttention(state: AlarmState, names: AlarmNames): void {
  const { t } = useTranslation('alarms')
  const { hasSound, notified } = useDeskPreferences()
  useEffect(() => {
    if (hasSound) tonePlayer.turnOn()
    else tonePlayer.turnOff()
  }, [hasSound])
  // Other pages are silent: they show no alarms.
  useEffect(() => tonePlayer.turnOff, [])

  const messageOf = (alarm: Alarm) =>
    t('desk.signal.message', {
      priority: t(`term.priority.${alarm.priority}`),
      title: titleAndPlace(names, alarm),
    })
  const before = useRef<AlarmState>(undefined)
  const follow = useEffectEvent((now: AlarmState) => {
    const attention = attentionOf(before.current, now)
    before.current = now
    const tone = toneOf(attention)
    if (tone) tonePlayer.play(tone)
    const { show, others, close } = notificationsOf(attention, notified)
    for (const id of close) closeNotification(id)
    for (const alarm of show)
      notify({
        tag: alarm.id,
        title: messageOf(alarm),
        body: ruleName(names, alarm.rule),
        open: () => navigate(alarmAddress(alarm.id)),
      })
    if (others > 0)
      notify({
        tag: OTHERS_TAG,
        title: t('desk.signal.othersTitle', { number: others }),
        body: '',
        open: () => navigate(addressOf('desk')),
      })
  })
  useEffect(() => follow(state), [state])

  const isRepeating = hasSound && mustRepeat(state)
  useEffect(() => {
    if (!isRepeating) return undefined
    const timer = setInterval(() => tonePlayer.play('high'), REPEAT_MS)
    return () => clearInterval(timer)
  }, [isRepeating])
}
