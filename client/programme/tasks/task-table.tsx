// The tasks as a table: sortable, its order kept in the address.
import { useTranslation } from 'react-i18next'
import { TASK_MARKS } from '../../../shared/programme/task-standing.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { Progress } from '../../kit/progress.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { sortFrom, sortText } from '../../kit/table-sort.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import { UnitName } from '../unit-name.tsx'
import { isTaskSimulated, type TaskRow } from './task-rows.ts'
import { deadlineLine, lastWords, progressWords, SHAPE_OF_MARK, timeWords } from './task-words.ts'
import styles from './tasks.module.css'

type Props = { readonly view: ProgrammeView; readonly rows: readonly TaskRow[] }

export function TaskTable({ view, rows }: Props) {
  const { t } = useTranslation('programme')
  const sort = sortFrom(useParameters().get('sort'))
  const columns: readonly Column<TaskRow>[] = [
    {
      key: 'task',
      title: t('tasks.task'),
      isRowHeader: true,
      width: '34%',
      sortValue: row => row.order,
      render: row => (
        <>
          <span className={styles.muted}>{row.id}</span> {row.standing.task.title}
        </>
      ),
    },
    {
      key: 'lead',
      title: t('tasks.lead'),
      sortValue: row => row.lead.name ?? undefined,
      render: row => <UnitName unit={row.lead} />,
    },
    {
      key: 'deadline',
      title: t('tasks.deadline'),
      sortValue: row => row.standing.dueOn ?? undefined,
      render: ({ standing }) => deadlineLine(t, standing),
    },
    {
      key: 'mark',
      title: t('tasks.mark'),
      sortValue: row => TASK_MARKS.indexOf(row.standing.mark),
      render: ({ standing }) => (
        <StateMark state={SHAPE_OF_MARK[standing.mark]} word={t(`term.taskMark.${standing.mark}`)} />
      ),
    },
    {
      key: 'time',
      title: t('tasks.time'),
      sortValue: ({ standing }) => standing.daysLeft ?? undefined,
      render: ({ standing }) => timeWords(t, standing) ?? '–',
    },
    {
      key: 'progress',
      title: t('tasks.progress'),
      width: '8rem',
      sortValue: ({ standing }) => standing.state.latest?.progress ?? undefined,
      render: ({ standing }) => (
        <TaskProgress
          progress={standing.state.latest?.progress ?? null}
          words={progressWords(t, standing)}
          label={t('tasks.progress')}
        />
      ),
    },
    {
      key: 'age',
      title: t('tasks.lastUpdate'),
      sortValue: row => row.ageDays ?? undefined,
      render: row => (
        <>
          {lastWords(t, row)} {isTaskSimulated(row) && <SourceTag text={t('shell.simulated')} />}
        </>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('tasks.caption', { day: formatIsoDate(view.day) })}
      columns={columns}
      rows={rows}
      rowKey={row => row.id}
      emptyWords={t('tasks.nothing')}
      opening={row => ({ to: addressOf('tasks', row.id) })}
      initialSort={sort}
      onSort={next => navigate(withParameters({ sort: sortText(next) }))}
    />
  )
}

type ProgressProps = { readonly progress: number | null; readonly words: string; readonly label: string }

/** Nothing said is said, never drawn as an empty bar. */
function TaskProgress({ progress, words, label }: ProgressProps) {
  if (progress === null) return <span className={styles.muted}>{words}</span>
  return <Progress label={label} isLabelHidden value={progress / 100} words={words} />
}
