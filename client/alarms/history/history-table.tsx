// Events of the alarms one under the other: when, what, who, why; each leads to its alarm.
import { useTranslation } from 'react-i18next'
import { isSimulated } from '../../../shared/programme/event.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import type { LoggedEvent } from '../../programme/events-query.ts'
import { alarmAddress } from '../alarm-address.ts'
import { type AlarmNames, momentWords, ruleName } from '../alarm-names.ts'
import { actorOfEvent, alarmEventWords, alarmOfEvent, alarmReasonOf } from '../alarm-words.ts'
import { PrioritySign } from '../priority-sign.tsx'
import { priorityOfEvent, villageOfEvent } from './event-facts.ts'
import styles from './history.module.css'

type Props = { readonly events: readonly LoggedEvent[]; readonly names: AlarmNames; readonly emptyWords: string }

export function HistoryTable({ events, names, emptyWords }: Props) {
  const { t } = useTranslation('alarms')
  const columns: readonly Column<LoggedEvent>[] = [
    {
      key: 'when',
      title: t('history.column.when'),
      render: ({ at }) => (
        <time className={styles.whole} dateTime={new Date(at).toISOString()}>
          {momentWords(at)}
        </time>
      ),
    },
    {
      key: 'priority',
      title: t('history.column.priority'),
      render: event => {
        const priority = priorityOfEvent(event, names.state)
        return (
          priority && (
            <span className={styles.whole}>
              <PrioritySign priority={priority} isActive={event.type !== 'alarm.returned'} hasWord />
            </span>
          )
        )
      },
    },
    {
      key: 'what',
      title: t('history.column.what'),
      isRowHeader: true,
      render: event => (
        <>
          {alarmEventWords(t, event, names)} {isSimulated(event.actor) && <SourceTag text={t('shell.simulated')} />}
          <span className={styles.under}>{besideOf(names, event)}</span>
        </>
      ),
    },
    { key: 'who', title: t('history.column.who'), render: event => actorOfEvent(t, event) },
    {
      key: 'why',
      title: t('history.column.why'),
      render: event => <span className={styles.why}>{alarmReasonOf(event)}</span>,
    },
  ]
  return (
    <DataTable
      caption={t('history.events')}
      isCaptionHidden
      columns={columns}
      rows={events}
      rowKey={({ id }) => String(id)}
      emptyWords={emptyWords}
      opening={event => {
        const alarm = alarmOfEvent(event)
        return alarm === undefined ? undefined : { to: alarmAddress(alarm) }
      }}
      isDense
    />
  )
}

/** Which rule and where: what the sentence leaves out. */
function besideOf(names: AlarmNames, event: LoggedEvent): string {
  const alarm = names.state.alarms.get(alarmOfEvent(event) ?? '')
  const village = villageOfEvent(event, names.state)
  return [village === undefined ? '' : names.villageName(village), alarm ? ruleName(names, alarm.rule) : '']
    .filter(part => part !== '')
    .join(' · ')
}
