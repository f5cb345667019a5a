// The organisation: which unit became which and when, of which nothing is known, and every unit with its validity.
import { useTranslation } from 'react-i18next'
import type { Unit } from '../../../shared/registry.ts'
import { navigate, withParameters } from '../../app/address.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { Toolbar } from '../../kit/toolbar.tsx'
import { useRegistry } from '../../registry/registry-query.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { type Merger, reorganisationsOf, UNIT_KINDS, unitsOfKind, unverifiedOn } from './reorganisation.ts'
import styles from './settings.module.css'
import type { SettingsChoice } from './settings-choice.ts'

type Props = { readonly view: ProgrammeView; readonly choice: SettingsChoice }

export function UnitsPart({ view, choice }: Props) {
  const { t } = useTranslation('programme')
  const unverified = unverifiedOn(view.units, view.day)
  return (
    <div className={styles.part}>
      {unverified.length > 0 && (
        <section className={styles.tile} aria-labelledby="settings-unverified">
          <h3 id="settings-unverified">
            <StateMark state="unknown" word={t('settings.units.unverified')} />
          </h3>
          <p className={styles.hint}>{t('settings.units.unverifiedAbout')}</p>
          <ul className={styles.names}>
            {unverified.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </section>
      )}
      {reorganisationsOf(view.units, view.day).map(({ on, mergers }) => (
        <MergerTable key={on} on={on} mergers={mergers} />
      ))}
      <p className={styles.hint}>{t('settings.units.partial')}</p>
      <AllUnits view={view} choice={choice} />
    </div>
  )
}

function MergerTable({ on, mergers }: { readonly on: string; readonly mergers: readonly Merger[] }) {
  const { t } = useTranslation('programme')
  const sourceOf = useSources()
  const columns: readonly Column<Merger>[] = [
    {
      key: 'before',
      title: t('settings.units.before'),
      width: '45%',
      isRowHeader: true,
      render: ({ from }) => (
        <ul className={styles.names}>
          {from.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'after',
      title: t('settings.units.after'),
      width: '25%',
      render: ({ to }) => to?.name ?? <span className={styles.hint}>{t('settings.units.noSuccessor')}</span>,
    },
    {
      key: 'source',
      title: t('settings.units.source'),
      render: ({ from }) => [...new Set(from.map(sourceOf))].join('; '),
    },
  ]
  return (
    <DataTable
      caption={t('settings.units.reorganised', { day: formatIsoDate(on) })}
      columns={columns}
      rows={mergers}
      rowKey={({ to }) => to?.id ?? ''}
      emptyWords={t('settings.units.none')}
      maxHeight="none"
    />
  )
}

function AllUnits({ view, choice }: Props) {
  const { t } = useTranslation('programme')
  const sourceOf = useSources()
  const columns: readonly Column<Unit>[] = [
    {
      key: 'name',
      title: t('settings.units.name'),
      isRowHeader: true,
      sortValue: ({ name }) => name,
      render: ({ name }) => name,
    },
    {
      key: 'validity',
      title: t('settings.units.validity'),
      sortValue: ({ validFrom }) => validFrom ?? '',
      render: ({ validFrom, validTo }) =>
        t('settings.units.period', {
          from: validFrom === null ? t('settings.units.always') : formatIsoDate(validFrom),
          to: validTo === null ? t('settings.units.still') : formatIsoDate(validTo),
        }),
    },
    {
      key: 'successor',
      title: t('settings.units.successor'),
      render: ({ successor, validTo }) =>
        successor === null
          ? validTo !== null && <span className={styles.hint}>{t('settings.units.noSuccessor')}</span>
          : (view.units.get(successor)?.name ?? successor),
    },
    { key: 'source', title: t('settings.units.source'), render: sourceOf },
  ]
  return (
    <section className={styles.part} aria-labelledby="settings-units">
      <h3 id="settings-units">{t('settings.units.all')}</h3>
      <Toolbar label={t('settings.units.kind')}>
        <SelectField
          name="kind"
          label={t('settings.units.kind')}
          options={UNIT_KINDS.map(kind => ({ value: kind, label: t(`settings.units.kinds.${kind}`) }))}
          value={choice.kind}
          onChange={kind => navigate(withParameters({ kind: kind === 'department' ? undefined : kind }))}
        />
      </Toolbar>
      <DataTable
        caption={t('settings.units.all')}
        isCaptionHidden
        columns={columns}
        rows={unitsOfKind(view.units, choice.kind)}
        rowKey={({ id }) => id}
        emptyWords={t('settings.units.none')}
        isDense
      />
    </section>
  )
}

/** The registry's own words for where a unit is known from. */
function useSources(): (unit: Unit) => string {
  const { data: registry } = useRegistry()
  return ({ source }) => registry?.sources[source] ?? source
}
