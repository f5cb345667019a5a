// The unit's tasks by its part in them, worst first, the days of its villages, and the obstacles that are open.
import { useTranslation } from 'react-i18next'
import { TASK_MARKS } from '../../../shared/programme/task-standing.ts'
import type { BoardMilestone, BoardObstacle, BoardTask } from '../../../shared/unit-board/unit-board-schema.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { StateMark } from '../../kit/state-mark.tsx'
import { SHAPE_OF_MILESTONE } from '../../programme/tasks/milestone-cells.ts'
import { SHAPE_OF_MARK } from '../../programme/tasks/task-words.ts'
import { useBoard } from '../board-hooks.ts'
import { deadlineWords, taskDays } from '../board-words.ts'
import { Card, Cards, Empty, Group, KioskLink, Page } from '../card.tsx'
import { entryAddress } from '../kiosk-address.ts'

const PARTS = ['lead', 'unassigned', 'partner'] as const

export function TaskSection() {
  const { t } = useTranslation('kiosk')
  const { unit, work } = useBoard()
  if (!work) return null
  const { tasks, milestones, obstacles } = work
  return (
    <Page>
      {tasks.length === 0 && <Empty>{t('tasks.noTasks')}</Empty>}
      {PARTS.map(part => {
        const own = tasks.filter(task => task.part === part).toSorted(byMark)
        return own.length === 0 ? null : (
          <Group key={part} title={t(`tasks.${part}`)}>
            <Cards>
              {own.map(task => (
                <TaskCard key={task.id} task={task} unitId={unit.id} />
              ))}
            </Cards>
          </Group>
        )
      })}
      <Group title={t('tasks.obstacles')}>
        {obstacles.length === 0 && <Empty>{t('tasks.noObstacles')}</Empty>}
        <Cards>
          {obstacles.map(obstacle => (
            <ObstacleCard key={obstacle.id} obstacle={obstacle} unitId={unit.id} />
          ))}
        </Cards>
        <div>
          <KioskLink icon="plus" to={entryAddress(unit.id, 'obstacle')}>
            {t('tasks.raise')}
          </KioskLink>
        </div>
      </Group>
      {milestones.length > 0 && (
        <Group title={t('tasks.milestones')}>
          <Cards>
            {milestones.map(one => (
              <MilestoneCard key={`${one.milestone} ${one.village} ${one.title}`} milestone={one} />
            ))}
          </Cards>
        </Group>
      )}
    </Page>
  )
}

const byMark = (a: BoardTask, b: BoardTask): number => TASK_MARKS.indexOf(a.mark) - TASK_MARKS.indexOf(b.mark)

type TaskProps = { readonly task: BoardTask; readonly unitId: string }

function TaskCard({ task, unitId }: TaskProps) {
  const { t } = useTranslation('kiosk')
  const { t: term } = useTranslation('programme')
  const { id, title, part, mark, leadName, progress, text, isSimulated } = task
  const name = `${id} · ${title}`
  return (
    <Card
      title={name}
      state={<StateMark state={SHAPE_OF_MARK[mark]} word={term(`term.taskMark.${mark}`)} />}
      aside={taskDays(t, task)}
      isSimulated={isSimulated}
      lines={[
        deadlineWords(t, task),
        part === 'partner' && leadName !== null ? t('tasks.leadBy', { unit: leadName }) : undefined,
        progress === null ? undefined : t('tasks.progress', { percent: progress }),
        text ?? undefined,
      ]}
      action={
        part === 'lead' && (
          <KioskLink icon="entry" to={entryAddress(unitId, 'update-task', id)} label={`${t('tasks.update')}: ${name}`}>
            {t('tasks.update')}
          </KioskLink>
        )
      }
    />
  )
}

type ObstacleProps = { readonly obstacle: BoardObstacle; readonly unitId: string }

function ObstacleCard({ obstacle, unitId }: ObstacleProps) {
  const { t } = useTranslation('kiosk')
  const { t: term } = useTranslation('programme')
  const { id, kind, title, state, isOverdue, raisedOn, dueOn, responsibleName, lastText, villageName } = obstacle
  return (
    <Card
      title={`${term(`term.obstacleKind.${kind}`)}: ${title}`}
      state={<StateMark state={isOverdue ? 'overdue' : 'waiting'} word={term(`term.obstacleState.${state}`)} />}
      aside={t('tasks.raisedOn', { date: formatIsoDate(raisedOn) })}
      isSimulated={obstacle.isSimulated}
      strong={lastText}
      lines={[
        villageName === null ? undefined : t('home.village', { name: villageName }),
        responsibleName === null ? t('tasks.waitsForNobody') : t('tasks.waitsFor', { unit: responsibleName }),
        dueOn === null ? undefined : t('tasks.due', { date: formatIsoDate(dueOn) }),
      ]}
      action={
        <KioskLink icon="entry" to={entryAddress(unitId, 'obstacle', id)} label={`${t('tasks.update')}: ${title}`}>
          {t('tasks.update')}
        </KioskLink>
      }
    />
  )
}

function MilestoneCard({ milestone }: { readonly milestone: BoardMilestone }) {
  const { t } = useTranslation('kiosk')
  const { title, villageName, plannedOn, reachedOn, mark, note, isSimulated } = milestone
  return (
    <Card
      title={title}
      state={<StateMark state={SHAPE_OF_MILESTONE[mark]} word={stateWords()} />}
      isSimulated={isSimulated}
      lines={[villageName === null ? undefined : t('home.village', { name: villageName }), note ?? undefined]}
    />
  )

  function stateWords(): string {
    if (reachedOn !== null) return t('tasks.reached', { date: formatIsoDate(reachedOn) })
    return plannedOn === null ? '' : t('tasks.due', { date: formatIsoDate(plannedOn) })
  }
}
