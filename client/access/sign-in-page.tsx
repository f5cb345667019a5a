// The way in: sign in, by password or the identity provider; or, with a link, set a password first. Then on to where one wanted to be.
import './words/vocabulary.ts'
import { useState, useSyncExternalStore } from 'react'
import type { Me } from '../../shared/access/api-schema.ts'
import { addressPlus, navigate, useParameters, usePathname } from '../app/address.ts'
import { Notice } from '../kit/notice.tsx'
import { AlreadyIn } from './already-in.tsx'
import { DoorPage } from './door-page.tsx'
import { useAccessWords } from './form-words.ts'
import { invitation as heldInvitation, takeInvitation, watchInvitation } from './invitation.ts'
import { InvitationPage } from './invitation-page.tsx'
import { useMe } from './me.ts'
import { takeMe } from './me-query.ts'
import { outsidePath, returnPath } from './return-path.ts'
import { isSecureAddress } from './secure-address.ts'
import { SignInForm } from './sign-in-form.tsx'
import styles from './sign-in-page.module.css'

export function SignInPage() {
  const parameters = useParameters()
  const isOwnAddress = usePathname().startsWith('/sign-in')
  // Before anything is drawn.
  useState(takeInvitation)
  const held = useSyncExternalStore(watchInvitation, heldInvitation)
  const me = useMe()
  const to = isOwnAddress
    ? addressPlus(returnPath(parameters, location.origin), { lang: parameters.get('lang') ?? undefined })
    : `${location.pathname}${location.search}`
  const enter = (entered: Me) => {
    takeMe(entered)
    if (isOwnAddress) navigate(to)
  }
  if (isOwnAddress && held.kind !== 'none')
    return (
      <InvitationPage
        key={held.kind === 'secret' ? held.secret : 'broken'}
        secret={held.kind === 'secret' ? held.secret : undefined}
        onEntered={enter}
      />
    )
  if (me?.who.kind === 'person' || me?.who.kind === 'local') return <AlreadyIn me={me} to={to} />
  return <SignIn me={me} to={to} onSignedIn={enter} />
}

type Props = { readonly me: Me | undefined; readonly to: string; readonly onSignedIn: (me: Me) => void }

function SignIn({ me, to, onSignedIn }: Props) {
  const { t } = useAccessWords()
  const turnedBack = useParameters().get('outside')
  return (
    <DoorPage title={t('signIn.title')} about={t('signIn.about')} foot={t('signIn.forgotten')}>
      {me?.isNew === true && (
        <Notice kind="info" title={t('signIn.isNew')}>
          {t('signIn.isNewHint')}
        </Notice>
      )}
      {!isSecureAddress(location) && (
        <Notice kind="warning" title={t('signIn.https')}>
          {t('signIn.httpsHint')}
        </Notice>
      )}
      {turnedBack !== null && (
        <Notice kind="error" title={t(turnedBack === 'away' ? 'signIn.outsideAway' : 'signIn.outsideRefused')} />
      )}
      {me && me.outside !== null && (
        <div className={styles.outside}>
          {/* The station's own page sends the browser on: a link that loads. */}
          <a className={styles.provider} href={outsidePath(to)}>
            {t('signIn.outside', { name: me.outside })}
          </a>
          <p className={styles.or}>{t('signIn.or')}</p>
        </div>
      )}
      <SignInForm onSignedIn={onSignedIn} />
    </DoorPage>
  )
}
