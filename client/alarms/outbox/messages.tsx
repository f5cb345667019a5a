// The messages by their state: what each says, to whom, how often it was tried and what came of it.

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelRow, OutboxRow } from '../../../shared/alarms/notify-schema.ts'
import { useMay } from '../../access/me.ts'
import { navigate, withParameters } from '../../app/address.ts'
import { formatNumber } from '../../design/number-format.ts'
import { Button } from '../../kit/button.tsx'
import { useKeptFocus } from '../../kit/kept-focus.ts'
import { SelectField } from '../../kit/select-field.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import { useToasts } from '../../kit/toast-region.tsx'
import { Toolbar } from '../../kit/toolbar.tsx'
import parts from '../parts.module.css'
import { MessageTable } from './message-table.tsx'
import styles from './outbox.module.css'
import { type OutboxChoice, type OutboxTab, TABS } from './outbox-choice.ts'
import { useMessages, useRetry } from './outbox-query.ts'

type Props = {
  readonly channels: readonly ChannelRow[]
  readonly totals: { readonly dead: number; readonly waiting: number }
  readonly choice: OutboxChoice & { readonly tab: OutboxTab }
}

export function Messages({ channels, totals, choice }: Props) {
  const { t } = useTranslation('alarms')
  const { tab, channel, before } = choice
  const { data } = useMessages(choice)
  // A message that is tried again leaves the list of the dead.
  const list = useKeptFocus<HTMLDivElement>('tbody button')
  const number = formatNumber(data?.rows.length ?? 0)
  const status = before === undefined ? t('outbox.shown', { number }) : t('outbox.shownBefore', { number, before })
  return (
    <section className={parts.part} aria-labelledby="outbox-messages">
      <h3 id="outbox-messages">{t('outbox.messages')}</h3>
      <Tabs
        label={t('outbox.messages')}
        tabs={TABS.map(id => ({
          id,
          title: t(`outbox.state.${id}`),
          ...(id === 'dead' || id === 'waiting' ? { count: totals[id] } : {}),
        }))}
        selectedId={tab}
        onSelect={state => navigate(withParameters({ state, before: undefined }))}
      >
        <div className={parts.part} {...list} tabIndex={-1}>
          <Toolbar
            label={t('outbox.filters')}
            status={data ? status : t('outbox.loading')}
            actions={tab === 'dead' && data && data.rows.length > 1 && <RetryAll rows={data.rows} />}
          >
            <SelectField
              name="channel"
              label={t('outbox.channel')}
              noneWords={t('outbox.allChannels')}
              options={channels.map(({ id }) => ({ value: id, label: id }))}
              value={channel}
              onChange={id => navigate(withParameters({ channel: id, before: undefined }))}
            />
          </Toolbar>
          {data && <MessageTable rows={data.rows} tab={tab} />}
          <div className={styles.paging}>
            {before !== undefined && (
              <Button onClick={() => navigate(withParameters({ before: undefined }))}>{t('outbox.newest')}</Button>
            )}
            {data && data.next !== null && (
              <Button icon="chevron-down" onClick={() => navigate(withParameters({ before: String(data.next) }))}>
                {t('outbox.older')}
              </Button>
            )}
          </div>
        </div>
      </Tabs>
    </section>
  )
}

function RetryAll({ rows }: { readonly rows: readonly OutboxRow[] }) {
  const { t } = useTranslation('alarms')
  const { tell } = useToasts()
  const retry = useRetry()
  const may = useMay()
  const [isBusy, setBusy] = useState(false)
  const press = async () => {
    setBusy(true)
    const ids = rows.map(({ id }) => id)
    const done = await retry(ids)
    setBusy(false)
    if (done.length > 0) tell('done', t('outbox.retriedAll', { number: formatNumber(done.length) }))
    const left = ids.find(id => !done.includes(id))
    if (left !== undefined) tell('error', t('outbox.retryFailed', { id: left }))
  }
  if (!may({ kind: 'operation', id: 'alarmOutboxRetry' })) return null
  return (
    <Button isBusy={isBusy} busyWords={t('outbox.retrying')} onClick={() => void press()}>
      {t('outbox.retryAll', { number: formatNumber(rows.length) })}
    </Button>
  )
}
