// Obstacles and proposals as a table: age, state, who must act by when.
import { useTranslation } from 'react-i18next'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { sortFrom, sortText } from '../../kit/table-sort.ts'
import { villageName } from '../funding/funding-names.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import { UnitName } from '../unit-name.tsx'
import { type ObstacleRow, shapeOf } from './obstacle-rows.ts'
import styles from './obstacles.module.css'

type Props = { readonly view: ProgrammeView; readonly rows: readonly ObstacleRow[] }

export function ObstacleTable({ view, rows }: Props) {
  const { t } = useTranslation('programme')
  const sort = sortFrom(useParameters().get('sort'))
  const place = ({ item }: ObstacleRow) =>
    item.village === null ? t('obstacles.province') : villageName(view.state, item.village)
  const columns: readonly Column<ObstacleRow>[] = [
    {
      key: 'title',
      title: t('obstacles.column.title'),
      isRowHeader: true,
      sortValue: ({ item }) => item.title,
      render: ({ item, isSimulated }) => (
        <>
          {item.title} {isSimulated && <SourceTag text={t('shell.simulated')} />}
          <span className={styles.under}>{t(`term.obstacleKind.${item.kind}`)}</span>
        </>
      ),
    },
    {
      key: 'state',
      title: t('obstacles.column.state'),
      sortValue: ({ item }) => t(`term.obstacleState.${item.state}`),
      render: row => (
        <StateMark state={shapeOf(row)} word={t(`term.obstacleState.${row.item.state}`)}>
          {row.standing.isOverdue && `· ${t('obstacles.overdueBy')}`}
        </StateMark>
      ),
    },
    {
      key: 'age',
      title: t('obstacles.column.age'),
      align: 'end',
      sortValue: ({ standing }) => standing.ageDays,
      render: ({ standing: { ageDays, isOpen } }) =>
        isOpen ? t('obstacles.days', { number: ageDays }) : t('obstacles.took', { number: ageDays }),
    },
    {
      key: 'responsible',
      title: t('obstacles.column.responsible'),
      sortValue: ({ responsible }) => responsible?.name ?? undefined,
      render: ({ responsible, standing }) =>
        responsible ? (
          <UnitName unit={responsible} />
        ) : (
          standing.isOpen && <span className={styles.hint}>{t('obstacles.noOne')}</span>
        ),
    },
    {
      key: 'due',
      title: t('obstacles.column.due'),
      sortValue: ({ item }) => item.dueOn ?? undefined,
      render: ({ item, standing }) =>
        item.dueOn === null
          ? standing.isOpen && <span className={styles.hint}>{t('obstacles.noDue')}</span>
          : formatIsoDate(item.dueOn),
    },
    { key: 'village', title: t('obstacles.column.village'), sortValue: place, render: place },
  ]
  return (
    <DataTable
      caption={t('obstacles.list')}
      isCaptionHidden
      columns={columns}
      rows={rows}
      rowKey={({ item }) => item.id}
      emptyWords={t('obstacles.none')}
      opening={({ item }) => ({ to: addressOf('obstacles', item.id) })}
      initialSort={sort}
      onSort={next => navigate(withParameters({ sort: sortText(next) }))}
    />
  )
}
