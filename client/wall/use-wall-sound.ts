// Tones of the wall: of high alarms only, and only where the profile wants them. What asks for attention is decided by the desk's rules.
import { useEffect, useEffectEvent, useRef } from 'react'
import type { AlarmState } from '../../shared/alarms/state.ts'
import { attentionOf, mustRepeat, REPEAT_MS, toneOf } from '../alarms/desk/attention.ts'
import { tonePlayer } from '../alarms/desk/tone-player.ts'

export function useWallSound(hasSound: boolean, state: AlarmState | undefined): void {
  useEffect(() => {
    if (hasSound) tonePlayer.turnOn()
    else tonePlayer.turnOff()
    return tonePlayer.turnOff
  }, [hasSound])
  const before = useRef<AlarmState>(undefined)
  const follow = useEffectEvent((now: AlarmState) => {
    const tone = toneOf(attentionOf(before.current, now))
    before.current = now
    if (tone === 'high') tonePlayer.play(tone)
  })
  useEffect(() => {
    if (state) follow(state)
  }, [state])
  const isRepeating = hasSound && state !== undefined && mustRepeat(state)
  useEffect(() => {
    if (!isRepeating) return undefined
    const timer = setInterval(() => tonePlayer.play('high'), REPEAT_MS)
    return () => clearInterval(timer)
  }, [isRepeating])
}
