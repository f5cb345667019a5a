// What happened to a task, from the log: newest first, with words, files and who.
import { useTranslation } from 'react-i18next'
import { type AnyEvent, isSimulated, subjectOf } from '../../../shared/programme/event.ts'
import type { EvidenceFile } from '../../../shared/programme/facts.ts'
import { formatSize } from '../../kit/file-limits.ts'
import { Icon } from '../../kit/icons.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { Timeline, type TimelineItem } from '../../kit/timeline.tsx'
import { actorWords, eventWords } from '../event-words.ts'
import { MAX_SUBJECT_EVENTS, useSubjectEvents } from '../events-query.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import styles from './task-detail.module.css'
import { isTaskEvent, type TaskEvent } from './task-history-lines.ts'
import { deadlineWords, momentWords } from './task-words.ts'

type Props = { readonly view: ProgrammeView; readonly id: string }

export function TaskHistory({ view, id }: Props) {
  const { t } = useTranslation('programme')
  const { data: events } = useSubjectEvents(view, subjectOf.task(id))
  return (
    <section className={styles.panel}>
      <h3>{t('tasks.history')}</h3>
      {events ? (
        <>
          <Timeline
            label={t('tasks.history')}
            emptyWords={t('tasks.historyNone')}
            items={events.map(event => itemOf(event))}
          />
          {events.length === MAX_SUBJECT_EVENTS && (
            <p className={styles.muted}>{t('tasks.historyCut', { number: MAX_SUBJECT_EVENTS })}</p>
          )}
        </>
      ) : (
        <p className={styles.muted} role="status">
          {t('tasks.historyLoading')}
        </p>
      )}
    </section>
  )

  function itemOf(event: AnyEvent): TimelineItem {
    return {
      id: String(event.id),
      when: momentWords(event.at),
      at: new Date(event.at).toISOString(),
      who: actorWords(event.actor),
      what: <What view={view} event={event} />,
      why: whyOf(event),
      ...(isTaskEvent(event) && event.type === 'programme.task-updated' && event.data.status === 'done'
        ? { state: 'done' as const }
        : {}),
    }
  }
}

function whyOf(event: AnyEvent): string | undefined {
  return isTaskEvent(event) && event.type === 'programme.task-deadline-set'
    ? (event.data.reason ?? undefined)
    : undefined
}

function What({ view, event }: { readonly view: ProgrammeView; readonly event: AnyEvent }) {
  const { t } = useTranslation('programme')
  return (
    <>
      <strong className={styles.what}>{eventWords(t, view, event)}</strong>{' '}
      {isSimulated(event.actor) && <SourceTag text={t('shell.simulated')} />}
      {isTaskEvent(event) && <Told event={event} />}
    </>
  )
}

function Told({ event }: { readonly event: TaskEvent }) {
  const { t } = useTranslation('programme')
  switch (event.type) {
    case 'programme.task-updated': {
      const { text, progress, year, files } = event.data
      const about = [
        ...(year === null ? [] : [`${t('tasks.year')} ${year}`]),
        ...(progress === null ? [] : [`${t('tasks.progress')} ${progress}\u00a0%`]),
      ]
      return (
        <>
          <span className={styles.told}>{text}</span>
          {about.length > 0 && <span className={styles.aside}>{about.join(' · ')}</span>}
          <Files files={files} />
        </>
      )
    }
    case 'programme.task-requested':
    case 'programme.task-request-closed':
      return <span className={styles.told}>{event.data.text}</span>
    case 'programme.task-deadline-set':
      return <span className={styles.told}>{deadlineWords(t, event.data.deadline)}</span>
    default:
      return event satisfies never
  }
}

function Files({ files }: { readonly files: readonly EvidenceFile[] }) {
  return files.map(({ hash, name, size }) => (
    <a key={hash} className={styles.file} href={`/api/v1/programme/files/${hash}`} download={name}>
      <Icon name="file" /> {name} <span className={styles.muted}>{formatSize(size)}</span>
    </a>
  ))
}
