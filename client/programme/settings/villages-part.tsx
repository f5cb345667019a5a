// The villages of the programme and where each belongs; a new one is added here.
import { useTranslation } from 'react-i18next'
import type { VillageState } from '../../../shared/programme/state.ts'
import { villageUnitOn } from '../../../shared/programme/units.ts'
import { navigate, withParameters } from '../../app/address.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { EntryButtons } from '../entry-buttons.tsx'
import { namedUnit } from '../named-unit.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import { UnitName } from '../unit-name.tsx'
import { AddVillageForm } from './add-village-form.tsx'
import styles from './settings.module.css'
import type { SettingsChoice } from './settings-choice.ts'

type Props = { readonly view: ProgrammeView; readonly choice: SettingsChoice }

export function VillagesPart({ view, choice }: Props) {
  const { t } = useTranslation('programme')
  const villages = [...view.state.villages.values()].toSorted((a, b) => a.order - b.order)
  const targets = (view.state.plan?.targets ?? []).map(({ year, cumulative }) =>
    t('settings.villages.target', { number: cumulative, year }),
  )
  const columns: readonly Column<VillageState>[] = [
    { key: 'name', title: t('settings.villages.name'), isRowHeader: true, render: ({ name }) => name },
    {
      key: 'plannedYear',
      title: t('settings.villages.plannedYear'),
      align: 'end',
      sortValue: ({ plannedYear }) => plannedYear,
      render: ({ plannedYear }) => plannedYear,
    },
    {
      key: 'unit',
      title: t('settings.villages.unit'),
      render: village => <Home view={view} village={village} />,
    },
  ]
  return (
    <div className={styles.part}>
      <p className={styles.hint}>
        {t('settings.villages.count', { number: villages.length })}{' '}
        {targets.length > 0 && t('settings.villages.targets', { targets: targets.join(', ') })}
      </p>
      <EntryButtons
        view={view}
        entries={[
          {
            key: 'add',
            words: t('settings.villages.add'),
            deed: { kind: 'programme', command: 'add-village' },
            icon: 'plus',
            kind: 'primary',
            open: () => navigate(withParameters({ form: 'village' })),
          },
        ]}
      />
      <DataTable
        caption={t('settings.villages.caption')}
        isCaptionHidden
        columns={columns}
        rows={villages}
        rowKey={({ id }) => id}
        emptyWords={t('settings.villages.none')}
        opening={({ id }) => ({ to: addressOf('villages', id) })}
        maxHeight="none"
      />
      {choice.form === 'village' && !view.isPast && (
        <AddVillageForm view={view} onClose={() => navigate(withParameters({ form: undefined }))} />
      )}
    </div>
  )
}

/** By the plan a village lies where it lay first. */
function Home({ view, village }: { readonly view: ProgrammeView; readonly village: VillageState }) {
  const { t } = useTranslation('programme')
  const unit = view.basis === 'plan' ? village.links[0]?.unit : villageUnitOn(village, view.day)
  if (unit === undefined) return <span className={styles.hint}>{t('shell.unknown')}</span>
  const from = village.links.find(link => link.unit === unit)?.from
  return (
    <>
      <UnitName unit={namedUnit(view, unit)} />
      {from && <span className={styles.under}>{t('settings.villages.since', { day: formatIsoDate(from) })}</span>}
    </>
  )
}
