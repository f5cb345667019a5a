// Equipment handed over, training, proposals and data connections that concern a village.
import { useTranslation } from 'react-i18next'
import { isSimulated } from '../../../shared/programme/event.ts'
import type { VillageState } from '../../../shared/programme/state.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import type { ProgrammeState as Sign } from '../../kit/state-shapes.ts'
import { addressWith } from '../address-with.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { unitWords } from '../unit-words.ts'
import { Part } from './part.tsx'

const SIGNS = {
  planned: 'waiting',
  'in-progress': 'on-track',
  done: 'done',
  stopped: 'paused',
} as const satisfies Record<string, Sign>

type Props = { readonly view: ProgrammeView; readonly village: VillageState }

export function VillageRecords({ view, village }: Props) {
  const { t } = useTranslation('programme')
  const records = [...view.state.records.values()].filter(record => record.village === village.id)
  return (
    <Part id="records" title={t('villages.records')}>
      <DataTable
        caption={t('villages.records')}
        isCaptionHidden
        isDense
        maxHeight="none"
        rows={records}
        rowKey={({ id }) => id}
        emptyWords={t('villages.noRecords')}
        opening={({ id }) => ({ to: addressWith('records', undefined, { record: id }) })}
        columns={[
          {
            key: 'title',
            title: t('villages.obstacleTitle'),
            render: ({ title, by }) => (
              <>
                {title} {isSimulated(by) && <SourceTag text={t('shell.simulated')} />}
              </>
            ),
          },
          { key: 'kind', title: t('villages.kind'), render: ({ kind }) => t(`term.recordKind.${kind}`) },
          {
            key: 'state',
            title: t('villages.state'),
            render: ({ state, on }) => (
              <StateMark state={SIGNS[state]} word={t(`term.recordState.${state}`)}>
                {on !== null && formatIsoDate(on)}
              </StateMark>
            ),
          },
          { key: 'owner', title: t('villages.owner'), render: ({ owner }) => unitWords(t, view, owner) },
        ]}
      />
    </Part>
  )
}
