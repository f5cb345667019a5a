// /alarms/outbox: what the station tells the outside, what waits, and what could not be delivered. What is dead comes first.
import { useTranslation } from 'react-i18next'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { formatNumber } from '../../design/number-format.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import type { AlarmPageProps } from '../alarms-page.tsx'
import parts from '../parts.module.css'
import { useAlarmNames } from '../use-alarm-names.ts'
import { CapFeed } from './cap-feed.tsx'
import { ChannelCards } from './channel-cards.tsx'
import { totalsOf } from './channel-state.ts'
import { Messages } from './messages.tsx'
import { NoChannels } from './no-channels.tsx'
import { outboxChoice } from './outbox-choice.ts'
import { useChannels } from './outbox-query.ts'

export function OutboxPage({ state }: AlarmPageProps) {
  const { t } = useTranslation('alarms')
  const names = useAlarmNames(state)
  const choice = outboxChoice(useParameters())
  const { data, failureCount } = useChannels()
  const channels = data?.channels
  const totals = totalsOf(channels ?? [])
  return (
    <div className={parts.page}>
      <div className={parts.head}>
        <h2>{t('outbox.title')}</h2>
        <p>{t('outbox.about')}</p>
      </div>
      {failureCount > 0 && <Notice kind="warning" title={t('outbox.failed')} />}
      {!channels && failureCount === 0 && (
        <p className={parts.muted} role="status">
          {t('outbox.loading')}
        </p>
      )}
      {totals.dead > 0 && (
        <Notice
          kind="error"
          title={t('outbox.dead', { number: formatNumber(totals.dead) })}
          actions={
            choice.tab !== undefined &&
            choice.tab !== 'dead' && (
              <Button
                onClick={() => navigate(withParameters({ state: undefined, channel: undefined, before: undefined }))}
              >
                {t('outbox.seeDead')}
              </Button>
            )
          }
        >
          {t('outbox.deadAbout')}
        </Notice>
      )}
      {channels?.length === 0 && <NoChannels />}
      {channels && channels.length > 0 && (
        <>
          <ChannelCards channels={channels} names={names} />
          <Messages
            channels={channels}
            totals={totals}
            choice={{ ...choice, tab: choice.tab ?? (totals.dead > 0 ? 'dead' : 'waiting') }}
          />
        </>
      )}
      <CapFeed />
    </div>
  )
}
