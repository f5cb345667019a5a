// Tones and notifications of new alarms, on whichever page of the area one is: nothing is drawn.
import type { AlarmState } from '../../../shared/alarms/state.ts'
import { useAlarmNames } from '../use-alarm-names.ts'
import { useAttention } from './use-attention.ts'

export function AttentionSignals({ state }: { readonly state: AlarmState }) {
  useAttention(state, useAlarmNames(state))
  return null
}
