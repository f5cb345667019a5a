// The accounts as rows: who, with which roles, how the account stands, when it was used.
import type { AccountRow } from '../../../shared/access/api-schema.ts'
import { Button } from '../../kit/button.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { momentOf, useAccessWords } from '../form-words.ts'
import { grantWords } from '../role-words.ts'
import { useUnitName } from '../use-unit-names.ts'
import styles from './accounts-page.module.css'

const MARK = { active: 'on-track', invited: 'unknown', disabled: 'paused' } as const

type Props = {
  readonly rows: readonly AccountRow[]
  readonly ownId: string | undefined
  /** Undefined for whoever only looks. */
  readonly onOpen?: (kind: 'change' | 'more', row: AccountRow) => void
}

export function AccountTable({ rows, ownId, onOpen }: Props) {
  const { t } = useAccessWords()
  const unitName = useUnitName()
  const columns: readonly Column<AccountRow>[] = [
    {
      key: 'person',
      title: t('accounts.person'),
      isRowHeader: true,
      sortValue: ({ name }) => name,
      render: ({ id, name, login }) => (
        <span className={styles.person}>
          <span>{name}</span>
          <span className={styles.login}>
            {login}
            {id === ownId && ` · ${t('accounts.you')}`}
          </span>
        </span>
      ),
    },
    {
      key: 'roles',
      title: t('accounts.roles'),
      render: ({ grants }) => (
        <ul>
          {grants.map(grant => (
            <li key={`${grant.role} ${grant.unit}`}>{grantWords(t, grant, unitName)}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'state',
      title: t('accounts.state'),
      sortValue: ({ state }) => state,
      render: ({ state, isOutside }) => (
        <>
          <StateMark state={MARK[state]} word={t(`accounts.stateOf.${state}`)} />
          {isOutside && <span className={styles.under}>{t('accounts.outside')}</span>}
        </>
      ),
    },
    {
      key: 'totp',
      title: t('accounts.totp'),
      render: ({ hasTotp }) => t(hasTotp ? 'accounts.totpOn' : 'accounts.totpOff'),
    },
    {
      key: 'seen',
      title: t('accounts.seen'),
      sortValue: ({ seenAt }) => seenAt ?? 0,
      render: ({ seenAt, sessions }) =>
        seenAt === null ? (
          <span className={styles.muted}>{t('accounts.never')}</span>
        ) : (
          <>
            {momentOf(t, seenAt)}
            <span className={styles.under}>{t('accounts.sessions', { count: sessions })}</span>
          </>
        ),
    },
    ...(onOpen
      ? [
          {
            key: 'actions',
            title: t('accounts.actions'),
            render: (row: AccountRow) => (
              <span className={styles.actions}>
                <Button onClick={() => onOpen('change', row)}>
                  {t('accounts.change')}
                  <span className="spoken"> {row.login}</span>
                </Button>
                <Button kind="quiet" onClick={() => onOpen('more', row)}>
                  {t('accounts.more')}
                  <span className="spoken"> {row.login}</span>
                </Button>
              </span>
            ),
          },
        ]
      : []),
  ]
  return (
    <DataTable
      caption={t('accounts.caption')}
      isCaptionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      emptyWords={t('accounts.none')}
      maxHeight="none"
    />
  )
}
