// Every entry of one cell, newest first, from the log.
import { useTranslation } from 'react-i18next'
import { isSimulated, subjectOf } from '../../../shared/programme/event.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { formatNumber } from '../../design/number-format.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { SourceTag } from '../../kit/source-tag.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { actorWords } from '../event-words.ts'
import { MAX_SUBJECT_EVENTS, useSubjectEvents } from '../events-query.ts'
import { historyOf } from '../history/history-choice.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { momentWords } from '../tasks/task-words.ts'
import { type MoneyLine, moneyLines } from './booking-lines.ts'
import styles from './funding.module.css'
import type { CellPlace } from './funding-choice.ts'
import { cellName } from './funding-names.ts'

type Props = { readonly view: ProgrammeView; readonly cell: CellPlace }

export function CellLines({ view, cell }: Props) {
  const { t } = useTranslation('programme')
  const subject = subjectOf.funding(cell.village, cell.source, cell.year)
  const { data: events } = useSubjectEvents(view, subject)
  if (!events)
    return (
      <p className={styles.hint} role="status">
        {t('funding.linesLoading')}
      </p>
    )
  const lines = moneyLines(events)
  const name = t('funding.lines', { cell: cellName(view.state, cell) })
  return (
    <section className={styles.lines} aria-label={name}>
      <h3>{name}</h3>
      <Timeline
        label={name}
        emptyWords={t('funding.linesNone')}
        items={lines.map(line => ({
          id: String(line.event.id),
          at: new Date(line.event.at).toISOString(),
          when: momentWords(line.event.at),
          who: actorWords(line.event.actor),
          what: <LineWords line={line} />,
          why: line.note ?? undefined,
        }))}
      />
      {events.length >= MAX_SUBJECT_EVENTS && (
        <p className={styles.hint}>{t('funding.linesLimit', { number: formatNumber(MAX_SUBJECT_EVENTS) })}</p>
      )}
      {lines.length > 0 && (
        <LinkTo to={historyOf(subject)} className={styles.link}>
          {t('funding.inHistory')}
        </LinkTo>
      )}
    </section>
  )
}

function LineWords({ line }: { readonly line: MoneyLine }) {
  const { t } = useTranslation('programme')
  const { kind, amount, on, document, event } = line
  const about = [
    ...(amount < 0 ? [t('funding.lineCorrection')] : []),
    ...(on === null ? [] : [t('funding.lineOn', { on: formatIsoDate(on) })]),
    ...(document === null ? [] : [t('funding.lineDocument', { document })]),
  ]
  return (
    <>
      <strong>{t('funding.line', { kind: t(`term.amount.${kind}`), amount: formatNumber(amount) })}</strong>
      {about.map(words => ` · ${words}`).join('')}{' '}
      {isSimulated(event.actor) && <SourceTag text={t('shell.simulated')} />}
    </>
  )
}
