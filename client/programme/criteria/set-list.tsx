// The sets of criteria: by what decision, valid when, made up or not, how many indicators are known.
import { useTranslation } from 'react-i18next'
import { indicatorsOf } from '../../../shared/programme/criteria.ts'
import type { SetState } from '../../../shared/programme/state.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { addressWith } from '../address-with.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { Provenance } from '../provenance.tsx'
import styles from './criteria.module.css'

type Props = { readonly view: ProgrammeView; readonly selected: SetState | null }

export function SetList({ view, selected }: Props) {
  const { t } = useTranslation('programme')
  const { criteriaSets, settings } = view.state
  return (
    <DataTable
      caption={t('criteria.sets')}
      isCaptionHidden
      rows={[...criteriaSets.values()].toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))}
      rowKey={({ id }) => id}
      emptyWords={t('criteria.noSets')}
      selectedKey={selected?.id}
      opening={({ id }) => ({ to: addressWith('criteria', undefined, { view: 'sets', set: id }) })}
      columns={[
        {
          key: 'set',
          title: t('criteria.setTitle'),
          render: ({ id, title, illustrative }) => (
            <>
              {title} {illustrative && <SourceTag text={t('shell.illustrative')} />}{' '}
              {settings.criteriaSet === id && <SourceTag text={t('criteria.inUse')} />}
            </>
          ),
        },
        {
          key: 'decision',
          title: t('criteria.decision'),
          render: ({ decision, issuedOn }) => (
            <>
              {decision ?? t('criteria.noDecision')}
              {issuedOn !== null && <span className={styles.under}>{formatIsoDate(issuedOn)}</span>}
            </>
          ),
        },
        { key: 'validity', title: t('criteria.validity'), render: set => <Validity set={set} day={view.day} /> },
        {
          key: 'count',
          title: t('criteria.indicatorCount'),
          align: 'end',
          render: set => {
            const count = indicatorsOf(set).length
            if (count > 0) return String(count)
            return t('criteria.countTextless', { number: set.knownIndicatorCount ?? t('shell.unknown') })
          },
        },
        {
          key: 'source',
          title: t('criteria.source'),
          render: ({ source, by, at }) => (
            <>
              {source}
              <span className={styles.under}>
                <Provenance by={by} at={at} />
              </span>
            </>
          ),
        },
      ]}
    />
  )
}

function Validity({ set: { validFrom, validTo }, day }: { readonly set: SetState; readonly day: string }) {
  const { t } = useTranslation('programme')
  const from = formatIsoDate(validFrom)
  if (validTo === null) return t('criteria.validFrom', { from })
  return (
    <>
      {t('criteria.validSpan', { from, to: formatIsoDate(validTo) })}
      {validTo <= day && <span className={styles.under}>{t('criteria.lapsedShort')}</span>}
    </>
  )
}
