// Messages as a table; a dead one can be tried again where it stands.

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutboxRow } from '../../../shared/alarms/notify-schema.ts'
import { useMay } from '../../access/me.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { formatNumber } from '../../design/number-format.ts'
import { Button } from '../../kit/button.tsx'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import type { ProgrammeState } from '../../kit/state-shapes.ts'
import { useToasts } from '../../kit/toast-region.tsx'
import { alarmAddress } from '../alarm-address.ts'
import { clockWords, momentWords } from '../alarm-names.ts'
import parts from '../parts.module.css'
import { PrioritySign } from '../priority-sign.tsx'
import { errorWords } from './error-words.ts'
import styles from './outbox.module.css'
import type { OutboxState, OutboxTab } from './outbox-choice.ts'
import { useRetry } from './outbox-query.ts'

const SHAPE: Readonly<Record<OutboxState, ProgrammeState>> = { dead: 'overdue', waiting: 'waiting', delivered: 'done' }

type Props = { readonly rows: readonly OutboxRow[]; readonly tab: OutboxTab }

export function MessageTable({ rows, tab }: Props) {
  const { t, i18n } = useTranslation('alarms')
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const columns: readonly Column<OutboxRow>[] = [
    {
      key: 'message',
      title: t('outbox.column.message'),
      isRowHeader: true,
      width: '34%',
      render: row => (
        <>
          <LinkTo to={alarmAddress(row.alarm)} className={parts.link}>
            <PrioritySign priority={row.priority} /> {row.title[language]}
          </LinkTo>{' '}
          {row.isSimulated && <SourceTag text={t('shell.simulated')} />}
          <span className={parts.under}>
            {[t(`outbox.transition.${row.transition}`), row.level, row.valueWords?.[language], row.place]
              .filter(part => part !== null && part !== undefined)
              .join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'channel',
      title: t('outbox.column.channel'),
      render: ({ channel, recipient }) => (
        <>
          {channel}
          {recipient !== null && <span className={parts.under}>{recipient}</span>}
        </>
      ),
    },
    {
      key: 'state',
      title: t('outbox.column.state'),
      render: ({ state, settledAt, createdAt }) => (
        <>
          <StateMark state={SHAPE[state]} word={t(`outbox.state.${state}`)} />
          {settledAt !== null && (
            <span className={parts.under}>{t('outbox.settledAt', { when: clockWords(settledAt, createdAt) })}</span>
          )}
        </>
      ),
    },
    {
      key: 'attempts',
      title: t('outbox.column.attempts'),
      align: 'end',
      render: ({ attempts }) => formatNumber(attempts),
    },
    {
      key: 'created',
      title: t('outbox.column.created'),
      render: ({ createdAt, id }) => (
        <>
          <time dateTime={new Date(createdAt).toISOString()}>{momentWords(createdAt)}</time>
          <span className={parts.under}>{t('outbox.number', { id })}</span>
        </>
      ),
    },
    {
      key: 'next',
      title: t('outbox.column.next'),
      render: ({ nextAt, lastError, state, createdAt }) => (
        <>
          {state === 'waiting' && nextAt !== null && t('outbox.nextAt', { when: clockWords(nextAt, createdAt) })}
          {lastError !== null && (
            <span className={state === 'dead' ? styles.bad : parts.under}>{errorWords(t, lastError)}</span>
          )}
        </>
      ),
    },
    {
      key: 'action',
      title: t('outbox.column.action'),
      render: ({ state, id }) => state === 'dead' && <Retry id={id} />,
    },
  ]
  return (
    <DataTable
      caption={t('outbox.messages')}
      isCaptionHidden
      columns={tab === 'dead' || tab === 'all' ? columns : columns.filter(({ key }) => key !== 'action')}
      rows={rows}
      rowKey={({ id }) => String(id)}
      emptyWords={t(`outbox.none.${tab}`)}
      maxHeight="none"
    />
  )
}

function Retry({ id }: { readonly id: number }) {
  const { t } = useTranslation('alarms')
  const { tell } = useToasts()
  const retry = useRetry()
  const may = useMay()
  const [isBusy, setBusy] = useState(false)
  const press = async () => {
    setBusy(true)
    const done = await retry([id])
    setBusy(false)
    if (done.length > 0) tell('done', t('outbox.retried', { id }))
    else tell('error', t('outbox.retryFailed', { id }))
  }
  if (!may({ kind: 'operation', id: 'alarmOutboxRetry' })) return null
  return (
    <Button isBusy={isBusy} busyWords={t('outbox.retrying')} onClick={() => void press()}>
      <span aria-hidden="true">{t('outbox.retry')}</span>
      <span className="spoken">{t('outbox.retryNamed', { id })}</span>
    </Button>
  )
}
