// /account: who one is to the station, how one signs in, and where one is signed in.
import './words/vocabulary.ts'
import type { ReactNode } from 'react'
import type { Person } from '../../shared/access/api-schema.ts'
import { navigate, useParameters } from '../app/address.ts'
import { addressInLanguage } from '../app/areas.ts'
import { PageHead } from '../design/page-head.tsx'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { ToastProvider } from '../kit/toast-region.tsx'
import styles from './account-page.module.css'
import { useAccessWords } from './form-words.ts'
import { useMe } from './me.ts'
import { signOut } from './me-query.ts'
import { PinPart } from './own-pin.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { PasswordPart, TotpPart } from './own-sign-in.tsx'
import { grantWords, mayWords } from './role-words.ts'
import { useUnitName } from './use-unit-names.ts'

export function AccountPage() {
  const { t } = useAccessWords()
  const me = useMe()
  useParameters()
  return (
    <ToastProvider words={{ region: t('form.messages'), dismiss: t('form.close') }}>
      <PageHead title={t('account.title')} area={undefined} isLive={false} />
      <main className={styles.page} id="main">
        {me?.who.kind === 'person' ? (
          <Account person={me.who} />
        ) : (
          <Notice kind="info" title={t('account.noAccount')}>
            {t('account.noAccountHint')}
          </Notice>
        )}
      </main>
    </ToastProvider>
  )
}

function Account({ person }: { readonly person: Person }) {
  const { t } = useAccessWords()
  const unitName = useUnitName()
  const leave = () => {
    navigate(addressInLanguage('/sign-in'))
    void signOut()
  }
  return (
    <>
      <header className={styles.head}>
        <div>
          <h2>{person.name}</h2>
          <p>
            {t('account.login')}: <strong>{person.login}</strong>
          </p>
        </div>
        <Button onClick={leave}>{t('account.signOut')}</Button>
      </header>
      <div className={styles.columns}>
        <Part title={t('account.roles')}>
          <ul className={styles.roles}>
            {person.grants.map(grant => (
              <li key={`${grant.role} ${grant.unit}`}>
                {grantWords(t, grant, unitName)}
                <span className={styles.may}>{mayWords(t, grant)}</span>
              </li>
            ))}
          </ul>
        </Part>
        <Part title={t('account.signIn')}>
          <dl className={styles.ways}>
            <PasswordPart person={person} />
            <TotpPart person={person} />
            <PinPart person={person} />
          </dl>
        </Part>
      </div>
      <Part title={t('account.sessions')} about={t('account.sessionsAbout')}>
        <OwnSessions />
      </Part>
    </>
  )
}

type PartProps = { readonly title: string; readonly about?: string; readonly children: ReactNode }

function Part({ title, about, children }: PartProps) {
  return (
    <section className={styles.part}>
      <div>
        <h3>{title}</h3>
        {about !== undefined && <p className={styles.about}>{about}</p>}
      </div>
      {children}
    </section>
  )
}
