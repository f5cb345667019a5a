// The link by which somebody sets their password: shown once, to be copied, with until when it is good.
import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useMoment } from '../../live/live-hooks.tsx'
import { momentOf, useAccessWords } from '../form-words.ts'
import styles from './invitation-link.module.css'

/** As the station issues it. */
const GOOD_FOR_MS = 24 * 3_600_000

type Props = { readonly login: string; readonly secret: string; readonly onClose: () => void }

export function InvitationLink({ login, secret, onClose }: Props) {
  const { t } = useAccessWords()
  const { serverNow } = useMoment()
  const [until] = useState(serverNow === undefined ? undefined : serverNow + GOOD_FOR_MS)
  const [copied, setCopied] = useState<'yes' | 'no'>()
  const link = `${location.origin}/sign-in#${secret}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      setCopied('yes')
    } catch {
      setCopied('no')
    }
  }
  return (
    <Dialog
      title={t('accounts.linkTitle', { login })}
      words={{ close: t('form.close') }}
      width="medium"
      footer={
        <>
          <Button onClick={onClose}>{t('accounts.linkDone')}</Button>
          <Button kind="primary" icon={copied === 'yes' ? 'check' : 'link'} onClick={() => void copy()}>
            {t(copied === 'yes' ? 'accounts.copied' : 'accounts.copy')}
          </Button>
        </>
      }
      onClose={onClose}
    >
      <div className={styles.link}>
        <Notice kind="info" title={t('accounts.linkOnce')}>
          {until === undefined ? t('accounts.linkHintDay') : t('accounts.linkHint', { until: momentOf(t, until) })}
        </Notice>
        <p className={styles.address} aria-label={t('accounts.link')}>
          <code>{link}</code>
        </p>
        <p className="spoken" role="status">
          {copied === 'yes' && t('accounts.copied')}
        </p>
        {copied === 'no' && <Notice kind="warning" title={t('accounts.copyFailed')} />}
      </div>
    </Dialog>
  )
}
