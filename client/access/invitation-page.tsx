// Behind a one-time link: whom it is for, and then the form that fits.
import { useQuery } from '@tanstack/react-query'
import type { InvitationReply, Me } from '../../shared/access/api-schema.ts'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { DoorPage } from './door-page.tsx'
import { useAccessWords } from './form-words.ts'
import { forgetInvitation } from './invitation.ts'
import { errorsOf, sendAccess } from './send-access.ts'
import { SetPasswordForm } from './set-password-form.tsx'
import styles from './sign-in-page.module.css'

type Props = {
  /** Undefined when the link wasn't whole. */
  readonly secret: string | undefined
  readonly onEntered: (me: Me) => void
}

export function InvitationPage({ secret, onEntered }: Props) {
  const { t, language } = useAccessWords()
  const { data: answer, refetch } = useQuery({
    queryKey: ['access-invitation', secret],
    enabled: secret !== undefined,
    staleTime: Infinity,
    gcTime: 0,
    queryFn: () => sendAccess<InvitationReply>('invitations/look', { invitation: secret }),
  })
  const enter = (me: Me) => {
    forgetInvitation()
    onEntered(me)
  }
  if (secret !== undefined && !answer)
    return (
      <DoorPage title={t('invitation.title')}>
        <p className={styles.looking} role="status">
          {t('invitation.looking')}
        </p>
      </DoorPage>
    )
  if (secret === undefined || !answer || answer.status === 404 || answer.status === 400)
    return (
      <DoorPage title={t('invitation.gone')} about={t('invitation.goneHint')}>
        <div className={styles.ways}>
          <Button onClick={forgetInvitation}>{t('invitation.toSignIn')}</Button>
        </div>
      </DoorPage>
    )
  if (!answer.body)
    return (
      <DoorPage title={t('invitation.title')}>
        <Notice
          kind="warning"
          title={errorsOf(answer, language, t('form.away'))[''] ?? t('form.away')}
          actions={<Button onClick={() => void refetch()}>{t('invitation.again')}</Button>}
        />
      </DoorPage>
    )
  const { body } = answer
  return body.kind === 'set-up' ? (
    <DoorPage title={t('invitation.setUpTitle')} about={t('invitation.setUpAbout')}>
      <SetPasswordForm secret={secret} invitation={body} onEntered={enter} />
    </DoorPage>
  ) : (
    <DoorPage
      title={t('invitation.title')}
      about={
        <>
          {t('invitation.hello', { name: body.name })} {t('invitation.forWhom', { login: body.login })}
        </>
      }
    >
      <SetPasswordForm secret={secret} invitation={body} onEntered={enter} />
    </DoorPage>
  )
}
