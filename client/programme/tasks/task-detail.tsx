// One task of the plan: its words, who leads, how it stands and why, what was asked for and what was done.
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isSimulated, subjectOf } from '../../../shared/programme/event.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { formatIsoDate } from '../../design/time-format.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Progress } from '../../kit/progress.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { EntryButtons } from '../entry-buttons.tsx'
import { useSubjectEvents } from '../events-query.ts'
import { namedUnits } from '../named-unit.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { Provenance } from '../provenance.tsx'
import { addressOf } from '../section.ts'
import { UnitName } from '../unit-name.tsx'
import { RequestTaskForm } from './request-task-form.tsx'
import { SetDeadlineForm } from './set-deadline-form.tsx'
import styles from './task-detail.module.css'
import { TaskHistory } from './task-history.tsx'
import { deadlineSetBy } from './task-history-lines.ts'
import { reasonOf } from './task-reason.ts'
import { TaskRequests } from './task-requests.tsx'
import type { TaskRow } from './task-rows.ts'
import { deadlineWords, progressWords, reasonWords, SHAPE_OF_MARK, timeWords } from './task-words.ts'
import { UpdateTaskForm } from './update-task-form.tsx'

type Props = { readonly view: ProgrammeView; readonly id: string; readonly rows: readonly TaskRow[] }

export function TaskDetail({ view, id, rows }: Props) {
  const { t } = useTranslation('programme')
  const [form, setForm] = useState<'update' | 'request' | 'deadline'>()
  const at = rows.findIndex(one => one.id === id)
  const row = rows[at]
  if (!row)
    return (
      <Notice
        kind="warning"
        title={t('tasks.notFound', { id })}
        actions={<ButtonLink to={addressOf('tasks')}>{t('tasks.back')}</ButtonLink>}
      />
    )
  const { standing } = row
  const close = () => setForm(undefined)
  return (
    <article className={styles.detail} key={id}>
      <TaskSteps before={rows[at - 1]} after={rows[at + 1]} />
      <header className={styles.head}>
        <h2>
          <span className={styles.number}>{id}</span> {standing.task.title}
        </h2>
        <EntryButtons
          view={view}
          entries={[
            {
              key: 'update',
              words: t('tasks.update'),
              deed: { kind: 'programme', command: 'update-task' },
              kind: 'primary',
              icon: 'plus',
              open: () => setForm('update'),
            },
            {
              key: 'request',
              words: t('tasks.request'),
              deed: { kind: 'programme', command: 'request-task' },
              open: () => setForm('request'),
            },
            {
              key: 'deadline',
              words: t('tasks.setDeadline'),
              deed: { kind: 'programme', command: 'set-task-deadline' },
              icon: 'calendar',
              open: () => setForm('deadline'),
            },
          ]}
        />
      </header>
      <div className={styles.columns}>
        <div className={styles.column}>
          <TaskStandingPanel view={view} row={row} />
          <PlanPanel view={view} row={row} />
          <TaskRequests view={view} row={row} />
          <TaskObstacles view={view} id={id} />
        </div>
        <TaskHistory view={view} id={id} />
      </div>
      {form === 'update' && <UpdateTaskForm view={view} row={row} onClose={close} />}
      {form === 'request' && <RequestTaskForm view={view} id={id} onClose={close} />}
      {form === 'deadline' && <SetDeadlineForm view={view} row={row} onClose={close} />}
    </article>
  )
}

function TaskSteps({ before, after }: { readonly before: TaskRow | undefined; readonly after: TaskRow | undefined }) {
  const { t } = useTranslation('programme')
  return (
    <nav className={styles.steps} aria-label={t('tasks.task')}>
      <ButtonLink kind="quiet" to={addressOf('tasks')}>
        {t('tasks.back')}
      </ButtonLink>
      {before && (
        <ButtonLink kind="quiet" to={addressOf('tasks', before.id)}>
          {t('tasks.previous', { id: before.id })}
        </ButtonLink>
      )}
      {after && (
        <ButtonLink kind="quiet" to={addressOf('tasks', after.id)}>
          {t('tasks.next', { id: after.id })}
        </ButtonLink>
      )}
    </nav>
  )
}

