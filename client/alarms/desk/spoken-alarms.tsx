// Tones, notifications and what is read aloud of new alarms, on whichever page of the area one is: nothing is drawn.
import type { AlarmState } from '../../../shared/alarms/state.ts'
import { useAlarmNames } from '../use-alarm-names.ts'
import { useAttention } from './use-attention.ts'

type Props = { readonly state: AlarmState }

export function SpokenAlarms({ state }: Props) {
  const { urgent, polite } = useAttention(state, useAlarmNames(state))
  return (
    <>
      <p className="spoken" role="alert">
        {urgent}
      </p>
      <p className="spoken" role="status">
        {polite}
      </p>
    </>
  )
}
