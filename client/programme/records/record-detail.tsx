// One record with everything that was ever said of it.
import { useTranslation } from 'react-i18next'
import { isSimulated, subjectOf } from '../../../shared/programme/event.ts'
import { isKnown } from '../../../shared/programme/fold.ts'
import { navigate, withParameters } from '../../app/address.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { formatIsoDate } from '../../design/time-format.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Notice } from '../../kit/notice.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { EntryButtons } from '../entry-buttons.tsx'
import { actorWords } from '../event-words.ts'
import { useSubjectEvents } from '../events-query.ts'
import { villageName } from '../funding/funding-names.ts'
import { historyOf } from '../history/history-choice.ts'
import { namedUnit } from '../named-unit.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { momentWords } from '../tasks/task-words.ts'
import { UnitName } from '../unit-name.tsx'
import { type RecordRow, recordRows } from './record-rows.ts'
import { RecordMark } from './record-table.tsx'
import styles from './records.module.css'

type Props = { readonly view: ProgrammeView; readonly id: string }

export function RecordDetail({ view, id }: Props) {
  const { t } = useTranslation('programme')
  const held = view.state.records.get(id)
  const row =
    held &&
    recordRows(view, { kind: held.kind, state: undefined, village: undefined }).find(({ record }) => record.id === id)
  return (
    <Dialog
      title={row?.record.title ?? t('records.missing', { id })}
      words={{ close: t('shell.close') }}
      isDirty={false}
      // Its kind stays on the page.
      onClose={() => navigate(withParameters({ record: undefined, form: undefined, kind: held?.kind }))}
    >
      {row ? <Facts view={view} row={row} /> : <Notice kind="warning" title={t('records.missing', { id })} />}
    </Dialog>
  )
}

function Facts({ view, row }: { readonly view: ProgrammeView; readonly row: RecordRow }) {
  const { t } = useTranslation('programme')
  const { record } = row
  return (
    <div className={styles.detail}>
      <dl className={styles.facts}>
        <dt>{t('records.kinds')}</dt>
        <dd>{t(`term.recordKind.${record.kind}`)}</dd>
        <dt>{t('records.column.state')}</dt>
        <dd>
          <RecordMark row={row} /> {row.isSimulated && <SourceTag text={t('shell.simulated')} />}
        </dd>
        <dt>{t('records.column.on')}</dt>
        <dd>{record.on === null ? t('records.undated') : formatIsoDate(record.on)}</dd>
        <dt>{t('records.column.owner')}</dt>
        <dd>
          <UnitName unit={namedUnit(view, record.owner)} />
        </dd>
        <dt>{t('records.column.village')}</dt>
        <dd>{record.village === null ? t('records.province') : villageName(view.state, record.village)}</dd>
        {record.note !== null && (
          <>
            <dt>{t('records.note')}</dt>
            <dd className={styles.text}>{record.note}</dd>
          </>
        )}
      </dl>
      <EntryButtons
        view={view}
        entries={[
          {
            key: 'edit',
            words: t('records.edit'),
            deed: { kind: 'programme', command: 'set-record' },
            kind: 'primary',
            open: () => navigate(withParameters({ form: 'set' })),
          },
        ]}
      />
      <RecordHistory view={view} id={record.id} />
    </div>
  )
}

function RecordHistory({ view, id }: Props) {
  const { t } = useTranslation('programme')
  const subject = subjectOf.record(id)
  const { data: events } = useSubjectEvents(view, subject)
  if (!events)
    return (
      <p className={styles.hint} role="status">
        {t('records.historyLoading')}
      </p>
    )
  const said = events.flatMap(event => (isKnown(event) && event.type === 'programme.record-set' ? [event] : []))
  return (
    <section className={styles.detail} aria-labelledby="record-history">
      <h3 id="record-history">{t('records.history')}</h3>
      <Timeline
        label={t('records.history')}
        emptyWords={t('records.historyNone')}
        items={said.map(({ id: eventId, at, actor, data }) => ({
          id: String(eventId),
          at: new Date(at).toISOString(),
          when: momentWords(at),
          who: actorWords(actor),
          what: (
            <>
              <strong>
                {t('records.line', {
                  state: t(`term.recordState.${data.state}`),
                  on: data.on === null ? t('records.undated') : formatIsoDate(data.on),
                })}
              </strong>{' '}
              · {data.title} {isSimulated(actor) && <SourceTag text={t('shell.simulated')} />}
            </>
          ),
          why: data.note ?? undefined,
        }))}
      />
      <LinkTo to={historyOf(subject)} className={styles.link}>
        {t('records.inHistory')}
      </LinkTo>
    </section>
  )
}
