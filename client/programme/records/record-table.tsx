// Records of one kind; each opens with its history.
import { useTranslation } from 'react-i18next'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { sortFrom, sortText } from '../../kit/table-sort.ts'
import { villageName } from '../funding/funding-names.ts'
import { namedUnit } from '../named-unit.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { Provenance } from '../provenance.tsx'
import { UnitName } from '../unit-name.tsx'
import { type RecordRow, shapeOf } from './record-rows.ts'
import styles from './records.module.css'

type Props = {
  readonly view: ProgrammeView
  readonly rows: readonly RecordRow[]
  readonly selected: string | undefined
}

export function RecordTable({ view, rows, selected }: Props) {
  const { t } = useTranslation('programme')
  const sort = sortFrom(useParameters().get('sort'))
  const place = ({ record: { village } }: RecordRow) =>
    village === null ? t('records.province') : villageName(view.state, village)
  const columns: readonly Column<RecordRow>[] = [
    {
      key: 'title',
      title: t('records.column.title'),
      isRowHeader: true,
      sortValue: ({ record }) => record.title,
      render: ({ record }) => record.title,
    },
    {
      key: 'state',
      title: t('records.column.state'),
      sortValue: ({ record }) => t(`term.recordState.${record.state}`),
      render: row => <RecordMark row={row} />,
    },
    {
      key: 'on',
      title: t('records.column.on'),
      sortValue: ({ record }) => record.on ?? undefined,
      render: ({ record: { on } }) =>
        on === null ? <span className={styles.hint}>{t('records.undated')}</span> : formatIsoDate(on),
    },
    {
      key: 'owner',
      title: t('records.column.owner'),
      sortValue: ({ record }) => namedUnit(view, record.owner).name ?? undefined,
      render: ({ record }) => <UnitName unit={namedUnit(view, record.owner)} />,
    },
    { key: 'village', title: t('records.column.village'), sortValue: place, render: place },
    {
      key: 'changed',
      title: t('records.column.changed'),
      sortValue: ({ record }) => record.at,
      render: ({ record }) => <Provenance by={record.by} at={record.at} />,
    },
  ]
  return (
    <DataTable
      caption={t('records.title')}
      isCaptionHidden
      columns={columns}
      rows={rows}
      rowKey={({ record }) => record.id}
      emptyWords={t('records.none')}
      opening={({ record }) => ({ to: withParameters({ record: record.id, form: undefined }) })}
      selectedKey={selected}
      initialSort={sort}
      onSort={next => navigate(withParameters({ sort: sortText(next) }))}
    />
  )
}

export function RecordMark({ row }: { readonly row: RecordRow }) {
  const { t } = useTranslation('programme')
  return (
    <StateMark state={shapeOf(row)} word={t(`term.recordState.${row.record.state}`)}>
      {row.isBehind && `· ${t('records.behind')}`}
    </StateMark>
  )
}
