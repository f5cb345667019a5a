// /programme/tasks: the plan's tasks with how each stands, as a board, a list or along the years; one of them by its number.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { TASK_MARKS, type TaskMark } from '../../../shared/programme/task-standing.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { PlanMilestones } from './plan-milestones.tsx'
import { TaskBoard } from './task-board.tsx'
import { TaskDetail } from './task-detail.tsx'
import { TaskFilters } from './task-filters.tsx'
import { filterIn, filterTasks, type TaskRow, taskRows } from './task-rows.ts'
import { TaskTable } from './task-table.tsx'
import { TaskTimeline } from './task-timeline.tsx'
import { SHAPE_OF_MARK } from './task-words.ts'
import styles from './tasks.module.css'

const VIEWS = ['board', 'table', 'timeline'] as const
type ViewName = (typeof VIEWS)[number]

type Props = { readonly view: ProgrammeView; readonly id: string | undefined }

export function TasksPage({ view, id }: Props) {
  const { t } = useTranslation('programme')
  const rows = useMemo(() => taskRows(view), [view])
  if (!view.state.plan) return <Notice kind="info" title={t('tasks.noPlan')} />
  if (id !== undefined) return <TaskDetail key={id} view={view} id={id} rows={rows} />
  return <AllTasks view={view} rows={rows} />
}

function AllTasks({ view, rows }: { readonly view: ProgrammeView; readonly rows: readonly TaskRow[] }) {
  const { t } = useTranslation('programme')
  const parameters = useParameters()
  const asked = parameters.get('view')
  const shownAs: ViewName = VIEWS.find(name => name === asked) ?? 'board'
  const filter = filterIn(parameters)
  const shown = filterTasks(rows, filter)
  const choose = (name: string) => navigate(withParameters({ view: name === 'board' ? undefined : name }))
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h2>{t('tasks.title')}</h2>
        <MarkCounts rows={rows} chosen={filter.mark} />
      </div>
      <TaskFilters view={view} rows={rows} filter={filter} shown={shown.length} />
      <Tabs
        label={t('tasks.view')}
        tabs={VIEWS.map(name => ({ id: name, title: t(`tasks.${name}`) }))}
        selectedId={shownAs}
        onSelect={choose}
      >
        {shown.length === 0 ? (
          <Notice
            kind="info"
            title={t('tasks.nothing')}
            actions={
              <Button onClick={() => navigate(withParameters({ lead: undefined, mark: undefined, text: undefined }))}>
                {t('tasks.clearFilters')}
              </Button>
            }
          />
        ) : (
          <>
            {shownAs === 'board' && <TaskBoard rows={shown} />}
            {shownAs === 'table' && <TaskTable view={view} rows={shown} />}
            {shownAs === 'timeline' && <TaskTimeline view={view} rows={shown} />}
          </>
        )}
      </Tabs>
      <PlanMilestones view={view} />
    </div>
  )
}

/** How many stand how, worst first; each leads to those tasks, the chosen one back to all. */
function MarkCounts({ rows, chosen }: { readonly rows: readonly TaskRow[]; readonly chosen: TaskMark | undefined }) {
  const { t } = useTranslation('programme')
  const counts = Map.groupBy(rows, ({ standing }) => standing.mark)
  return (
    <ul className={styles.counts} aria-label={t('tasks.legend')}>
      {TASK_MARKS.filter(mark => counts.has(mark)).map(mark => (
        <li key={mark}>
          <LinkTo
            to={withParameters({ mark: mark === chosen ? undefined : mark })}
            className={styles.countLink}
            isCurrent={mark === chosen}
          >
            <StateMark state={SHAPE_OF_MARK[mark]} word={t(`term.taskMark.${mark}`)}>
              <strong>{counts.get(mark)?.length}</strong>
            </StateMark>
          </LinkTo>
        </li>
      ))}
    </ul>
  )
}
