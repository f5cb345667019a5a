// The things of the unit that one deed can be done to, as large rows: how each stands, and whether something of it waits already.
import type { EntryChoices } from '../../../shared/entry/choices.ts'
import type { EntryDeed } from '../../../shared/entry/entry.ts'
import { subjectOf } from '../../../shared/programme/event.ts'
import { withParameters } from '../../app/address.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { formatIsoDate } from '../../design/time-format.ts'
import { Notice } from '../../kit/notice.tsx'
import styles from './choice-list.module.css'
import { type EntryWords, useEntries, useEntryWords } from './entry-hooks.ts'
import { entryPeriodWords } from './entry-period.ts'

/** Obstacles are about nothing that was there before. */
export type SubjectDeed = Exclude<EntryDeed, 'obstacle'>
type Row = {
  /** As it stands in the address. */
  readonly id: string
  /** As the queue calls it. */
  readonly subject: string
  readonly title: string
  readonly standing: string
  readonly isLate: boolean
}
type Props = { readonly deed: SubjectDeed; readonly choices: EntryChoices }

export function SubjectChoice({ deed, choices }: Props) {
  const { t } = useEntryWords()
  const { entries } = useEntries()
  const waiting = new Set(entries.map(({ subject }) => subject))
  const rows = rowsOf(t, deed, choices)
  return (
    <section className={styles.choice} aria-label={t(`choose.${deed}`)}>
      <h2>{t(`choose.${deed}`)}</h2>
      {rows.length === 0 && <Notice kind="info" title={t(`nothing.${deed}`)} />}
      <ul className={styles.rows}>
        {rows.map(row => (
          <li key={row.id}>
            <LinkTo to={withParameters({ do: deed, subject: row.id })} className={styles.row}>
              <strong>{row.title}</strong>
              <span data-late={row.isLate}>
                {row.standing}
                {waiting.has(row.subject) && ` · ${t('waitsHere')}`}
              </span>
            </LinkTo>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const indicatorIdOf = ({ village, id }: { readonly village: string; readonly id: string }): string =>
  `${village}:${id}`

function rowsOf(t: EntryWords, deed: SubjectDeed, choices: EntryChoices): readonly Row[] {
  switch (deed) {
    case 'update-task':
    case 'evidence':
      return choices.tasks.map(({ id, title, status, progress, dueOn, isLate }) => ({
        id,
        subject: subjectOf.task(id),
        title: `${id} ${title}`,
        standing: [
          status === null ? t('noWord') : t(`term.taskStatus.${status}`),
          ...(progress === null ? [] : [`${progress} %`]),
          ...(dueOn === null ? [] : [t('due', { date: formatIsoDate(dueOn) })]),
          ...(isLate ? [t('late')] : []),
        ].join(' · '),
        isLate,
      }))
    case 'assess': {
      const names = new Map(choices.villages.map(({ id, name }) => [id, name]))
      return choices.indicators.map(one => ({
        id: indicatorIdOf(one),
        subject: subjectOf.result(one.village, one.set, one.id),
        title: `${one.id} ${one.title}`,
        standing: `${names.get(one.village) ?? one.village} · ${
          one.outcome === null ? t('notJudged') : t(`term.outcome.${one.outcome}`)
        }`,
        isLate: false,
      }))
    }
    case 'report':
      return choices.reports.map(({ period, dueOn, mark }) => ({
        id: period,
        subject: subjectOf.report(choices.unit, period),
        title: entryPeriodWords(t, period),
        standing: `${t(`term.reportMark.${mark}`)} · ${t('due', { date: formatIsoDate(dueOn) })}`,
        isLate: mark === 'missing',
      }))
    default:
      return deed satisfies never
  }
}
