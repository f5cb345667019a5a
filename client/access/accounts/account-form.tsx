// Adds an account, or changes the name and roles of one. What the station refuses is said by the field.
import { useState } from 'react'
import type { AccountRow } from '../../../shared/access/api-schema.ts'
import { FieldRow } from '../../kit/form.tsx'
import type { FieldErrors } from '../../kit/form-errors.ts'
import { TextField } from '../../kit/text-field.tsx'
import { AccessDialog } from '../access-dialog.tsx'
import { useAccessWords } from '../form-words.ts'
import { isLogin, isPersonName, tidyLogin } from '../new-account.ts'
import { errorsOf } from '../send-access.ts'
import { type CommandReply, useAccountCommand } from './accounts-query.ts'
import { draftsOf, type GrantDraft, grantFaults, grantsOf, newDraft } from './grant-drafts.ts'
import { GrantsEditor } from './grants-editor.tsx'

type Props = {
  /** Undefined = a new one. */
  readonly row: AccountRow | undefined
  readonly onDone: (login: string, reply: CommandReply) => void
  readonly onClose: () => void
}

export function AccountForm({ row, onDone, onClose }: Props) {
  const { t, language } = useAccessWords()
  const send = useAccountCommand()
  const [login, setLogin] = useState(row?.login ?? '')
  const [name, setName] = useState(row?.name ?? '')
  const [drafts, setDrafts] = useState<readonly GrantDraft[]>(() => (row ? draftsOf(row.grants) : [newDraft([])]))

  const check = (): FieldErrors => ({
    ...(row || isLogin(login) ? {} : { login: t('invitation.loginBad') }),
    ...(isPersonName(name) ? {} : { name: t('invitation.nameBad') }),
    ...Object.fromEntries(
      grantFaults(drafts).map(({ at, kind }) => [
        `grants.${at}.unit`,
        t(kind === 'twice' ? 'accounts.twice' : 'accounts.unitMissing', { number: at + 1 }),
      ]),
    ),
  })
  const submit = async (): Promise<FieldErrors | undefined> => {
    const about = { name: name.trim(), grants: grantsOf(drafts) }
    const answer = await send(
      row
        ? { command: 'change-account', data: { account: row.id, ...about } }
        : { command: 'add-account', data: { login: tidyLogin(login), ...about } },
    )
    if (!answer.body) return errorsOf(answer, language, t('form.away'))
    onDone(row?.login ?? tidyLogin(login), answer.body)
    return undefined
  }
  return (
    <AccessDialog
      title={row ? t('accounts.changeTitle', { login: row.login }) : t('accounts.addTitle')}
      submitWords={row ? t('accounts.save') : t('accounts.add')}
      width="medium"
      check={check}
      onSubmit={submit}
      onClose={onClose}
    >
      <FieldRow>
        <TextField name="name" label={t('invitation.name')} isRequired maxLength={80} value={name} onChange={setName} />
        {!row && (
          <TextField
            name="login"
            label={t('signIn.login')}
            hint={t('invitation.loginHint')}
            isRequired
            maxLength={64}
            value={login}
            onChange={setLogin}
          />
        )}
      </FieldRow>
      <GrantsEditor drafts={drafts} onChange={setDrafts} />
    </AccessDialog>
  )
}
