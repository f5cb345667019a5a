// What is known of a village, each fact with where it comes from, how sure it is and who wrote it down.
import { useTranslation } from 'react-i18next'
import { VILLAGE_FACTS, type VillageFact } from '../../../shared/programme/facts.ts'
import type { Stamp, VillageState } from '../../../shared/programme/state.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { EntryButton } from '../entry-button.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { Provenance } from '../provenance.tsx'
import { Part } from './part.tsx'
import { openForm } from './village-form.ts'
import styles from './village-page.module.css'

type Props = { readonly view: ProgrammeView; readonly village: VillageState }

export function VillageFacts({ view, village }: Props) {
  const { t } = useTranslation('programme')
  return (
    <Part id="facts" title={t('villages.facts')}>
      <dl className={styles.facts}>
        {VILLAGE_FACTS.map(key => {
          const fact = village.facts[key]
          return (
            <div key={key}>
              <dt>{t(`term.fact.${key}`)}</dt>
              <dd>
                {fact && fact.value !== null ? (
                  <Known fact={fact} isStars={key === 'ocop-stars'} />
                ) : (
                  t('shell.unknown')
                )}
              </dd>
              <dd className={styles.edit}>
                <EntryButton
                  view={view}
                  deed={{ kind: 'programme', command: 'record-village-fact' }}
                  kind="quiet"
                  onClick={() => openForm('fact', key)}
                >
                  {t('villages.update')}
                  <span className="spoken"> {t(`term.fact.${key}`)}</span>
                </EntryButton>
              </dd>
            </div>
          )
        })}
      </dl>
    </Part>
  )
}

function Known({ fact, isStars }: { readonly fact: VillageFact & Stamp; readonly isStars: boolean }) {
  const { t } = useTranslation('programme')
  const about = [
    fact.document ?? '',
    fact.on === null ? '' : formatIsoDate(fact.on),
    t(`term.confidence.${fact.confidence}`),
    t('shell.source', { source: fact.source }),
  ]
  return (
    <>
      <strong>{isStars ? t('villages.stars', { number: fact.value }) : fact.value}</strong>
      <span className={styles.about}>{about.filter(Boolean).join(' · ')}</span>
      <span className={styles.about}>
        <Provenance by={fact.by} at={fact.at} />
      </span>
    </>
  )
}