type PanelProps = { readonly view: ProgrammeView; readonly row: TaskRow }

function TaskStandingPanel({ view, row: { standing } }: PanelProps) {
  const { t } = useTranslation('programme')
  const { latest } = standing.state
  const progress = latest?.progress ?? null
  const time = timeWords(t, standing)
  return (
    <section className={styles.panel}>
      <h3>{t('tasks.standing')}</h3>
      <p className={styles.mark}>
        <StateMark state={SHAPE_OF_MARK[standing.mark]} word={t(`term.taskMark.${standing.mark}`)}>
          {time && <>· {time}</>}
        </StateMark>
      </p>
      <p>{reasonWords(t, reasonOf(standing, view.state))}</p>
      <Progress
        label={t('tasks.progress')}
        value={progress === null ? undefined : progress / 100}
        words={progressWords(t, standing)}
      />
      {latest && (
        <div className={styles.latest}>
          <p className={styles.muted}>{t('tasks.latest')}</p>
          <p>
            {t(`term.taskStatus.${latest.status}`)}: {latest.text}
          </p>
          <Provenance by={latest.by} at={latest.at} />
        </div>
      )}
    </section>
  )
}

function PlanPanel({ view, row: { standing, lead } }: PanelProps) {
  const { t } = useTranslation('programme')
  const { task, state, deadline, dueOn } = standing
  const { data: events = [] } = useSubjectEvents(view, subjectOf.task(task.id))
  const setBy = state.deadline === null ? undefined : deadlineSetBy(events)
  return (
    <section className={styles.panel}>
      <h3>{t('tasks.byPlan')}</h3>
      <dl className={styles.facts}>
        <Fact term={t('tasks.lead')}>
          <UnitName unit={lead} />
        </Fact>
        <Fact term={t('tasks.partners')}>
          <ul className={styles.partners}>
            {namedUnits(view, task.partners).map(partner => (
              <li key={partner.key}>
                <UnitName unit={partner} />
              </li>
            ))}
          </ul>
        </Fact>
        <Fact term={t('tasks.planDeadline')}>{task.deadlineText}</Fact>
        {state.deadline !== null && (
          <Fact term={t('tasks.deadlineSet')}>
            {deadlineWords(t, deadline)}
            {setBy && (
              <>
                {setBy.reason !== null && <p>{setBy.reason}</p>}
                <Provenance by={setBy.by} at={setBy.at} />
              </>
            )}
          </Fact>
        )}
        {dueOn !== null && <Fact term={t('tasks.lastDayIs')}>{formatIsoDate(dueOn)}</Fact>}
      </dl>
      {view.state.plan && <p className={styles.muted}>{t('shell.source', { source: view.state.plan.source })}</p>}
    </section>
  )
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function TaskObstacles({ view, id }: { readonly view: ProgrammeView; readonly id: string }) {
  const { t } = useTranslation('programme')
  const about = [...view.state.obstacles.values()].filter(({ task }) => task === id)
  if (about.length === 0) return null
  return (
    <section className={styles.panel}>
      <h3>{t('tasks.obstacles')}</h3>
      <ul className={styles.links}>
        {about.map(({ id: obstacle, kind, title, state, moves }) => (
          <li key={obstacle}>
            <LinkTo to={addressOf('obstacles', obstacle)}>{title}</LinkTo>{' '}
            <span className={styles.muted}>
              {t(`term.obstacleKind.${kind}`)} · {t(`term.obstacleState.${state}`)}
            </span>{' '}
            {moves.some(({ by }) => isSimulated(by)) && <SourceTag text={t('shell.simulated')} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
