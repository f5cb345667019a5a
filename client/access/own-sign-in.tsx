// How one signs in: the password and the second factor, each with how it stands and what one can do about it.
import { type ReactNode, useState } from 'react'
import type { Person } from '../../shared/access/api-schema.ts'
import { Button } from '../kit/button.tsx'
import { ChangePasswordForm } from './change-password-form.tsx'
import { useAccessWords } from './form-words.ts'
import styles from './own-sign-in.module.css'
import { AddTotpDialog } from './totp/add-totp-dialog.tsx'
import { RemoveTotpForm } from './totp/remove-totp-form.tsx'

type Props = { readonly person: Person }

export function PasswordPart({ person }: Props) {
  const { t } = useAccessWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <Way
      title={t('account.password')}
      standing={t(person.hasPassword ? 'account.passwordIs' : 'account.passwordOutside')}
    >
      {person.hasPassword && <Button onClick={() => setOpen(true)}>{t('account.passwordChange')}</Button>}
      {isOpen && <ChangePasswordForm person={person} onClose={() => setOpen(false)} />}
    </Way>
  )
}

export function TotpPart({ person }: Props) {
  const { t } = useAccessWords()
  const [open, setOpen] = useState<'add' | 'remove'>()
  const close = () => setOpen(undefined)
  if (!person.hasPassword) return null
  return (
    <Way title={t('account.totp')} standing={t(person.hasTotp ? 'account.totpOn' : 'account.totpOff')}>
      {person.hasTotp ? (
        <Button onClick={() => setOpen('remove')}>{t('account.totpRemove')}</Button>
      ) : (
        <Button kind="primary" onClick={() => setOpen('add')}>
          {t('account.totpAdd')}
        </Button>
      )}
      {open === 'add' && <AddTotpDialog person={person} onClose={close} />}
      {open === 'remove' && <RemoveTotpForm person={person} onClose={close} />}
    </Way>
  )
}

type WayProps = { readonly title: string; readonly standing: string; readonly children: ReactNode }

export function Way({ title, standing, children }: WayProps) {
  return (
    <div className={styles.way}>
      <dt>{title}</dt>
      <dd className={styles.standing}>{standing}</dd>
      <dd>{children}</dd>
    </div>
  )
}
