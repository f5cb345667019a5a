// The reports of a year: what is due next, who sent what, the periods, and who keeps time.
import { useTranslation } from 'react-i18next'
import type { ReportStanding } from '../../../shared/programme/report-standing.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { formatNumber } from '../../design/number-format.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { Figure, type FigureOpening } from '../../kit/figure.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { Toolbar } from '../../kit/toolbar.tsx'
import { EntryButtons } from '../entry-buttons.tsx'
import { periodWords } from '../period-words.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import { PeriodTable } from './period-table.tsx'
import { ReportExport } from './report-export.tsx'
import { GRID_ID, ReportGrid } from './report-grid.tsx'
import { ReportLeague } from './report-league.tsx'
import { ReportNotes } from './report-notes.tsx'
import { shareWords } from './report-words.ts'
import {
  chosenYear,
  countReports,
  currentPeriods,
  isAnySimulated,
  reportYears,
  standingsOfYear,
} from './report-year.ts'
import styles from './reports.module.css'
import type { SubmitStart } from './submit-report.tsx'

type Props = { readonly view: ProgrammeView; readonly onSubmit: (start: SubmitStart) => void }

export function ReportCalendar({ view, onSubmit }: Props) {
  const { t } = useTranslation('programme')
  const years = reportYears(view)
  const year = chosenYear(useParameters().get('year'), years)
  const standings = standingsOfYear(view, year)
  const newest = years.at(-1)
  return (
    <div className={styles.page}>
      <h2>
        {t('reports.title')} {isAnySimulated(view, standings) && <SourceTag text={t('shell.simulated')} />}
      </h2>
      <Toolbar
        label={t('reports.tools')}
        actions={
          <>
            <ReportExport view={view} />
            <EntryButtons
              view={view}
              entries={[
                {
                  key: 'submit',
                  words: t('reports.submit'),
                  deed: { kind: 'programme', command: 'submit-report' },
                  kind: 'primary',
                  icon: 'plus',
                  open: () => onSubmit({ unit: undefined, period: undefined }),
                },
              ]}
            />
          </>
        }
      >
        <SelectField
          name="year"
          label={t('reports.year')}
          options={years.map(one => ({ value: String(one), label: String(one) }))}
          value={String(year)}
          onChange={chosen => navigate(withParameters({ year: chosen === String(newest) ? undefined : chosen }))}
        />
      </Toolbar>
      <YearFigures view={view} year={year} standings={standings} />
      <ReportNotes view={view} standings={standings} />
      <ReportGrid view={view} year={year} standings={standings} />
      <PeriodTable view={view} year={year} standings={standings} />
      <ReportLeague view={view} year={year} standings={standings} />
    </div>
  )
}

type FiguresProps = {
  readonly view: ProgrammeView
  readonly year: number
  readonly standings: readonly ReportStanding[]
}

function YearFigures({ view, year, standings }: FiguresProps) {
  const { t } = useTranslation('programme')
  const { expected, received, onTime, missing, nobody } = countReports(standings)
  const isDue = expected > 0
  const unknownWords = t('reports.nothingYet')
  const toGrid: FigureOpening = { words: t('reports.openGrid'), open: showGrid }
  const lacking = standings.findLast(({ mark }) => mark === 'missing')
  return (
    <div className={styles.figures}>
      <CurrentPeriodFigure view={view} />
      <Figure
        label={t('reports.received', { year })}
        value={isDue ? t('reports.receivedOf', { received, expected }) : undefined}
        unknownWords={unknownWords}
        meaning={isDue ? t('reports.receivedMeaning') : t('reports.nothingDue')}
        source={nobody > 0 ? t('reports.withoutUnit', { number: nobody }) : undefined}
        opens={toGrid}
      />
      <Figure
        label={t('reports.onTime')}
        value={isDue ? shareWords(onTime / expected) : undefined}
        unknownWords={unknownWords}
        meaning={isDue ? t('reports.onTimeMeaning', { onTime, expected }) : t('reports.nothingDue')}
        opens={toGrid}
      />
      <Figure
        label={t('reports.missing')}
        value={isDue ? String(missing) : undefined}
        unknownWords={unknownWords}
        meaning={isDue ? t('reports.missingMeaning') : t('reports.nothingDue')}
        {...(missing > 0 ? { state: 'overdue' as const } : {})}
        opens={lacking ? { words: t('reports.openMissing'), to: addressOf('reports', lacking.period.id) } : toGrid}
      />
    </div>
  )
}

function showGrid(): void {
  const grid = document.getElementById(GRID_ID)
  grid?.scrollIntoView()
  grid?.focus({ preventScroll: true })
}

function CurrentPeriodFigure({ view }: { readonly view: ProgrammeView }) {
  const { t } = useTranslation('programme')
  const current = currentPeriods(view.state, view.day)
  const [first] = current?.periods ?? []
  if (!current || !first)
    return <Figure label={t('reports.current')} value={undefined} unknownWords={t('shell.unknown')} />
  const { periods, cutoff, dueOn, daysLeft } = current
  return (
    <Figure
      label={t('reports.currentOf', { periods: periods.map(({ id }) => periodWords(t, id)).join(', ') })}
      value={daysLeft === 0 ? t('reports.lastDay') : t('reports.daysLeft', { days: formatNumber(daysLeft) })}
      unknownWords={t('shell.unknown')}
      meaning={t('reports.currentMeaning', { cutoff: formatIsoDate(cutoff), due: formatIsoDate(dueOn) })}
      opens={{ words: t('reports.openPeriod'), to: addressOf('reports', first.id) }}
    />
  )
}
