// Every indicator of a set in full, and where it isn't met yet.
import { useTranslation } from 'react-i18next'
import { matrixOf } from '../../../shared/programme/assessment-standing.ts'
import { targetWords } from '../../../shared/programme/criteria.ts'
import type { SetState } from '../../../shared/programme/state.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { addressWith } from '../address-with.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { unitWords } from '../unit-words.ts'
import styles from './criteria.module.css'
import { villagesInOrder } from './matrix-lines.ts'

type Props = { readonly view: ProgrammeView; readonly set: SetState }

export function IndicatorList({ view, set }: Props) {
  const { t, i18n } = useTranslation('programme')
  const villages = villagesInOrder(view.state.villages.values())
  const names = new Map(villages.map(({ id, name }) => [id, name]))
  const rows = matrixOf(
    view.state,
    set,
    villages.map(({ id }) => id),
  ).map(({ indicator, cells }) => ({
    ...indicator,
    open: cells.filter(({ outcome }) => outcome !== 'met'),
    isSimulated: cells.some(one => one.isSimulated),
  }))
  return (
    <DataTable
      caption={t('criteria.list')}
      isCaptionHidden
      rows={rows}
      rowKey={({ indicator }) => indicator.id}
      emptyWords={t('criteria.textless')}
      opening={({ indicator }) => ({ to: addressWith('criteria', undefined, { set: set.id, q: indicator.id }) })}
      columns={[
        {
          key: 'indicator',
          title: t('criteria.code'),
          sortValue: ({ position }) => position,
          render: ({ indicator, group, criterion }) => (
            <>
              {indicator.id} {indicator.title}
              <span className={styles.under}>{`${group.title} · ${criterion.title}`}</span>
            </>
          ),
        },
        {
          key: 'target',
          title: t('criteria.target'),
          render: ({ indicator }) => targetWords(indicator.target, i18n.language === 'en' ? 'en' : 'vi'),
        },
        {
          key: 'owner',
          title: t('criteria.owner'),
          sortValue: ({ indicator }) => unitWords(t, view, indicator.owner),
          render: ({ indicator }) => unitWords(t, view, indicator.owner),
        },
        {
          key: 'evidence',
          title: t('criteria.evidenceNeeded'),
          render: ({ indicator }) => indicator.evidence ?? t('criteria.evidenceNone'),
        },
        {
          key: 'met',
          title: t('criteria.villagesMet'),
          align: 'end',
          sortValue: ({ open }) => villages.length - open.length,
          render: ({ open, isSimulated }) => (
            <>
              {`${villages.length - open.length}/${villages.length}`}{' '}
              {isSimulated && <SourceTag text={t('shell.simulated')} />}
            </>
          ),
        },
        {
          key: 'open',
          title: t('criteria.openVillages'),
          render: ({ open }) =>
            open.length === 0
              ? t('criteria.everywhere')
              : open.map(({ village }) => names.get(village) ?? village).join(', '),
        },
      ]}
    />
  )
}
