// Sound and browser notifications of this browser: switches, tests, and what the browser allows. Opens from the head of the desk.
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { PRIORITIES } from '../../../shared/alarms/rule.ts'
import { Button } from '../../kit/button.tsx'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { NOTIFIED } from './attention.ts'
import { askPermission, onPermissionChange, permission, watchPermission } from './browser-notifications.ts'
import styles from './desk-dialogs.module.css'
import { prefer, useDeskPreferences } from './desk-preferences.ts'
import { type SoundState, tonePlayer } from './tone-player.ts'

export const useSoundState = (): SoundState => useSyncExternalStore(tonePlayer.onChange, tonePlayer.state)

type Props = { readonly onClose: () => void }

export function SignalSettings({ onClose }: Props) {
  const { t } = useTranslation('alarms')
  return (
    <Dialog title={t('desk.signal.label')} words={{ close: t('shell.close') }} isDirty={false} onClose={onClose}>
      <div className={styles.parts}>
        <SoundPart />
        <NotificationPart />
      </div>
    </Dialog>
  )
}

function SoundPart() {
  const { t } = useTranslation('alarms')
  const { hasSound } = useDeskPreferences()
  const state = useSoundState()
  return (
    <section className={styles.part}>
      <CheckboxField
        name="sound"
        label={t('desk.signal.sound')}
        isDisabled={state === 'missing'}
        isChecked={hasSound}
        onChange={isChecked => prefer({ hasSound: isChecked })}
      />
      <p className={styles.note} role="status" data-warns={state === 'blocked' || state === 'missing'}>
        {t(`desk.signal.soundState.${state}`)}
      </p>
      <div className={styles.row}>
        {PRIORITIES.map(priority => (
          <Button key={priority} isDisabled={state !== 'ready'} onClick={() => tonePlayer.play(priority)}>
            {t('desk.signal.test', { priority: t(`term.priority.${priority}`) })}
          </Button>
        ))}
      </div>
    </section>
  )
}

function NotificationPart() {
  const { t } = useTranslation('alarms')
  const { notified } = useDeskPreferences()
  const allowed = useSyncExternalStore(onPermissionChange, permission)
  useEffect(() => watchPermission(), [])
  const isPossible = allowed === 'default' || allowed === 'granted'
  return (
    <section className={styles.part}>
      <RadioGroup
        name="notified"
        label={t('desk.signal.notifications')}
        isDisabled={!isPossible}
        options={NOTIFIED.map(value => ({ value, label: t(`desk.signal.notified.${value}`) }))}
        value={notified}
        onChange={value => {
          prefer({ notified: value })
          if (value !== 'off') void askPermission()
        }}
      />
      <p className={styles.note} role="status" data-warns={!isPossible}>
        {t(`desk.signal.permission.${allowed}`)}
      </p>
    </section>
  )
}
