// One obstacle or proposal: what it is, who must act by when, what was done, and what may be done next.
import { useTranslation } from 'react-i18next'
import { isSimulated, subjectOf } from '../../../shared/programme/event.ts'
import type { ObstacleMove } from '../../../shared/programme/state.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { formatIsoDate } from '../../design/time-format.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { EntryButtons } from '../entry-buttons.tsx'
import { actorWords } from '../event-words.ts'
import { villageName } from '../funding/funding-names.ts'
import { historyOf } from '../history/history-choice.ts'
import { namedUnit } from '../named-unit.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import { momentWords } from '../tasks/task-words.ts'
import { UnitName } from '../unit-name.tsx'
import { MoveForm } from './move-form.tsx'
import { movesOf, type ObstacleRow, shapeOf, shapeOfState } from './obstacle-rows.ts'
import styles from './obstacles.module.css'

type Props = { readonly view: ProgrammeView; readonly id: string; readonly row: ObstacleRow | undefined }
type RowProps = { readonly view: ProgrammeView; readonly row: ObstacleRow }

export function ObstacleDetail({ view, id, row }: Props) {
  const { t } = useTranslation('programme')
  const asked = useParameters().get('form')
  const back = (
    <ButtonLink kind="quiet" to={addressOf('obstacles')}>
      {t('obstacles.back')}
    </ButtonLink>
  )
  if (!row) return <Notice kind="warning" title={t('obstacles.missing', { id })} actions={back} />
  const { item } = row
  const moves = movesOf(item)
  const form = moves.find(move => move === asked)
  return (
    <article className={styles.page}>
      <nav aria-label={t('obstacles.back')}>{back}</nav>
      <h2 className={styles.title}>
        {item.title} {row.isSimulated && <SourceTag text={t('shell.simulated')} />}
      </h2>
      <EntryButtons
        view={view}
        entries={moves.map((move, at) => ({
          key: move,
          words: t(`obstacles.move.${move}`),
          deed: { kind: 'programme', command: 'move-obstacle' },
          kind: at === 0 ? 'primary' : 'plain',
          open: () => navigate(withParameters({ form: move })),
        }))}
      />
      <div className={styles.columns}>
        <Facts view={view} row={row} />
        <Moves view={view} row={row} />
      </div>
      {form && !view.isPast && (
        <MoveForm
          key={form}
          view={view}
          item={item}
          to={form}
          onClose={() => navigate(withParameters({ form: undefined }))}
        />
      )}
    </article>
  )
}

function Facts({ view, row }: RowProps) {
  const { t } = useTranslation('programme')
  const { item, standing, responsible } = row
  const task = view.state.plan?.tasks.find(({ id }) => id === item.task)
  return (
    <section className={styles.tile} aria-label={t('obstacles.text')}>
      <p className={styles.text}>{item.text}</p>
      <dl className={styles.facts}>
        <dt>{t('obstacles.kind')}</dt>
        <dd>{t(`term.obstacleKind.${item.kind}`)}</dd>
        <dt>{t('obstacles.state')}</dt>
        <dd>
          <StateMark state={shapeOf(row)} word={t(`term.obstacleState.${item.state}`)} />
        </dd>
        <dt>{t('obstacles.column.age')}</dt>
        <dd>
          {standing.isOpen
            ? t('obstacles.days', { number: standing.ageDays })
            : t('obstacles.took', { number: standing.ageDays })}
          {standing.waitingDays !== null && (
            <span className={styles.under}>{t('obstacles.waiting', { number: standing.waitingDays })}</span>
          )}
        </dd>
        <dt>{t('obstacles.column.responsible')}</dt>
        <dd>
          {responsible ? <UnitName unit={responsible} /> : <span className={styles.hint}>{t('obstacles.noOne')}</span>}
        </dd>
        <dt>{t('obstacles.column.due')}</dt>
        <dd>
          {item.dueOn === null ? (
            <span className={styles.hint}>{t('obstacles.noDue')}</span>
          ) : (
            <>
              {formatIsoDate(item.dueOn)}{' '}
              {standing.isOverdue && <StateMark state="overdue" word={t('obstacles.overdueBy')} />}
            </>
          )}
        </dd>
        <dt>{t('obstacles.raisedBy')}</dt>
        <dd>
          <UnitName unit={namedUnit(view, item.unit)} />
        </dd>
        <dt>{t('obstacles.raisedOn')}</dt>
        <dd>{formatIsoDate(item.raisedOn)}</dd>
        <dt>{t('obstacles.column.village')}</dt>
        <dd>
          {item.village === null ? (
            t('obstacles.province')
          ) : (
            <LinkTo to={addressOf('villages', item.village)} className={styles.link}>
              {villageName(view.state, item.village)}
            </LinkTo>
          )}
        </dd>
        {item.task !== null && (
          <>
            <dt>{t('obstacles.task')}</dt>
            <dd>
              <LinkTo to={addressOf('tasks', item.task)} className={styles.link}>
                {item.task} {task?.title}
              </LinkTo>
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

function Moves({ view, row: { item } }: RowProps) {
  const { t } = useTranslation('programme')
  return (
    <section className={styles.tile} aria-labelledby="obstacle-moves">
      <h3 id="obstacle-moves">{t('obstacles.moves')}</h3>
      <Timeline
        label={t('obstacles.moves')}
        emptyWords={t('obstacles.none')}
        items={item.moves.toReversed().map(move => ({
          id: String(move.eventId),
          at: new Date(move.at).toISOString(),
          when: momentWords(move.at),
          who: actorWords(move.by),
          state: shapeOfState(move.to),
          what: <MoveWords view={view} move={move} />,
          why: move.text.trim() === '' ? undefined : move.text,
        }))}
      />
      <LinkTo to={historyOf(subjectOf.obstacle(item.id))} className={styles.link}>
        {t('obstacles.history')}
      </LinkTo>
    </section>
  )
}

function MoveWords({ view, move }: { readonly view: ProgrammeView; readonly move: ObstacleMove }) {
  const { t } = useTranslation('programme')
  const unit = namedUnit(view, move.unit)
  return (
    <>
      <strong>
        {t('obstacles.movedTo', {
          state: t(`term.obstacleState.${move.to}`),
          unit: unit.name ?? t('shell.formerly', { unit: unit.formerly ?? move.unit }),
        })}
      </strong>
      {move.dueOn !== null && ` · ${t('obstacles.movedDue', { day: formatIsoDate(move.dueOn) })}`}{' '}
      {isSimulated(move.by) && <SourceTag text={t('shell.simulated')} />}
    </>
  )
}
