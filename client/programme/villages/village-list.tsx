// All villages, with what is known of each; the name leads to everything of it.
import { useTranslation } from 'react-i18next'
import { isSimulated } from '../../../shared/programme/event.ts'
import type { VillageFactKey } from '../../../shared/programme/facts.ts'
import { recognitionOf } from '../../../shared/programme/recognition-progress.ts'
import type { VillageState } from '../../../shared/programme/state.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { Toolbar } from '../../kit/toolbar.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import { foundVillages, unitNamesOf } from './found-villages.ts'
import styles from './village-page.module.css'
import { recognitionMark } from './village-words.ts'

const FACTS = ['hamlets', 'speciality', 'organisation', 'ocop-product'] as const satisfies readonly VillageFactKey[]

type Props = { readonly view: ProgrammeView }

export function VillageList({ view }: Props) {
  const { t } = useTranslation('programme')
  const typed = useParameters().get('q') ?? ''
  const villages = foundVillages(view, typed)
  const factColumn = (key: VillageFactKey): Column<VillageState> => ({
    key,
    title: t(`term.fact.${key}`),
    render: ({ facts }) => {
      const fact = facts[key]
      if (!fact || fact.value === null) return <span className={styles.about}>{t('shell.unknown')}</span>
      return (
        <>
          {fact.value} {isSimulated(fact.by) && <SourceTag text={t('shell.simulated')} />}
        </>
      )
    },
  })
  return (
    <div className={styles.page}>
      <h2>{t('villages.listTitle')}</h2>
      <Toolbar
        label={t('villages.search')}
        status={t('villages.listShown', { shown: villages.length, all: view.state.villages.size })}
      >
        <TextField
          name="q"
          kind="search"
          label={t('villages.search')}
          value={typed}
          onChange={text => navigate(withParameters({ q: text === '' ? undefined : text }))}
        />
      </Toolbar>
      <DataTable
        caption={t('villages.listTitle')}
        isCaptionHidden
        rows={villages}
        rowKey={({ id }) => id}
        emptyWords={t('villages.noneFound')}
        opening={({ id }) => ({ to: addressOf('villages', id) })}
        columns={[
          {
            key: 'village',
            title: t('villages.village'),
            sortValue: ({ name }) => name,
            render: village => (
              <>
                {village.name}
                <span className={styles.about}>{unitNamesOf(view, village).today ?? t('shell.unknown')}</span>
              </>
            ),
          },
          {
            key: 'ofPlan',
            title: t('villages.unitOfPlan'),
            render: village => unitNamesOf(view, village).ofPlan,
          },
          {
            key: 'year',
            title: t('villages.planYear'),
            align: 'end',
            sortValue: ({ plannedYear }) => plannedYear,
            render: ({ plannedYear }) => plannedYear,
          },
          {
            key: 'recognition',
            title: t('villages.recognition'),
            render: village => {
              const mark = recognitionMark(t, recognitionOf(view.state, village), village.recognition)
              return (
                <>
                  <StateMark state={mark.sign} word={mark.word} />
                  {mark.detail !== undefined && <span className={styles.about}>{mark.detail}</span>}
                </>
              )
            },
          },
          ...FACTS.map(factColumn),
        ]}
      />
    </div>
  )
}
