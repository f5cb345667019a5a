// The operators' log: newest first under its shift, and the form that writes to it.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlarmState } from '../../shared/alarms/state.ts'
import { endOfShift } from '../../shared/desk/shift-times.ts'
import type { DeskState, LogEntry, Shift } from '../../shared/desk/state.ts'
import { useMay } from '../access/me.ts'
import { useAlarmNames } from '../alarms/use-alarm-names.ts'
import { formatClock, formatDate } from '../design/time-format.ts'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { CorrectForm } from './correct-form.tsx'
import { WRITE } from './desk-form.tsx'
import { EntryForm } from './entry-form.tsx'
import styles from './log.module.css'
import { LogEntryItem } from './log-entry.tsx'
import { firstOf, logGroups } from './log-groups.ts'

const PAGE = 30

type Props = {
  readonly desk: DeskState
  readonly alarms: AlarmState
  readonly now: number
  /** The entry that the address names. */
  readonly entryId: string | undefined
  /** Whose entries paper shows. */
  readonly printed: Pick<Shift, 'from' | 'to'> | undefined
}

export function LogSection({ desk, alarms, now, entryId, printed }: Props) {
  const { t } = useTranslation('desk')
  const names = useAlarmNames(alarms)
  const mayWrite = useMay()(WRITE)
  const [most, setMost] = useState(PAGE)
  const [form, setForm] = useState<'write' | LogEntry>()
  const { groups, rest } = firstOf(logGroups(desk.entries.values()), most, entryId)
  const isPrinted = ({ happenedAt }: LogEntry) =>
    printed !== undefined && happenedAt >= printed.from && happenedAt < printed.to
  return (
    <section className={styles.log} aria-labelledby="desk-log">
      <div className={styles.head}>
        <h2 id="desk-log">{t('log.title')}</h2>
        {mayWrite && (
          <Button kind="primary" icon="plus" onClick={() => setForm('write')}>
            {t('log.write')}
          </Button>
        )}
      </div>
      {entryId !== undefined && !desk.entries.has(entryId) && <Notice kind="warning" title={t('log.missing')} />}
      {groups.length === 0 && (
        <div className={styles.empty}>
          <strong>{t('log.empty')}</strong>
          <p>{t('log.emptyHow')}</p>
        </div>
      )}
      {groups.map(({ shiftAt, entries }) => (
        <div key={shiftAt} className={styles.shift} data-printed={entries.some(isPrinted)}>
          <h3>
            {t('log.shift', {
              from: formatClock(shiftAt),
              to: formatClock(endOfShift(shiftAt)),
              day: formatDate(shiftAt),
            })}
          </h3>
          <ol>
            {entries.map(entry => (
              <LogEntryItem
                key={entry.id}
                entry={entry}
                names={names}
                now={now}
                isCurrent={entry.id === entryId}
                isPrinted={isPrinted(entry)}
                onCorrect={mayWrite ? () => setForm(entry) : undefined}
              />
            ))}
          </ol>
        </div>
      ))}
      {rest > 0 && (
        <div className={styles.more}>
          <Button icon="chevron-down" onClick={() => setMost(most + PAGE)}>
            {t('log.more', { count: Math.min(PAGE, rest) })}
          </Button>
        </div>
      )}
      {form === 'write' && <EntryForm alarms={alarms} now={now} onClose={() => setForm(undefined)} />}
      {form !== undefined && form !== 'write' && <CorrectForm entry={form} onClose={() => setForm(undefined)} />}
    </section>
  )
}
