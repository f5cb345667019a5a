// /programme/records: training, handbook, infrastructure proposals, equipment taken over, data connections of the sectors.
import { useTranslation } from 'react-i18next'
import { RECORD_KINDS, RECORD_STATES } from '../../../shared/programme/facts.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { SelectField } from '../../kit/select-field.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import { Toolbar } from '../../kit/toolbar.tsx'
import { EntryButtons } from '../entry-buttons.tsx'
import { villageOptions } from '../funding/funding-names.ts'
import { ListDownloads } from '../list-downloads.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { RecordDetail } from './record-detail.tsx'
import { RecordForm } from './record-form.tsx'
import { countByKind, type RecordRow, type RecordsChoice, recordRows, recordsChoice } from './record-rows.ts'
import { RecordTable } from './record-table.tsx'
import styles from './records.module.css'
import { SectorList } from './sector-list.tsx'

type Props = { readonly view: ProgrammeView; readonly id: string | undefined }

export function RecordsPage({ view }: Props) {
  const { t } = useTranslation('programme')
  const choice = recordsChoice(useParameters(), view.state)
  const { kind, record, isFormOpen } = choice
  const rows = recordRows(view, choice)
  const counts = countByKind(view.state)
  const choose = (chosen: string) =>
    navigate(withParameters({ kind: chosen === 'training' ? undefined : chosen, record: undefined, state: undefined }))
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>{t('records.title')}</h2>
      <Tabs
        label={t('records.kinds')}
        tabs={RECORD_KINDS.map(one => ({ id: one, title: t(`term.recordKind.${one}`), count: counts[one] }))}
        selectedId={kind}
        onSelect={choose}
      >
        <div className={styles.page}>
          <p className={styles.hint}>{t(`records.about.${kind}`)}</p>
          {kind === 'data-connection' && <SectorList view={view} />}
          <Filters view={view} choice={choice} rows={rows} />
          <RecordTable key={kind} view={view} rows={rows} selected={record} />
        </div>
      </Tabs>
      {record !== undefined && <RecordDetail view={view} id={record} />}
      {isFormOpen && !view.isPast && (
        <RecordForm
          view={view}
          kind={kind}
          held={record === undefined ? undefined : view.state.records.get(record)}
          onClose={() => navigate(withParameters({ form: undefined }))}
        />
      )}
    </div>
  )
}

type FiltersProps = {
  readonly view: ProgrammeView
  readonly choice: RecordsChoice
  readonly rows: readonly RecordRow[]
}

function Filters({ view, choice, rows }: FiltersProps) {
  const { t } = useTranslation('programme')
  return (
    <Toolbar
      label={t('records.choose')}
      status={t('records.shown', { number: rows.length })}
      actions={
        <>
          <EntryButtons
            view={view}
            entries={[
              {
                key: 'add',
                words: t('records.add'),
                deed: { kind: 'programme', command: 'set-record' },
                icon: 'plus',
                kind: 'primary',
                open: () => navigate(withParameters({ form: 'set', record: undefined, kind: choice.kind })),
              },
            ]}
          />
          <ListDownloads view={view} list="records" />
        </>
      }
    >
      <SelectField
        name="state"
        label={t('records.state')}
        options={RECORD_STATES.map(state => ({ value: state, label: t(`term.recordState.${state}`) }))}
        noneWords={t('records.allStates')}
        value={choice.state}
        onChange={state => navigate(withParameters({ state }))}
      />
      <SelectField
        name="village"
        label={t('records.village')}
        options={villageOptions(view.state)}
        noneWords={t('records.allVillages')}
        value={choice.village}
        onChange={village => navigate(withParameters({ village }))}
      />
    </Toolbar>
  )
}
