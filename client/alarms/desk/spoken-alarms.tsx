// What is read aloud of new alarms, for those who listen: never drawn.
import type { AlarmState } from '../../../shared/alarms/state.ts'
import type { AlarmNames } from '../alarm-names.ts'
import { useAttention } from './use-attention.ts'

type Props = { readonly state: AlarmState; readonly names: AlarmNames }

export function SpokenAlarms({ state, names }: Props) {
  const { urgent, polite } = useAttention(state, names)
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
