// Adds the second factor in two steps: the password, then the key as a picture and as letters, with the first code as its proof.
import { useState } from 'react'
import type { z } from 'zod'
import type { Person, totpOfferSchema } from '../../../shared/access/api-schema.ts'
import type { FieldErrors } from '../../kit/form-errors.ts'
import { QrPicture } from '../../kit/qr-picture.tsx'
import { useToasts } from '../../kit/toast-region.tsx'
import { AccessDialog } from '../access-dialog.tsx'
import { CODE_LENGTH, CodeField } from '../code-field.tsx'
import { useAccessWords } from '../form-words.ts'
import { OwnPasswordDialog } from '../own-password-dialog.tsx'
import { useSessionsAgain } from '../own-sessions-query.ts'
import { errorsOf, sendAccess } from '../send-access.ts'
import { inGroups } from './key-groups.ts'
import styles from './totp.module.css'

type Offer = z.infer<typeof totpOfferSchema>
type Props = { readonly person: Person; readonly onClose: () => void }

export function AddTotpDialog(props: Props) {
  const [offer, setOffer] = useState<Offer>()
  return offer ? <ConfirmStep {...props} offer={offer} /> : <PasswordStep {...props} onOffer={setOffer} />
}

function PasswordStep({ person, onOffer, onClose }: Props & { readonly onOffer: (offer: Offer) => void }) {
  const { t } = useAccessWords()
  return (
    <OwnPasswordDialog<Offer>
      person={person}
      title={t('account.totpAdd')}
      about={t('account.totpStartAbout')}
      submitWords={t('account.totpGoOn')}
      path="totp/start"
      onDone={onOffer}
      onClose={onClose}
    />
  )
}

function ConfirmStep({ offer, onClose }: Props & { readonly offer: Offer }) {
  const { t, language } = useAccessWords()
  const { tell } = useToasts()
  const lookAgain = useSessionsAgain()
  const [code, setCode] = useState('')
  const submit = async () => {
    const answer = await sendAccess('totp/confirm', { code })
    if (!answer.body) return errorsOf(answer, language, t('form.away'))
    tell('done', t('account.totpAdded'))
    lookAgain()
    onClose()
    return undefined
  }
  return (
    <AccessDialog
      title={t('account.totpAdd')}
      submitWords={t('account.totpConfirm')}
      width="medium"
      check={(): FieldErrors => (code.length === CODE_LENGTH ? {} : { code: t('signIn.codeShort') })}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className={styles.offer}>
        <QrPicture className={styles.picture} address={offer.address} label={t('account.totpPicture')} />
        <div className={styles.words}>
          <p>{t('account.totpScan')}</p>
          <p className={styles.or}>{t('account.totpType')}</p>
          <code className={styles.key}>{inGroups(offer.secret)}</code>
        </div>
      </div>
      <CodeField name="code" label={t('account.totpCode')} isRequired value={code} onChange={setCode} />
    </AccessDialog>
  )
}
