// The form of every command of the desk.
import type { DeskCommand } from '../../shared/desk/command.ts'
import { decideDeskCommand } from '../../shared/desk/decide.ts'
import { JudgedForm, type JudgedFormProps } from '../alarms/judged-form.tsx'
import { useIsPast } from '../time-machine/time-hooks.ts'
import { useDesk } from './desk-hooks.ts'
import { createDeskSender } from './send-desk-command.ts'

/** One right stands for everything that is written at the desk. */
export const WRITE = { kind: 'desk', command: 'write-log-entry' } as const

export function DeskForm(props: JudgedFormProps<DeskCommand>) {
  const { state } = useDesk()
  const isPast = useIsPast()
  return (
    <JudgedForm<DeskCommand>
      {...props}
      doing={WRITE}
      // A picture of the past says nothing about what may be written now.
      judge={(command, world) => (isPast || !state ? undefined : decideDeskCommand({ state, ...world }, command))}
      createSender={createDeskSender}
    />
  )
}
