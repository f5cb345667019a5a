// One event in full: who, when, what, why, its place in the chain, and its data as the log holds them.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isSimulated } from '../../../shared/programme/event.ts'
import { navigate, withParameters } from '../../app/address.ts'
import { formatIsoDate, isoDayOf } from '../../design/time-format.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Notice } from '../../kit/notice.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { actorWords, eventWords } from '../event-words.ts'
import { type LoggedEvent, readEvent } from '../events-query.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { momentWords } from '../tasks/task-words.ts'
import { actorKindOf, reasonOf, sourceOf } from './event-type.ts'
import styles from './history.module.css'
import { historyOf, programmeOn } from './history-choice.ts'
import { pageOfSubject, subjectWords } from './subject-words.ts'

type Props = { readonly view: ProgrammeView; readonly id: number; readonly held: LoggedEvent | undefined }

export function EventDetail({ view, id, held }: Props) {
  const { t } = useTranslation('programme')
  const { data: read } = useQuery({
    queryKey: ['programme-event', id],
    enabled: held === undefined,
    staleTime: Infinity,
    queryFn: () => readEvent(id),
  })
  const event = held ?? read
  return (
    <Dialog
      title={t('history.detail.title', { id })}
      words={{ close: t('shell.close') }}
      width="wide"
      isDirty={false}
      onClose={() => navigate(withParameters({ event: undefined }))}
    >
      {event ? (
        <Facts view={view} event={event} />
      ) : event === null ? (
        <Notice kind="warning" title={t('history.detail.missing', { id })} />
      ) : (
        <p className={styles.hint} role="status">
          {t('history.detail.loading')}
        </p>
      )}
    </Dialog>
  )
}

function Facts({ view, event }: { readonly view: ProgrammeView; readonly event: LoggedEvent }) {
  const { t } = useTranslation('programme')
  const day = isoDayOf(event.at)
  const page = pageOfSubject(event.subject)
  const kind = actorKindOf(event.actor)
  const source = sourceOf(event)
  return (
    <div className={styles.detail}>
      <dl className={styles.facts}>
        <dt>{t('history.detail.what')}</dt>
        <dd>
          <strong>{eventWords(t, view, event)}</strong>{' '}
          {isSimulated(event.actor) && <SourceTag text={t('shell.simulated')} />}
        </dd>
        <dt>{t('history.detail.subject')}</dt>
        <dd>
          {subjectWords(t, view, event.subject)} <code className={styles.code}>{event.subject}</code>
        </dd>
        <dt>{t('history.detail.who')}</dt>
        <dd>
          {actorWords(event.actor)} {kind && <span className={styles.hint}>({t(`history.actorKind.${kind}`)})</span>}
        </dd>
        <dt>{t('history.detail.when')}</dt>
        <dd>
          <time dateTime={new Date(event.at).toISOString()}>{momentWords(event.at)}</time>
        </dd>
        <dt>{t('history.detail.why')}</dt>
        <dd className={styles.text}>
          {reasonOf(event) ?? <span className={styles.hint}>{t('history.detail.noReason')}</span>}
        </dd>
        {source !== undefined && (
          <>
            <dt>{t('history.detail.source')}</dt>
            <dd className={styles.text}>{source}</dd>
          </>
        )}
        <dt>{t('history.detail.hash')}</dt>
        <dd className={styles.hash}>
          <code>{event.hash}</code>
        </dd>
      </dl>
      <div className={styles.actions}>
        {page && <ButtonLink to={page}>{t('history.detail.page')}</ButtonLink>}
        <ButtonLink to={historyOf(event.subject)} icon="history">
          {t('history.detail.history')}
        </ButtonLink>
        <ButtonLink to={programmeOn(day)} icon="calendar">
          {t('history.detail.asOf', { day: formatIsoDate(day) })}
        </ButtonLink>
      </div>
      <details className={styles.raw}>
        <summary>{t('history.detail.raw')}</summary>
        <pre>
          <code>{JSON.stringify({ type: event.type, data: event.data }, null, 2)}</code>
        </pre>
      </details>
    </div>
  )
}
