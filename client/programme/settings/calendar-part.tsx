// The working calendar year by year: what is known, from where, and which years nobody published.
import { useTranslation } from 'react-i18next'
import { subjectOf } from '../../../shared/programme/event.ts'
import type { CalendarYear } from '../../../shared/programme/working-calendar.ts'
import { navigate, withParameters } from '../../app/address.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { formatIsoDate } from '../../design/time-format.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { EntryButtons } from '../entry-buttons.tsx'
import { historyOf } from '../history/history-choice.ts'
import { ListDownloads } from '../list-downloads.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { calendarRows, sortedHolidays, weekdayKeyOf, type YearRow } from './calendar-draft.ts'
import { CalendarForm } from './calendar-form.tsx'
import styles from './settings.module.css'
import type { SettingsChoice } from './settings-choice.ts'

type Props = { readonly view: ProgrammeView; readonly choice: SettingsChoice }

export function CalendarPart({ view, choice }: Props) {
  const { t } = useTranslation('programme')
  const rows = calendarRows(view.state, view.day)
  const open = rows.find(({ year }) => year === choice.year)
  const isFormOpen = choice.form === 'calendar' && !view.isPast
  const columns: readonly Column<YearRow>[] = [
    { key: 'year', title: t('settings.calendar.year'), isRowHeader: true, render: ({ year }) => year },
    {
      key: 'holidays',
      title: t('settings.calendar.holidays'),
      align: 'end',
      render: ({ known }) => (known ? known.holidays.length : <Unknown />),
    },
    {
      key: 'swaps',
      title: t('settings.calendar.swaps'),
      align: 'end',
      render: ({ known }) => known?.swaps.length,
    },
    {
      key: 'confidence',
      title: t('settings.calendar.confidence'),
      width: '18rem',
      render: ({ known }) =>
        known ? <Sureness known={known} /> : <StateMark state="unknown" word={t('settings.calendar.unknown')} />,
    },
    {
      key: 'source',
      title: t('settings.calendar.source'),
      width: '45%',
      render: ({ known }) => <span className={styles.clamped}>{known?.source}</span>,
    },
  ]
  return (
    <div className={styles.part}>
      <p className={styles.hint}>{t('settings.calendar.about')}</p>
      <EntryButtons
        view={view}
        entries={[
          {
            key: 'publish',
            words: t('settings.calendar.add'),
            deed: { kind: 'programme', command: 'publish-calendar' },
            icon: 'plus',
            kind: 'primary',
            open: () => navigate(withParameters({ form: 'calendar', year: undefined })),
          },
        ]}
      />
      <DataTable
        caption={t('settings.calendar.caption')}
        isCaptionHidden
        columns={columns}
        rows={rows}
        rowKey={({ year }) => String(year)}
        emptyWords={t('settings.calendar.none')}
        opening={({ year }) => ({ to: withParameters({ year: String(year), form: undefined }) })}
        selectedKey={choice.year === undefined ? undefined : String(choice.year)}
        maxHeight="none"
      />
      <div className={styles.actions}>
        <ListDownloads view={view} list="calendar" />
      </div>
      {open && <YearDetail view={view} row={open} />}
      {isFormOpen && (
        <CalendarForm view={view} year={choice.year} onClose={() => navigate(withParameters({ form: undefined }))} />
      )}
    </div>
  )
}

function Unknown() {
  const { t } = useTranslation('programme')
  return <span className={styles.hint}>{t('shell.unknown')}</span>
}

function Sureness({ known }: { readonly known: CalendarYear }) {
  const { t } = useTranslation('programme')
  const state = known.confidence === 'confirmed' ? 'done' : 'due-soon'
  return <StateMark state={state} word={t(`settings.calendar.sure.${known.confidence}`)} />
}

function YearDetail({ view, row: { year, known } }: { readonly view: ProgrammeView; readonly row: YearRow }) {
  const { t } = useTranslation('programme')
  return (
    <Dialog
      title={t('settings.calendar.detail', { year })}
      words={{ close: t('shell.close') }}
      width="wide"
      isDirty={false}
      onClose={() => navigate(withParameters({ year: undefined, form: undefined }))}
    >
      <div className={styles.part}>
        <EntryButtons
          view={view}
          entries={[
            {
              key: 'edit',
              words: known ? t('settings.calendar.edit') : t('settings.calendar.publish', { year }),
              deed: { kind: 'programme', command: 'publish-calendar' },
              kind: 'primary',
              open: () => navigate(withParameters({ form: 'calendar' })),
            },
          ]}
        />
        {known ? <KnownYear known={known} /> : <StateMark state="unknown" word={t('settings.calendar.unknown')} />}
      </div>
    </Dialog>
  )
}

function KnownYear({ known }: { readonly known: CalendarYear }) {
  const { t } = useTranslation('programme')
  const weekday = (day: string) => t(`settings.calendar.weekdays.${weekdayKeyOf(day)}`)
  const named = (day: string) => `${weekday(day)} ${formatIsoDate(day)}`
  const columns: readonly Column<CalendarYear['holidays'][number]>[] = [
    { key: 'day', title: t('settings.calendar.day'), render: ({ date }) => formatIsoDate(date) },
    { key: 'weekday', title: t('settings.calendar.weekday'), render: ({ date }) => weekday(date) },
    { key: 'name', title: t('settings.calendar.name'), render: ({ name }) => name },
  ]
  return (
    <>
      <Sureness known={known} />
      <DataTable
        caption={t('settings.calendar.holidays')}
        columns={columns}
        rows={sortedHolidays(known)}
        rowKey={({ date }) => date}
        emptyWords={t('shell.unknown')}
        isDense
      />
      <section className={styles.part}>
        <h3>{t('settings.calendar.swaps')}</h3>
        {known.swaps.length === 0 && <p className={styles.hint}>{t('settings.calendar.noSwaps')}</p>}
        <ul>
          {known.swaps.map(({ off, on }) => (
            <li key={off}>{t('settings.calendar.swap', { off: named(off), on: named(on) })}</li>
          ))}
        </ul>
      </section>
      <section className={styles.part}>
        <h3>{t('settings.calendar.source')}</h3>
        <p className={styles.text}>{known.source}</p>
        <LinkTo to={historyOf(subjectOf.calendar(known.year))} className={styles.link}>
          {t('settings.history')}
        </LinkTo>
      </section>
    </>
  )
}
