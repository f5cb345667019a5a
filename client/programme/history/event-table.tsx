// Events one under the other, newest first: when, what, who, why; each opens in full.
import { useTranslation } from 'react-i18next'
import { isSimulated } from '../../../shared/programme/event.ts'
import { withParameters } from '../../app/address.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { actorWords, eventWords } from '../event-words.ts'
import type { LoggedEvent } from '../events-query.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { momentWords } from '../tasks/task-words.ts'
import { actorKindOf, reasonOf, sourceOf } from './event-type.ts'
import styles from './history.module.css'
import { subjectBeside } from './subject-words.ts'

type Props = {
  readonly view: ProgrammeView
  readonly events: readonly LoggedEvent[]
  readonly selectedId: number | undefined
  readonly emptyWords: string
}

export function EventTable({ view, events, selectedId, emptyWords }: Props) {
  const { t } = useTranslation('programme')
  const columns: readonly Column<LoggedEvent>[] = [
    {
      key: 'when',
      title: t('history.column.when'),
      width: '10.5rem',
      render: ({ at }) => <time dateTime={new Date(at).toISOString()}>{momentWords(at)}</time>,
    },
    {
      key: 'what',
      title: t('history.column.what'),
      isRowHeader: true,
      render: event => {
        const sentence = eventWords(t, view, event)
        const beside = [subjectBeside(t, view, event.subject, sentence), t('history.number', { id: event.id })]
        return (
          <>
            {sentence} {isSimulated(event.actor) && <SourceTag text={t('shell.simulated')} />}
            <span className={styles.under}>{beside.filter(part => part !== '').join(' · ')}</span>
          </>
        )
      },
    },
    {
      key: 'who',
      title: t('history.column.who'),
      render: ({ actor }) => {
        const kind = actorKindOf(actor)
        return (
          <>
            {actorWords(actor)}
            {kind && kind !== 'simulated' && <span className={styles.under}>{t(`history.actorKind.${kind}`)}</span>}
          </>
        )
      },
    },
    {
      key: 'why',
      title: t('history.column.why'),
      render: event => {
        const source = sourceOf(event)
        return (
          <>
            <span className={styles.why}>{reasonOf(event)}</span>
            {source !== undefined && <span className={styles.source}>{t('shell.source', { source })}</span>}
          </>
        )
      },
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
      opening={({ id }) => ({ to: withParameters({ event: String(id) }) })}
      selectedKey={selectedId === undefined ? undefined : String(selectedId)}
      isDense
    />
  )
}
