// The channels side by side: where each leads, how it does, what it was told last.
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ChannelRow } from '../../../shared/alarms/notify-schema.ts'
import { formatNumber } from '../../design/number-format.ts'
import { ageWords } from '../../i18n/phrases.ts'
import { StateMark } from '../../kit/state-mark.tsx'
import type { ProgrammeState } from '../../kit/state-shapes.ts'
import { useMoment } from '../../live/live-hooks.tsx'
import { type AlarmNames, momentWords } from '../alarm-names.ts'
import parts from '../parts.module.css'
import { type ChannelState, channelState } from './channel-state.ts'
import { errorWords } from './error-words.ts'
import styles from './outbox.module.css'

const SHAPE: Readonly<Record<ChannelState, ProgrammeState>> = {
  failing: 'overdue',
  waiting: 'waiting',
  fine: 'done',
  unused: 'unknown',
}

type Props = { readonly channels: readonly ChannelRow[]; readonly names: AlarmNames }

export function ChannelCards({ channels, names }: Props) {
  const { t } = useTranslation('alarms')
  return (
    <section className={parts.part} aria-labelledby="outbox-channels">
      <h3 id="outbox-channels">{t('outbox.channels')}</h3>
      <ul className={styles.cards}>
        {channels.map(channel => (
          <Card key={channel.id} channel={channel} names={names} />
        ))}
      </ul>
    </section>
  )
}

function Card({ channel, names }: Pick<Props, 'names'> & { readonly channel: ChannelRow }) {
  const { t } = useTranslation('alarms')
  const state = channelState(channel)
  return (
    <li className={parts.panel}>
      <div className={styles.cardHead}>
        <strong>{channel.id}</strong>
        <StateMark state={SHAPE[state]} word={t(`outbox.channelState.${state}`)} />
      </div>
      <p className={parts.muted}>
        {t(`outbox.kind.${channel.kind}`)} · {channel.targets.join(', ')} · {t(`outbox.language.${channel.language}`)}
      </p>
      <p className={parts.muted}>{filterWords(t, channel.filter, names)}</p>
      <dl className={styles.counts}>
        <Count term={t('outbox.waiting')} value={channel.waiting} />
        <Count term={t('outbox.delivered')} value={channel.delivered} />
        <Count term={t('outbox.deadCount')} value={channel.dead} isBad={channel.dead > 0} />
      </dl>
      <dl className={styles.lasts}>
        {channel.oldestWaitingAt !== null && (
          <div>
            <dt>{t('outbox.oldest')}</dt>
            <dd>
              <Ago at={channel.oldestWaitingAt} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('outbox.lastDelivered')}</dt>
          <dd>{channel.lastDeliveredAt === null ? t('outbox.never') : <Ago at={channel.lastDeliveredAt} />}</dd>
        </div>
        <div>
          <dt>{t('outbox.lastError')}</dt>
          <dd>
            {channel.lastError === null ? (
              t('outbox.noError')
            ) : (
              <>
                {errorWords(t, channel.lastError)}
                {channel.lastErrorAt !== null && (
                  <>
                    , <Ago at={channel.lastErrorAt} />
                  </>
                )}
              </>
            )}
          </dd>
        </div>
      </dl>
      {channel.overflowed > 0 && (
        <p className={styles.bad}>{t('outbox.overflowed', { number: formatNumber(channel.overflowed) })}</p>
      )}
    </li>
  )
}

type CountProps = { readonly term: string; readonly value: number; readonly isBad?: boolean }

function Count({ term, value, isBad = false }: CountProps) {
  return (
    <div data-bad={isBad}>
      <dt>{term}</dt>
      <dd>{formatNumber(value)}</dd>
    </div>
  )
}

/** When it was, and how long ago by the station's clock. */
function Ago({ at }: { readonly at: number }) {
  const { t } = useTranslation('alarms')
  const { t: words } = useTranslation()
  const { serverNow } = useMoment()
  if (serverNow === undefined) return momentWords(at)
  return (
    <>
      {t('outbox.ago', { age: ageWords(words, serverNow - at) })}
      <span className={parts.under}>{momentWords(at)}</span>
    </>
  )
}

function filterWords(
  t: TFunction<'alarms'>,
  { priorities, villages, transitions }: ChannelRow['filter'],
  { villageName }: AlarmNames,
): string {
  const narrowed = [
    priorities && t('outbox.priorities', { list: priorities.map(one => t(`term.priority.${one}`)).join(', ') }),
    villages?.map(villageName).join(', '),
    transitions?.map(one => t(`outbox.transition.${one}`)).join(', '),
  ].filter(part => part !== null && part !== undefined)
  return narrowed.length === 0 ? t('outbox.all') : t('outbox.only', { what: narrowed.join(' · ') })
}
