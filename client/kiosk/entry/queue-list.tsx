// The entries that wait: what, when, who, how each stands; a conflict with mine beside the newest, a refusal with its reason.
import { useLayoutEffect, useRef, useState } from 'react'
import { navigate } from '../../app/address.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { editAddress } from '../kiosk-address.ts'
import { useHeldKiosk } from '../kiosk-use.ts'
import { subjectIn } from './edited-entry.ts'
import { useDesk, useEntries, useEntryWords, useSession } from './entry-hooks.ts'
import { HeldUp, momentOf } from './held-up.tsx'
import styles from './queue-list.module.css'
import type { QueuedEntry } from './queue-state.ts'

type Props = { readonly onClose: () => void }

export function QueueList({ onClose }: Props) {
  const { t } = useEntryWords()
  const { entries } = useEntries()
  const { running } = useSession()
  const desk = useDesk()
  useHeldKiosk()
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
            <Line entry={entry} onEdit={onClose} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

type LineProps = { readonly entry: QueuedEntry /** It leaves for its form. */; readonly onEdit: () => void }

function Line({ entry, onEdit }: LineProps) {
  const { t } = useEntryWords()
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
      <HeldUp entry={entry} />
      {standing.kind !== 'waiting' && <Ways entry={entry} onEdit={onEdit} />}
    </article>
  )
}

/** What was held up is settled by somebody who may enter here; dropping it asks once more. */
function Ways({ entry, onEdit }: LineProps) {
  const { t } = useEntryWords()
  const { running } = useSession()
  const desk = useDesk()
  const [isAsking, setAsking] = useState(false)
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
  const edit = () => {
    onEdit()
    navigate(editAddress(running.unit, { id: entry.id, deed: entry.deed, subject: subjectIn(entry.entry) }))
  }
  if (isAsking) return <DropQuestion onKeep={() => setAsking(false)} onDrop={() => void desk.queue()?.drop(entry.id)} />
  return (
    <div className={styles.ways}>
      <Button kind="primary" onClick={edit}>
        {t('queue.edit')}
      </Button>
      <Button onClick={() => void again()}>
        {t(entry.standing.kind === 'conflict' ? 'queue.sendOnTop' : 'queue.sendAgain')}
      </Button>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {t('queue.drop')}
      </Button>
    </div>
  )
}

type QuestionProps = { readonly onKeep: () => void; readonly onDrop: () => void }

function DropQuestion({ onKeep, onDrop }: QuestionProps) {
  const { t } = useEntryWords()
  const keep = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => keep.current?.focus(), [])
  return (
    <div className={styles.ways} role="group" aria-label={t('queue.dropQuestion')}>
      <p className={styles.question}>{t('queue.dropQuestion')}</p>
      <Button kind="danger" onClick={onDrop}>
        {t('queue.dropSure')}
      </Button>
      <Button kind="primary" ref={keep} onClick={onKeep}>
        {t('queue.keep')}
      </Button>
    </div>
  )
}
