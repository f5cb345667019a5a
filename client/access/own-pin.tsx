// One's own PIN for kiosks: set with the password, removed with it.
import '../kiosk/entry/words/vocabulary.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../shared/access/api-schema.ts'
import { MAX_PIN, pinFault } from '../../shared/access/pin-rule.ts'
import { Button } from '../kit/button.tsx'
import { useToasts } from '../kit/toast-region.tsx'
import { askWho } from './me-query.ts'
import { OwnPasswordDialog } from './own-password-dialog.tsx'
import styles from './own-sign-in.module.css'
import { Way } from './own-sign-in.tsx'
import { PasswordField } from './password-field.tsx'

type Props = { readonly person: Person }

export function PinPart({ person }: Props) {
  const { t } = useTranslation('entry')
  const [open, setOpen] = useState<'set' | 'remove'>()
  const close = () => setOpen(undefined)
  // Whoever signs in elsewhere has no password to set one with: the phone is their way.
  if (!person.hasPassword) return null
  return (
    <Way title={t('ownPin.title')} standing={t(person.hasPin ? 'ownPin.on' : 'ownPin.off')}>
      <div className={styles.buttons}>
        <Button onClick={() => setOpen('set')}>{t(person.hasPin ? 'ownPin.change' : 'ownPin.set')}</Button>
        {person.hasPin && <Button onClick={() => setOpen('remove')}>{t('ownPin.remove')}</Button>}
      </div>
      {open === 'set' && <SetPinForm person={person} onClose={close} />}
      {open === 'remove' && <RemovePinForm person={person} onClose={close} />}
    </Way>
  )
}

type FormProps = Props & { readonly onClose: () => void }

function SetPinForm({ person, onClose }: FormProps) {
  const { t } = useTranslation('entry')
  const { tell } = useToasts()
  const [pin, setPin] = useState('')
  const fault = pinFault(pin)
  return (
    <OwnPasswordDialog
      person={person}
      title={t(person.hasPin ? 'ownPin.change' : 'ownPin.set')}
      about={t('ownPin.about')}
      submitWords={t('ownPin.save')}
      path="pin"
      sent={{ pin }}
      check={() => (fault ? { pin: t(`ownPin.${fault}`) } : {})}
      onDone={() => {
        tell('done', t('ownPin.done'))
        askWho()
        onClose()
      }}
      onClose={onClose}
    >
      <PasswordField
        name="pin"
        label={t('ownPin.new')}
        hint={t('ownPin.rule')}
        isRequired
        use="new-password"
        value={pin}
        onChange={typed => setPin(typed.replaceAll(/\D/g, '').slice(0, MAX_PIN))}
      />
    </OwnPasswordDialog>
  )
}

function RemovePinForm({ person, onClose }: FormProps) {
  const { t } = useTranslation('entry')
  const { tell } = useToasts()
  return (
    <OwnPasswordDialog
      person={person}
      title={t('ownPin.remove')}
      submitWords={t('ownPin.remove')}
      isDanger
      path="pin/remove"
      onDone={() => {
        tell('done', t('ownPin.removed'))
        askWho()
        onClose()
      }}
      onClose={onClose}
    />
  )
}
