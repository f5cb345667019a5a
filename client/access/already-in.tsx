// Whoever comes to the sign-in page and is in already: who that is, on to the station, or out.
import type { Me } from '../../shared/access/api-schema.ts'
import { Button, ButtonLink } from '../kit/button.tsx'
import { DoorPage } from './door-page.tsx'
import { useAccessWords } from './form-words.ts'
import { signOut } from './me-query.ts'
import styles from './sign-in-page.module.css'

type Props = { readonly me: Me; readonly to: string }

export function AlreadyIn({ me, to }: Props) {
  const { t } = useAccessWords()
  const isPerson = me.who.kind === 'person'
  return (
    <DoorPage
      title={t(isPerson ? 'signIn.already' : 'account.noAccount')}
      about={me.who.kind === 'person' ? `${me.who.name} · ${me.who.login}` : t('account.noAccountHint')}
    >
      <div className={styles.ways}>
        {isPerson && <Button onClick={() => void signOut()}>{t('signIn.signOut')}</Button>}
        <ButtonLink kind="primary" to={to}>
          {t('signIn.goOn')}
        </ButtonLink>
      </div>
    </DoorPage>
  )
}
