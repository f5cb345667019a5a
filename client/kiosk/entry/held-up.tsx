// Why an entry is held up: what the station said of it, or mine beside what the station holds now.
import type { EntryCommand } from '../../../shared/entry/entry.ts'
import { formatClock, formatDate } from '../../design/time-format.ts'
import { type EntryWords, useEntryWords, useSession } from './entry-hooks.ts'
import styles from './queue-list.module.css'
import type { NewestChange, QueuedEntry } from './queue-state.ts'

export const momentOf = (at: number): string => `${formatClock(at)} ${formatDate(at)}`

export function HeldUp({ entry }: { readonly entry: QueuedEntry }) {
  const { language } = useEntryWords()
  const { standing } = entry
  if (standing.kind === 'waiting') return null
  if (standing.kind === 'conflict') return <Conflict entry={entry} newest={standing.newest} />
  return (
    <ul className={styles.faults}>
      {standing.faults.map(fault => (
        <li key={fault.en}>{fault[language]}</li>
      ))}
    </ul>
  )
}

type ConflictProps = { readonly entry: QueuedEntry; readonly newest: NewestChange | null }

function Conflict({ entry, newest }: ConflictProps) {
  const { t } = useEntryWords()
  const { choices } = useSession()
  const theirs = newestWords(t, entry.entry, choices)
  return (
    <>
      <p>
        {newest
          ? t('queue.newest', { when: momentOf(newest.at), who: newest.actor.replace(/^\w+:(?: · )?/, '') })
          : t('queue.newestUnknown')}
      </p>
      <dl className={styles.both}>
        <dt>{t('queue.mine')}</dt>
        <dd>{mineWords(t, entry.entry)}</dd>
        {theirs !== undefined && (
          <>
            <dt>{t('queue.theirs')}</dt>
            <dd>{theirs}</dd>
          </>
        )}
      </dl>
    </>
  )
}

function mineWords(t: EntryWords, { command, data }: EntryCommand): string {
  switch (command) {
    case 'update-task':
      return standingWords(t, data.status, data.progress, data.text)
    case 'assess-indicator':
      return [t(`term.outcome.${data.outcome}`), data.value ?? '', data.note ?? '']
        .filter(part => part !== '')
        .join(' · ')
    case 'submit-report':
      return data.texts.results
    case 'raise-obstacle':
      return data.title
    default:
      return command satisfies never
  }
}

type Choices = ReturnType<typeof useSession>['choices']

function newestWords(t: EntryWords, { command, data }: EntryCommand, choices: Choices): string | undefined {
  if (command === 'update-task') {
    const task = choices?.tasks.find(({ id }) => id === data.task)
    return task?.status ? standingWords(t, task.status, task.progress, task.text ?? '') : undefined
  }
  if (command === 'submit-report')
    return choices && !choices.reports.some(({ period }) => period === data.period) ? t('queue.reportIsIn') : undefined
  if (command !== 'assess-indicator') return undefined
  const { village, set, indicator } = data
  const found = choices?.indicators.find(one => one.village === village && one.set === set && one.id === indicator)
  return found?.outcome
    ? [t(`term.outcome.${found.outcome}`), found.value ?? '', found.note ?? ''].filter(part => part !== '').join(' · ')
    : undefined
}

const standingWords = (
  t: EntryWords,
  status: 'not-started' | 'in-progress' | 'done' | 'stopped',
  progress: number | null,
  text: string,
): string =>
  [t(`term.taskStatus.${status}`), progress === null ? '' : `${progress} %`, text]
    .filter(part => part !== '')
    .join(' · ')
