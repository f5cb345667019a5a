// The tasks along the years. A list first: every line says in words what its track draws; the drawing is for the eye only.
import { useTranslation } from 'react-i18next'
import { LinkTo } from '../../app/link-to.tsx'
import { formatIsoDate } from '../../design/time-format.ts'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark, StateShape } from '../../kit/state-mark.tsx'
import type { ProgrammeState as StateShapeName } from '../../kit/state-shapes.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import { type Axis, type AxisPoint, type AxisRow, axisOf, placeOn, type YearState } from './task-axis.ts'
import { isTaskSimulated, type TaskRow } from './task-rows.ts'
import styles from './task-timeline.module.css'
import { SHAPE_OF_MARK, timeWords } from './task-words.ts'

type Props = { readonly view: ProgrammeView; readonly rows: readonly TaskRow[] }

export function TaskTimeline({ view, rows }: Props) {
  const { t } = useTranslation('programme')
  const { plan, settings } = view.state
  if (!plan) return null
  const axis = axisOf(rows, { plan, dueSoonDays: settings.dueSoonDays, day: view.day })
  const title = t('tasks.axis', { from: axis.years.at(0), to: axis.years.at(-1) })
  return (
    <div className={styles.timeline}>
      <TimelineKey />
      <section className={styles.band} aria-label={`${title}: ${t('tasks.dated')}`}>
        <h3>{t('tasks.dated')}</h3>
        <Years axis={axis} day={view.day} />
        {axis.dated.length === 0 ? (
          <p className={styles.none}>{t('tasks.noDated')}</p>
        ) : (
          <Lines axis={axis} rows={axis.dated} day={view.day} />
        )}
      </section>
      {axis.undated.length > 0 && (
        <section className={styles.band} data-undated="true" aria-label={t('tasks.undated')}>
          <h3>{t('tasks.undated')}</h3>
          <p className={styles.note}>{t('tasks.undatedNote')}</p>
          <Years axis={axis} day={view.day} />
          <Lines axis={axis} rows={axis.undated} day={view.day} />
        </section>
      )}
    </div>
  )
}

function TimelineKey() {
  const { t } = useTranslation('programme')
  return (
    <ul className={styles.key} aria-label={t('tasks.timelineKey')}>
      <li>
        <StateShape state="overdue" /> {t('tasks.keyDue')}
      </li>
      <li>
        <StateShape state="done" /> {t('tasks.keyDone')}
      </li>
      <li>
        <span className={styles.dot} data-alone="true" /> {t('tasks.keyLast')}
      </li>
      <li>
        <span className={styles.late} data-alone="true" /> {t('tasks.keyLate')}
      </li>
    </ul>
  )
}

function Years({ axis, day }: { readonly axis: Axis; readonly day: string }) {
  const { t } = useTranslation('programme')
  const today = placeOn(axis, day)
  return (
    <div className={styles.years} aria-hidden="true">
      <div className={styles.scale}>
        {axis.years.map(year => (
          <span key={year} className={styles.year} style={{ left: `${placeOn(axis, `${year}-01-01`)}%` }}>
            {year}
          </span>
        ))}
        <span className={styles.todayWords} data-side={today > 60 ? 'before' : 'after'} style={{ left: `${today}%` }}>
          {t('tasks.today', { day: formatIsoDate(day) })}
        </span>
      </div>
    </div>
  )
}

type LinesProps = { readonly axis: Axis; readonly rows: readonly AxisRow[]; readonly day: string }

function Lines({ axis, rows, day }: LinesProps) {
  return (
    <ol className={styles.lines}>
      {rows.map(line => (
        <li key={line.row.id} className={styles.line}>
          <LineWords line={line} />
          <Track axis={axis} line={line} day={day} />
        </li>
      ))}
    </ol>
  )
}

function LineWords({ line: { row, points } }: { readonly line: AxisRow }) {
  const { t } = useTranslation('programme')
  const { standing } = row
  const time = timeWords(t, standing)
  const isUndated = points.every(({ kind }) => kind === 'done' || kind === 'last')
  return (
    <div className={styles.words}>
      <LinkTo to={addressOf('tasks', row.id)} className={styles.link}>
        <span className={styles.number}>{row.id}</span> {standing.task.title}
      </LinkTo>
      <p className={styles.about}>
        <StateMark state={SHAPE_OF_MARK[standing.mark]} word={t(`term.taskMark.${standing.mark}`)}>
          {time && <>· {time}</>}
        </StateMark>
        {isUndated && <span>{standing.task.deadlineText}</span>}
        {toldPoints(points).map(point => (
          <span key={`${point.kind} ${point.on}`}>
            <PointWords point={point} />
          </span>
        ))}
        {isTaskSimulated(row) && <SourceTag text={t('shell.simulated')} />}
      </p>
    </div>
  )
}

/** Of the years to come the first says enough. */
function toldPoints(points: readonly AxisPoint[]): readonly AxisPoint[] {
  const isAhead = (point: AxisPoint) => point.kind === 'year' && point.state === 'on-track'
  const first = points.find(isAhead)
  return points.filter(point => point === first || !isAhead(point))
}

function PointWords({ point }: { readonly point: AxisPoint }) {
  const { t } = useTranslation('programme')
  if (point.kind === 'year')
    return t('tasks.point.year', { year: point.year, state: t(`tasks.yearState.${point.state}`) })
  return t(`tasks.point.${point.kind}`, { day: formatIsoDate(point.on) })
}

function Track({
  axis,
  line: { points, late },
  day,
}: {
  readonly axis: Axis
  readonly line: AxisRow
  readonly day: string
}) {
  const at = (on: string) => ({ left: `${placeOn(axis, on)}%` })
  return (
    <div className={styles.track} aria-hidden="true">
      <div className={styles.scale}>
        {axis.years.map(year => (
          <span key={year} className={styles.grid} style={at(`${year}-01-01`)} />
        ))}
        <span className={styles.today} style={at(day)} />
        {late && (
          <span
            className={styles.late}
            style={{ ...at(late.from), width: `${placeOn(axis, late.to) - placeOn(axis, late.from)}%` }}
          />
        )}
        {points.map(point => (
          <span key={`${point.kind} ${point.on}`} className={styles.point} data-kind={point.kind} style={at(point.on)}>
            {point.kind === 'last' ? <span className={styles.dot} /> : <StateShape state={shapeOf(point)} />}
          </span>
        ))}
      </div>
    </div>
  )
}

const SHAPE_OF_YEAR: Readonly<Record<YearState, StateShapeName>> = {
  done: 'done',
  overdue: 'overdue',
  'due-soon': 'due-soon',
  'on-track': 'on-track',
  unknown: 'unknown',
}

function shapeOf(point: Exclude<AxisPoint, { readonly kind: 'last' }>): StateShapeName {
  switch (point.kind) {
    case 'done':
      return 'done'
    case 'year':
      return SHAPE_OF_YEAR[point.state]
    case 'due':
      // What was due and is done keeps an empty mark: the filled one stands on the day it was reported.
      return point.mark === 'done' || point.mark === 'silent' ? 'on-track' : SHAPE_OF_MARK[point.mark]
    default:
      return point satisfies never
  }
}
