// /admin/accounts: who has an account, with which roles; adding, changing, inviting again, shutting out.
import { useState } from 'react'
import type { AccountRow } from '../../../shared/access/api-schema.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useToasts } from '../../kit/toast-region.tsx'
import { Toolbar } from '../../kit/toolbar.tsx'
import { AdminFrame } from '../admin-frame.tsx'
import { useAccessWords } from '../form-words.ts'
import { hasRight } from '../may.ts'
import { useMe } from '../me.ts'
import type { Deed } from './account-deeds.ts'
import { AccountForm } from './account-form.tsx'
import { AccountTable } from './account-table.tsx'
import styles from './accounts-page.module.css'
import { type CommandReply, useAccounts } from './accounts-query.ts'
import { DeedList, DeedQuestion } from './deed-dialogs.tsx'
import { isFound } from './find-account.ts'
import { InvitationLink } from './invitation-link.tsx'
import { RoleTable } from './role-table.tsx'

export function AccountsPage() {
  return (
    <AdminFrame part="accounts">
      <Accounts />
    </AdminFrame>
  )
}

type Open =
  | { readonly kind: 'add' }
  | { readonly kind: 'change' | 'more'; readonly row: AccountRow }
  | { readonly kind: 'deed'; readonly row: AccountRow; readonly deed: Deed }
  | { readonly kind: 'link'; readonly login: string; readonly secret: string }

function Accounts() {
  const { t } = useAccessWords()
  const { tell } = useToasts()
  const me = useMe()
  const { data, isError } = useAccounts()
  const [text, setText] = useState('')
  const [open, setOpen] = useState<Open>()
  const mayManage = hasRight(me, 'manage-accounts')
  const all = data?.accounts ?? []
  const rows = all.filter(row => isFound(row, text))
  const close = () => setOpen(undefined)
  const done = (login: string, { invitation }: CommandReply, said: string) => {
    // A link says it itself, and must not be covered.
    if (invitation === null) tell('done', said)
    setOpen(invitation === null ? undefined : { kind: 'link', login, secret: invitation })
  }
  return (
    <>
      <header className={styles.head}>
        <h2>{t('accounts.title')}</h2>
        <p>{t('accounts.about')}</p>
      </header>
      <Toolbar
        label={t('accounts.filters')}
        {...(data ? { status: t('accounts.status', { shown: rows.length, total: all.length }) } : {})}
        actions={
          mayManage && (
            <Button kind="primary" icon="plus" onClick={() => setOpen({ kind: 'add' })}>
              {t('accounts.add')}
            </Button>
          )
        }
      >
        <TextField name="find" kind="search" label={t('accounts.find')} value={text} onChange={setText} />
      </Toolbar>
      {data ? (
        <AccountTable
          rows={rows}
          ownId={me?.who.kind === 'person' ? me.who.account : undefined}
          {...(mayManage ? { onOpen: (kind: 'change' | 'more', row: AccountRow) => setOpen({ kind, row }) } : {})}
        />
      ) : isError ? (
        <Notice kind="warning" title={t('form.notLoaded')} />
      ) : (
        <p role="status">{t('form.loading')}</p>
      )}
      <RoleTable />
      {(open?.kind === 'add' || open?.kind === 'change') && (
        <AccountForm
          row={open.kind === 'change' ? open.row : undefined}
          onDone={(login, reply) =>
            done(login, reply, t(open.kind === 'add' ? 'accounts.added' : 'accounts.changed', { login }))
          }
          onClose={close}
        />
      )}
      {open?.kind === 'more' && (
        <DeedList row={open.row} onDeed={deed => setOpen({ kind: 'deed', row: open.row, deed })} onClose={close} />
      )}
      {open?.kind === 'deed' && (
        <DeedQuestion
          row={open.row}
          deed={open.deed}
          onDone={reply => {
            const { login } = open.row
            done(login, reply, t('accounts.done', { what: t(`accounts.${open.deed}`), login }))
          }}
          onClose={close}
        />
      )}
      {open?.kind === 'link' && <InvitationLink login={open.login} secret={open.secret} onClose={close} />}
    </>
  )
}
