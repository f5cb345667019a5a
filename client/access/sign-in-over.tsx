// The session ran out while a page was in use: the sign-in stands over it, and what was being typed stays below. Nothing of the page
// can be read meanwhile: whoever sits there now may be somebody else.
import './words/vocabulary.ts'
import { useId, useLayoutEffect, useRef } from 'react'
import { navigate } from '../app/address.ts'
import { Button } from '../kit/button.tsx'
import { useAccessWords } from './form-words.ts'
import { takeMe } from './me-query.ts'
import { SignInForm } from './sign-in-form.tsx'
import styles from './sign-in-over.module.css'

/** @param login whose session it was */
export function SignInOver({ login }: { readonly login: string }) {
  const { t } = useAccessWords()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      closedby="none"
      onCancel={event => event.preventDefault()}
      // A browser that doesn't know `closedby` lets a second Esc through without asking.
      onClose={() => dialog.current?.showModal()}
    >
      <div className={styles.sheet}>
        <div className={styles.head}>
          <h2 id={titleId}>{t('signIn.overTitle')}</h2>
          <p>{t('signIn.overAbout')}</p>
        </div>
        <SignInForm
          login={login}
          onSignedIn={takeMe}
          beside={
            <Button kind="quiet" onClick={() => navigate('/sign-in')}>
              {t('signIn.overLeave')}
            </Button>
          }
        />
      </div>
    </dialog>
  )
}
