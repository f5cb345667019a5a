// "chờ gửi: 3", while something waits for the line: opens the list of it.
import { useState } from 'react'
import { Icon } from '../../kit/icons.tsx'
import { useEntries, useEntryWords } from './entry-hooks.ts'
import styles from './queue-badge.module.css'
import { QueueList } from './queue-list.tsx'

export function QueueBadge() {
  const { t } = useEntryWords()
  const { entries } = useEntries()
  const [isOpen, setOpen] = useState(false)
  const isHeldUp = entries.some(({ standing }) => standing.kind !== 'waiting')
  return (
    <>
      {entries.length > 0 && (
        <button
          type="button"
          className={styles.badge}
          data-testid="entry-queue"
          data-held-up={isHeldUp}
          onClick={() => setOpen(true)}
        >
          <Icon name={isHeldUp ? 'warning' : 'clock'} />
          {t('queue.badge', { count: entries.length })}
        </button>
      )}
      {isOpen && <QueueList onClose={() => setOpen(false)} />}
    </>
  )
}
