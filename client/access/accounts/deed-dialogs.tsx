// What else can be done to an account: first the list of it with what each means, then the question before it is done.
import type { AccountRow } from '../../../shared/access/api-schema.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { AccessDialog } from '../access-dialog.tsx'
import { useAccessWords } from '../form-words.ts'
import { errorsOf } from '../send-access.ts'
import { COMMAND_OF, type Deed, deedsOf, isGrave } from './account-deeds.ts'
import { type CommandReply, useAccountCommand } from './accounts-query.ts'
import styles from './deed-dialogs.module.css'

type ListProps = { readonly row: AccountRow; readonly onDeed: (deed: Deed) => void; readonly onClose: () => void }

export function DeedList({ row, onDeed, onClose }: ListProps) {
  const { t } = useAccessWords()
  return (
    <Dialog
      title={t('accounts.moreTitle', { login: row.login })}
      description={row.name}
      words={{ close: t('form.close') }}
      width="medium"
      onClose={onClose}
    >
      <ul className={styles.deeds}>
        {deedsOf(row).map(deed => (
          <li key={deed}>
            <p>{t(`accounts.${deed}About`)}</p>
            <Button kind={isGrave(deed) ? 'danger' : 'plain'} onClick={() => onDeed(deed)}>
              {t(`accounts.${deed}`)}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

type QuestionProps = {
  readonly row: AccountRow
  readonly deed: Deed
  readonly onDone: (reply: CommandReply) => void
  readonly onClose: () => void
}

export function DeedQuestion({ row, deed, onDone, onClose }: QuestionProps) {
  const { t, language } = useAccessWords()
  const send = useAccountCommand()
  const submit = async () => {
    const answer = await send({ command: COMMAND_OF[deed], data: { account: row.id } })
    if (!answer.body) {
      const errors = errorsOf(answer, language, t('form.away'))
      // There is no field to lead to.
      return { '': Object.values(errors).join(' ') }
    }
    onDone(answer.body)
    return undefined
  }
  return (
    <AccessDialog
      title={`${t(`accounts.${deed}`)}: ${row.login}`}
      about={t(`accounts.${deed}About`)}
      submitWords={t(`accounts.${deed}`)}
      isDanger={isGrave(deed)}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{row.name}</p>
    </AccessDialog>
  )
}
