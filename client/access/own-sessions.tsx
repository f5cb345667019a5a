// Where one is signed in: device, place and time of each session; one that isn't known can be ended.
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { type Column, DataTable } from '../kit/data-table.tsx'
import { Notice } from '../kit/notice.tsx'
import { useToasts } from '../kit/toast-region.tsx'
import { deviceOf } from './device-words.ts'
import { type AccessWords, momentOf, useAccessWords } from './form-words.ts'
import styles from './own-sessions.module.css'
import { type SessionsReply, useOwnSessions, useSessionsAgain } from './own-sessions-query.ts'
import { errorsOf, sendAccess } from './send-access.ts'

type Session = SessionsReply['sessions'][number]

export function OwnSessions() {
  const { t } = useAccessWords()
  const { data, isError } = useOwnSessions()
  if (!data)
    return isError ? <Notice kind="warning" title={t('form.notLoaded')} /> : <p role="status">{t('form.loading')}</p>
  const columns: readonly Column<Session>[] = [
    {
      key: 'device',
      title: t('account.device'),
      isRowHeader: true,
      render: session => (
        <span className={styles.device}>
          <span>{deviceWords(t, session.agent)}</span>
          {session.isThis && <span className={styles.mark}>{t('account.thisOne')}</span>}
        </span>
      ),
    },
    { key: 'address', title: t('account.address'), render: ({ address }) => <code>{address}</code> },
    {
      key: 'since',
      title: t('account.since'),
      render: ({ createdAt, how }) => (
        <>
          {momentOf(t, createdAt)} <span className={styles.how}>{t(`account.how.${how}`)}</span>
        </>
      ),
    },
    { key: 'seen', title: t('account.seen'), render: ({ seenAt }) => momentOf(t, seenAt) },
    {
      key: 'end',
      title: t('account.end'),
      render: session => (session.isThis ? null : <EndButton session={session} />),
    },
  ]
  return (
    <DataTable
      caption={t('account.sessions')}
      isCaptionHidden
      columns={columns}
      rows={data.sessions}
      rowKey={({ id }) => id}
      emptyWords={t('form.loading')}
      maxHeight="none"
    />
  )
}

function EndButton({ session }: { readonly session: Session }) {
  const { t, language } = useAccessWords()
  const { tell } = useToasts()
  const lookAgain = useSessionsAgain()
  const [isBusy, setBusy] = useState(false)
  const end = async () => {
    setBusy(true)
    const answer = await sendAccess('sessions/revoke', { session: session.id })
    setBusy(false)
    // Gone already is as good as ended.
    if (answer.body || answer.status === 404) tell('done', t('account.ended'))
    else tell('error', errorsOf(answer, language, t('form.away'))[''] ?? t('form.away'))
    lookAgain()
  }
  return (
    <Button isBusy={isBusy} busyWords={t('form.sending')} onClick={() => void end()}>
      {t('account.end')}
      <span className="spoken"> {t('account.endNamed', { what: deviceWords(t, session.agent) })}</span>
    </Button>
  )
}

function deviceWords(t: AccessWords, agent: string): string {
  const { browser, system } = deviceOf(agent)
  if (browser !== undefined && system !== undefined) return t('account.onSystem', { browser, system })
  return browser ?? system ?? t('account.unknownDevice')
}
