// What is stuck in a village, and the plan's tasks that concern it.
import { useTranslation } from 'react-i18next'
import { isSimulated } from '../../../shared/programme/event.ts'
import { type ObstacleStanding, obstacleStandings } from '../../../shared/programme/obstacle-standing.ts'
import type { VillageState } from '../../../shared/programme/state.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { DataTable } from '../../kit/data-table.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { addressWith } from '../address-with.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import { SHAPE_OF_MARK } from '../tasks/task-words.ts'
import { unitWords } from '../unit-words.ts'
import { Part } from './part.tsx'
import { tasksConcerning } from './tasks-concerning.ts'
import styles from './village-page.module.css'

type Props = { readonly view: ProgrammeView; readonly village: VillageState }

export function VillageObstacles({ view, village }: Props) {
  const { t } = useTranslation('programme')
  const standings = obstacleStandings(view.state, view.day).filter(({ item }) => item.village === village.id)
  return (
    <Part
      id="obstacles"
      title={t('villages.obstacles')}
      actions={
        <ButtonLink to={addressWith('obstacles', undefined, { village: village.id })}>
          {t('villages.openObstacles')}
        </ButtonLink>
      }
    >
      <DataTable
        caption={t('villages.obstacles')}
        isCaptionHidden
        isDense
        maxHeight="none"
        rows={standings}
        rowKey={({ item }) => item.id}
        emptyWords={t('villages.noObstacles')}
        opening={({ item }) => ({ to: addressOf('obstacles', item.id) })}
        columns={[
          {
            key: 'title',
            title: t('villages.obstacleTitle'),
            render: ({ item }) => (
              <>
                {t(`term.obstacleKind.${item.kind}`)}: {item.title}{' '}
                {item.moves.some(({ by }) => isSimulated(by)) && <SourceTag text={t('shell.simulated')} />}
              </>
            ),
          },
          { key: 'state', title: t('villages.state'), render: standing => <ObstacleState standing={standing} /> },
          {
            key: 'responsible',
            title: t('villages.responsible'),
            render: ({ item, isOpen }) =>
              !isOpen ? '' : item.responsible === null ? t('shell.nobody') : unitWords(t, view, item.responsible),
          },
          {
            key: 'age',
            title: t('villages.age'),
            align: 'end',
            sortValue: ({ ageDays }) => ageDays,
            render: ({ ageDays }) => t('villages.days', { number: ageDays }),
          },
        ]}
      />
    </Part>
  )
}

function ObstacleState({ standing: { item, isOpen, isOverdue } }: { readonly standing: ObstacleStanding }) {
  const { t } = useTranslation('programme')
  return (
    <StateMark
      state={isOverdue ? 'overdue' : isOpen ? 'on-track' : 'done'}
      word={t(`term.obstacleState.${item.state}`)}
    >
      {isOverdue && item.dueOn !== null && t('villages.overdueSince', { day: formatIsoDate(item.dueOn) })}
    </StateMark>
  )
}

export function VillageTasks({ view, village }: Props) {
  const { t } = useTranslation('programme')
  return (
    <Part id="tasks" title={t('villages.tasks')}>
      <p className={styles.about}>{t('villages.tasksNote')}</p>
      <DataTable
        caption={t('villages.tasks')}
        isCaptionHidden
        isDense
        maxHeight="none"
        rows={tasksConcerning(view.state, view.units, village, view.day)}
        rowKey={({ task }) => task.id}
        emptyWords={t('villages.noTasks')}
        opening={({ task }) => ({ to: addressOf('tasks', task.id) })}
        columns={[
          { key: 'task', title: t('villages.task'), render: ({ task }) => `${task.id} ${task.title}` },
          {
            key: 'mark',
            title: t('villages.state'),
            width: '13rem',
            render: ({ mark }) => <StateMark state={SHAPE_OF_MARK[mark]} word={t(`term.taskMark.${mark}`)} />,
          },
          {
            key: 'due',
            title: t('villages.due'),
            align: 'end',
            sortValue: ({ dueOn }) => dueOn ?? undefined,
            render: ({ dueOn }) => (dueOn === null ? t('villages.noDue') : formatIsoDate(dueOn)),
          },
        ]}
      />
    </Part>
  )
}
