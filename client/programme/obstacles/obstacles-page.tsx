// /programme/obstacles: what holds the villages up and what they ask for, the oldest open ones first; one of them by its id.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { obstacleStandings } from '../../../shared/programme/obstacle-standing.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { Figure } from '../../kit/figure.tsx'
import { EntryButtons } from '../entry-buttons.tsx'
import { ListDownloads } from '../list-downloads.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import { ObstacleDetail } from './obstacle-detail.tsx'
import { ObstacleFilters } from './obstacle-filters.tsx'
import { countsOf, filterIn, filterRows, NOBODY, type ObstacleRow, rowsOf } from './obstacle-rows.ts'
import { ObstacleTable } from './obstacle-table.tsx'
import styles from './obstacles.module.css'
import { RaiseForm } from './raise-form.tsx'

type Props = { readonly view: ProgrammeView; readonly id: string | undefined }

export function ObstaclesPage({ view, id }: Props) {
  const rows = useMemo(() => rowsOf(view, obstacleStandings(view.state, view.day)), [view])
  if (id !== undefined)
    return <ObstacleDetail key={id} view={view} id={id} row={rows.find(row => row.item.id === id)} />
  return <AllObstacles view={view} rows={rows} />
}

type ListProps = { readonly view: ProgrammeView; readonly rows: readonly ObstacleRow[] }

function AllObstacles({ view, rows }: ListProps) {
  const { t } = useTranslation('programme')
  const parameters = useParameters()
  const filter = filterIn(parameters)
  const shown = filterRows(rows, filter)
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>{t('obstacles.title')}</h2>
      <Figures rows={rows} />
      <ObstacleFilters
        view={view}
        rows={rows}
        filter={filter}
        shown={shown.length}
        actions={
          <>
            <EntryButtons
              view={view}
              entries={[
                {
                  key: 'raise',
                  words: t('obstacles.raise'),
                  deed: { kind: 'programme', command: 'raise-obstacle' },
                  icon: 'plus',
                  kind: 'primary',
                  open: () => navigate(withParameters({ form: 'raise' })),
                },
              ]}
            />
            <ListDownloads view={view} list="obstacles" />
          </>
        }
      />
      <ObstacleTable view={view} rows={shown} />
      {parameters.get('form') === 'raise' && !view.isPast && (
        <RaiseForm view={view} village={filter.village} onClose={() => navigate(withParameters({ form: undefined }))} />
      )}
    </div>
  )
}

function Figures({ rows }: Pick<ListProps, 'rows'>) {
  const { t } = useTranslation('programme')
  const { open, overdue, nobody, oldest } = countsOf(rows)
  const listed = (change: Readonly<Record<string, string | undefined>>) => ({
    words: t('obstacles.figure.see'),
    to: withParameters({ kind: undefined, village: undefined, unit: undefined, state: undefined, ...change }),
  })
  return (
    <div className={styles.figures}>
      <Figure
        label={t('obstacles.figure.open')}
        value={String(open)}
        unknownWords={t('shell.unknown')}
        meaning={t('obstacles.figure.total', { total: rows.length })}
        opens={listed({})}
      />
      <Figure
        label={t('obstacles.figure.overdue')}
        value={String(overdue)}
        unknownWords={t('shell.unknown')}
        {...(overdue > 0 ? { state: 'overdue' as const, meaning: t('obstacles.figure.ofOpen', { open }) } : {})}
        opens={listed({ state: 'overdue' })}
      />
      <Figure
        label={t('obstacles.figure.nobody')}
        value={String(nobody)}
        unknownWords={t('shell.unknown')}
        opens={listed({ unit: NOBODY })}
      />
      {oldest && (
        <Figure
          label={t('obstacles.figure.oldest')}
          value={t('obstacles.days', { number: oldest.standing.ageDays })}
          unknownWords={t('shell.unknown')}
          meaning={oldest.item.title}
          opens={{ words: t('obstacles.figure.seeOne'), to: addressOf('obstacles', oldest.item.id) }}
        />
      )}
    </div>
  )
}
