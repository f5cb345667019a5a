// What one can do with the selected lines, or with the current one: always in sight at the foot of the list.

import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../../shared/alarms/state.ts'
import { useMay } from '../../access/me.ts'
import { Button } from '../../kit/button.tsx'
import { useIsPast } from '../../time-machine/time-hooks.ts'
import styles from './desk-actions.module.css'
import { DESK_COMMANDS, type DeskCommand, isOffered } from './desk-commands.ts'
import { KEY_COMMANDS, KEY_OF } from './desk-keys.ts'
import { useDeskPreferences } from './desk-preferences.ts'

type Props = {
  /** What they would act on. */
  readonly alarms: readonly Alarm[]
  /** How many lines are selected; 0 = the current one counts. */
  readonly selected: number
  readonly isBusy: boolean
  readonly onCommand: (command: DeskCommand, alarms: readonly Alarm[]) => void
  readonly onUnselect: () => void
}

export function DeskActions({ alarms, selected, isBusy, onCommand, onUnselect }: Props) {
  const { t } = useTranslation('alarms')
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('desk.command.label')} data-hint={alarms.length === 0}>
      {selected > 0 ? (
        <p className={styles.about}>
          {t('desk.command.selected', { number: selected })}
          <Button kind="quiet" onClick={onUnselect}>
            {t('desk.command.unselect')}
          </Button>
        </p>
      ) : (
        <p className={styles.about}>{alarms.length > 0 ? t('desk.command.current') : t('desk.command.nothing')}</p>
      )}
      <CommandButtons commands={AT_HAND} alarms={alarms} isBusy={isBusy} onCommand={onCommand} />
    </div>
  )
}

/** What has no end is done where the whole alarm is in sight. */
const AT_HAND = DESK_COMMANDS.filter(command => command !== 'take-out-of-service')

type ButtonsProps = Pick<Props, 'alarms' | 'isBusy' | 'onCommand'> & { readonly commands?: readonly DeskCommand[] }

/** Those that would do something to one of the alarms. */
export function CommandButtons({ commands = DESK_COMMANDS, alarms, isBusy, onCommand }: ButtonsProps) {
  const { t } = useTranslation('alarms')
  const { hasKeys } = useDeskPreferences()
  const may = useMay()
  const isPast = useIsPast()
  const { t: word } = useTranslation('programme')
  if (isPast) return alarms.length > 0 ? <p className={styles.about}>{word('shell.readOnlyPast')}</p> : null
  const offered = commands.filter(
    command => may({ kind: 'alarm', command }) && alarms.some(alarm => isOffered(command, alarm)),
  )
  return (
    <div className={styles.commands}>
      {offered.map(command => {
        const key = KEY_COMMANDS.find(one => one === command)
        return (
          <Button
            key={command}
            kind={command === 'acknowledge' ? 'primary' : 'plain'}
            {...(command === 'acknowledge' ? { icon: 'check' as const } : {})}
            isBusy={isBusy && command === 'acknowledge'}
            onClick={() => onCommand(command, alarms)}
          >
            {t(`desk.command.name.${command}`)}
            {hasKeys && key && <kbd className={styles.key}>{KEY_OF[key]}</kbd>}
          </Button>
        )
      })}
    </div>
  )
}
