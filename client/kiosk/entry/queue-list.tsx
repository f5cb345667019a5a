// The entries that wait: what, when, who, how each stands; a conflict with mine beside the newest, a refusal with its reason.
import { useState } from 'react'
import type { EntryCommand } from '../../../shared/entry/entry.ts'
import { formatClock, formatDate } from '../../design/time-format.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { type EntryWords, useDesk, useEntries, useEntryWords, useSession } from './entry-hooks.ts'
import styles from './queue-list.module.css'
import type { QueuedEntry } from './queue-state.ts'

type Props = { readonly onClose: () => void }

export function QueueList({ onClose }: Props) {
  const { t } = useEntryWords()
  const { entries } = useEntries()
  const { running } = useSession()
  const desk = useDesk()
  const isHeldUp = entries.some(({ standing }) => standing.kind !== 'waiting')
  return (
    <Dialog
      title={t('queue.title')}
      description={t(desk.canWait() ? 'queue.about' : 'queue.aboutPage')}
      words={{ close: t('close') }}
      width="wide"
      onClose={onClose}
    >
      {entries.length === 0 && <p>{t('queue.empty')}</p>}
      {isHeldUp && !running && <p className={styles.first}>{t('queue.signInFirst')}</p>}
      <ul className={styles.entries}>
        {entries.map(entry => (
          <li key={entry.id}>
            <Line entry={entry} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

const momentOf = (at: number): string => `${formatClock(at)} ${formatDate(at)}`

function Line({ entry }: { readonly entry: QueuedEntry }) {
  const { t, language } = useEntryWords()
  const { sending } = useEntries()
  const { standing } = entry
  const kind = sending === entry.id ? 'sending' : standing.kind
  return (
    <article className={styles.entry} data-standing={kind} aria-label={entry.about}>
      <header>
        <strong>
          {t(`deed.${entry.deed}`)}: {entry.about}
        </strong>
        <span className={styles.standing}>{t(`queue.standing.${kind}`)}</span>
      </header>
      <p className={styles.when}>
        {t('queue.line', { who: entry.who, when: momentOf(entry.enteredAt) })} ·{' '}
        {t('queue.until', { when: momentOf(entry.sendableUntil) })}
      </p>
      {standing.kind === 'refused' && (
        <ul className={styles.faults}>
          {standing.faults.map(fault => (
            <li key={fault.en}>{fault[language]}</li>
          ))}
        </ul>
      )}
      {standing.kind === 'conflict' && <Conflict entry={entry} newest={standing.newest} />}
      {standing.kind !== 'waiting' && <Ways entry={entry} />}
    </article>
  )
}

type ConflictProps = { readonly entry: QueuedEntry; readonly newest: { at: number; actor: string } | null }

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

/** What was held up is settled by somebody who may enter here; dropping it asks once more. */
function Ways({ entry }: { readonly entry: QueuedEntry }) {
  const { t } = useEntryWords()
  const { running } = useSession()
  const desk = useDesk()
  const [isSure, setSure] = useState(false)
  if (!running) return null
  const { ticket, sendableUntil, name } = running
  const again = () =>
    desk
      .queue()
      ?.again(
        entry.id,
        entry.standing.kind === 'conflict'
          ? {}
          : { ticket, sendableUntil, who: name, enteredAt: Math.round(desk.session.now()) },
      )
  return (
    <div className={styles.ways}>
      <Button kind="primary" onClick={() => void again()}>
        {t(entry.standing.kind === 'conflict' ? 'queue.sendOnTop' : 'queue.sendAgain')}
      </Button>
      <Button kind="danger" onClick={() => (isSure ? void desk.queue()?.drop(entry.id) : setSure(true))}>
        {t(isSure ? 'queue.dropSure' : 'queue.drop')}
      </Button>
    </div>
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
    return task?.status ? standingWords(t, task.status, task.progress, '') : undefined
  }
  if (command !== 'assess-indicator') return undefined
  const { village, set, indicator } = data
  const found = choices?.indicators.find(one => one.village === village && one.set === set && one.id === indicator)
  return found?.outcome ? t(`term.outcome.${found.outcome}`) : undefined
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
