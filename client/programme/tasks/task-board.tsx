// The tasks in columns by how they stand, what needs somebody first. A full column takes the room of several.
import { useTranslation } from 'react-i18next'
import { LinkTo } from '../../app/link-to.tsx'
import { Progress } from '../../kit/progress.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark, StateShape } from '../../kit/state-mark.tsx'
import { addressOf } from '../section.ts'
import { UnitName } from '../unit-name.tsx'
import styles from './task-board.module.css'
import { boardOf, isTaskSimulated, type TaskRow } from './task-rows.ts'
import { deadlineLine, lastWords, progressWords, SHAPE_OF_MARK, timeWords } from './task-words.ts'

/** Cards beside each other where there is most room. */
const MOST_ACROSS = 5

export function TaskBoard({ rows }: { readonly rows: readonly TaskRow[] }) {
  const { t } = useTranslation('programme')
  const columns = boardOf(rows)
  return (
    <div className={styles.holder}>
      <div className={styles.board}>
        {columns.map(({ key, marks, rows: cards }) => (
          <section
            key={key}
            className={styles.column}
            aria-label={t(`tasks.column.${key}`)}
            data-size={Math.min(cards.length, MOST_ACROSS)}
          >
            <h3 className={styles.columnHead}>
              {marks.map(mark => (
                <StateShape key={mark} state={SHAPE_OF_MARK[mark]} />
              ))}
              <span>{t(`tasks.column.${key}`)}</span>
              <span className={styles.count}>{cards.length}</span>
            </h3>
            <ul className={styles.cards}>
              {cards.map(row => (
                <li key={row.id}>
                  <TaskCard row={row} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}

function TaskCard({ row }: { readonly row: TaskRow }) {
  const { t } = useTranslation('programme')
  const { standing } = row
  const { task, state, mark } = standing
  const time = timeWords(t, standing)
  const progress = state.latest?.progress ?? null
  const requests = state.openRequests.length
  return (
    <article className={styles.card} data-mark={mark}>
      <h4 className={styles.title}>
        <LinkTo to={addressOf('tasks', row.id)} className={styles.link}>
          <span className={styles.number}>{row.id}</span> {task.title}
        </LinkTo>
      </h4>
      <p className={styles.lead}>
        <UnitName unit={row.lead} />
      </p>
      <p>
        <StateMark state={SHAPE_OF_MARK[mark]} word={time ?? t(`term.taskMark.${mark}`)} />
      </p>
      <p className={styles.deadline}>{deadlineLine(t, standing)}</p>
      {progress !== null && (
        <Progress label={t('tasks.progress')} value={progress / 100} words={progressWords(t, standing)} />
      )}
      {requests > 0 && <p>{t('tasks.openRequests', { number: requests })}</p>}
      <p className={styles.last}>
        <span>
          {t('tasks.lastUpdate')}: {lastWords(t, row)}
        </span>
        {isTaskSimulated(row) && <SourceTag text={t('shell.simulated')} />}
      </p>
    </article>
  )
}
