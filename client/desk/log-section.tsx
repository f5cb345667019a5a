// The operators' log: newest first under its shift, older pages when asked for, a search over what is loaded, and the form that writes.
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlarmState } from '../../shared/alarms/state.ts'
import { DESK_LIMITS } from '../../shared/desk/limits.ts'
import { endOfShift } from '../../shared/desk/shift-times.ts'
import type { DeskState, LogEntry, Shift } from '../../shared/desk/state.ts'
import { useMay } from '../access/me.ts'
import { momentWords } from '../alarms/alarm-names.ts'
import { useAlarmNames } from '../alarms/use-alarm-names.ts'
import { addressOfArea } from '../app/areas.ts'
import { formatNumber } from '../design/number-format.ts'
import { formatClock, formatDate } from '../design/time-format.ts'
import { Button, ButtonLink } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { TextField } from '../kit/text-field.tsx'
import { actorWords } from '../programme/event-words.ts'
import { CorrectForm } from './correct-form.tsx'
import { WRITE } from './desk-form.tsx'
import { EntryForm } from './entry-form.tsx'
import styles from './log.module.css'
import { alarmWords, LogEntryItem } from './log-entry.tsx'
import { firstOf, logGroups, textOf } from './log-groups.ts'
import { LogTail } from './log-tail.tsx'
import { foundEntries, logWindow, shownEntries } from './log-window.ts'
import { useOlderEntries } from './older-entries.ts'
import section from './section.module.css'

const FIRST = 30
/** As many more with each press; a page from the station is as long. */
const STEP = DESK_LIMITS.entriesPage.usual

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
  const [most, setMost] = useState(FIRST)
  const [typed, setTyped] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [form, setForm] = useState<'write' | LogEntry>()
  const view = logWindow(desk, entryId)
  const older = useOlderEntries(view.from, isAsked || view.isPast)
  const isPast = view.isPast && !older.isMissing
  const loaded = useMemo(() => shownEntries(desk, older.entries, isPast), [desk, older.entries, isPast])
  const found = useMemo(
    () =>
      foundEntries(loaded, typed, ({ kind, by, village, alarms: about, ...entry }) => [
        textOf(entry),
        entry.text,
        t(`log.kind.${kind}`),
        actorWords(by),
        village === null ? '' : names.villageName(village),
        ...about.map(id => alarmWords(names, id)),
      ]),
    [loaded, typed, names, t],
  )
  const { groups, rest } = firstOf(logGroups(found), most, entryId)
  const isPrinted = ({ happenedAt }: LogEntry) =>
    printed !== undefined && happenedAt >= printed.from && happenedAt < printed.to
  const showOlder = () => {
    setMost(most + STEP)
    if (older.entries.length > 0) older.load()
    else setAsked(true)
  }
  return (
    <section className={styles.log} aria-labelledby="desk-log">
      <div className={section.head}>
        <h2 id="desk-log">{t('log.title')}</h2>
        {mayWrite && (
          <Button kind="primary" icon="plus" onClick={() => setForm('write')}>
            {t('log.write')}
          </Button>
        )}
      </div>
      {older.isMissing && <Notice kind="warning" title={t('log.missing')} />}
      {isPast && (
        <Notice
          kind="info"
          title={t('log.past')}
          actions={<ButtonLink to={addressOfArea('handover')}>{t('log.toNewest')}</ButtonLink>}
        >
          {t('log.pastMeaning')}
        </Notice>
      )}
      {loaded.length > 0 && (
        <div className={styles.search} data-is-on={typed.trim() !== ''}>
          <TextField
            name="log-search"
            kind="search"
            label={t('log.search')}
            hint={t('log.searchHint')}
            maxLength={80}
            value={typed}
            onChange={setTyped}
          />
          <p role="status" data-testid="log-loaded">
            {loadedWords()}
          </p>
        </div>
      )}
      {loaded.length === 0 && !older.isLoading && (
        <div className={section.empty}>
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
                onCorrect={mayWrite && desk.entries.has(entry.id) ? () => setForm(entry) : undefined}
              />
            ))}
          </ol>
        </div>
      ))}
      {(loaded.length > 0 || older.isLoading) && (
        <LogTail rest={rest} step={STEP} older={older} onMore={() => setMost(most + STEP)} onOlder={showOlder} />
      )}
      {form === 'write' && <EntryForm alarms={alarms} now={now} onClose={() => setForm(undefined)} />}
      {form !== undefined && form !== 'write' && <CorrectForm entry={form} onClose={() => setForm(undefined)} />}
    </section>
  )

  function loadedWords(): string {
    const oldest = momentWords(Math.min(...loaded.map(({ writtenAt }) => writtenAt)))
    if (typed.trim() === '') return t('log.loaded', { count: loaded.length, oldest })
    const words = t('log.found', { count: found.length, loaded: formatNumber(loaded.length), oldest })
    return older.beyond === 'nothing' ? words : `${words} ${t('log.notSearched')}`
  }
}
