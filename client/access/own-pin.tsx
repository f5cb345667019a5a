// One's own PIN for kiosks: set with the password, removed with it.
import '../kiosk/entry/words/vocabulary.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../shared/access/api-schema.ts'
import { MAX_PIN, pinFault } from '../../shared/access/pin-rule.ts'
import { Button } from '../kit/button.tsx'
import type { FieldErrors } from '../kit/form-errors.ts'
import { useToasts } from '../kit/toast-region.tsx'
import { AccessDialog } from './access-dialog.tsx'
import { useAccessWords } from './form-words.ts'
import { askWho } from './me-query.ts'
import styles from './own-sign-in.module.css'
import { Way } from './own-sign-in.tsx'
import { PasswordField } from './password-field.tsx'
import { errorsOf, sendAccess } from './send-access.ts'

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
  const { t: general, language } = useAccessWords()
  const { t } = useTranslation('entry')
  const { tell } = useToasts()
  const [current, setCurrent] = useState('')
  const [pin, setPin] = useState('')
  const fault = pinFault(pin)
  const check = (): FieldErrors => ({
    ...(current === '' ? { current: general('form.missing') } : {}),
    ...(fault ? { pin: t(`ownPin.${fault}`) } : {}),
  })
  const submit = async () => {
    const answer = await sendAccess('pin', { current, pin })
    if (!answer.body) return errorsOf(answer, language, general('form.away'))
    tell('done', t('ownPin.done'))
    askWho()
    onClose()
    return undefined
  }
  return (
    <AccessDialog
      title={t(person.hasPin ? 'ownPin.change' : 'ownPin.set')}
      about={t('ownPin.about')}
      submitWords={t('ownPin.save')}
      check={check}
      onSubmit={submit}
      onClose={onClose}
    >
      <input type="text" hidden readOnly autoComplete="username" value={person.login} />
      <PasswordField
        name="current"
        label={general('account.passwordCurrent')}
        isRequired
        use="current-password"
        value={current}
        onChange={setCurrent}
      />
      <PasswordField
        name="pin"
        label={t('ownPin.new')}
        hint={t('ownPin.rule')}
        isRequired
        use="new-password"
        value={pin}
        onChange={typed => setPin(typed.replaceAll(/\D/g, '').slice(0, MAX_PIN))}
      />
    </AccessDialog>
  )
}

function RemovePinForm({ person, onClose }: FormProps) {
  const { t: general, language } = useAccessWords()
  const { t } = useTranslation('entry')
  const { tell } = useToasts()
  const [current, setCurrent] = useState('')
  const submit = async () => {
    const answer = await sendAccess('pin/remove', { current })
    if (!answer.body) return errorsOf(answer, language, general('form.away'))
    tell('done', t('ownPin.removed'))
    askWho()
    onClose()
    return undefined
  }
  return (
    <AccessDialog
      title={t('ownPin.remove')}
      submitWords={t('ownPin.remove')}
      isDanger
      check={(): FieldErrors => (current === '' ? { current: general('form.missing') } : {})}
      onSubmit={submit}
      onClose={onClose}
    >
      <input type="text" hidden readOnly autoComplete="username" value={person.login} />
      <PasswordField
        name="current"
        label={general('account.passwordCurrent')}
        isRequired
        use="current-password"
        value={current}
        onChange={setCurrent}
      />
    </AccessDialog>
  )
}
