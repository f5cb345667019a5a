// The form of every command about displays.
import type { DisplayCommand } from '../../shared/displays/command.ts'
import { decideDisplayCommand } from '../../shared/displays/decide.ts'
import { JudgedForm, type JudgedFormProps } from '../alarms/judged-form.tsx'
import { useDisplayState } from '../displays/display-hooks.tsx'
import { createDisplaySender } from './send-display-command.ts'

type Props = JudgedFormProps<DisplayCommand> & {
  /** Somebody else changed it meanwhile, and only the station knows yet. */
  readonly onConflict?: () => void
}

/** One right stands for every command about displays. */
const ACTION = { kind: 'display', command: 'save-profile' } as const

export function DisplayCommandForm({ onConflict, ...props }: Props) {
  const state = useDisplayState()
  return (
    <JudgedForm<DisplayCommand>
      {...props}
      doing={ACTION}
      judge={(command, world) => (state ? decideDisplayCommand({ state, ...world }, command) : undefined)}
      createSender={createDisplaySender}
      onRefused={errors => {
        const isConflict = onConflict !== undefined && errors.some(({ code }) => code === 'profile-changed')
        if (isConflict) onConflict()
        return isConflict
      }}
    />
  )
}
