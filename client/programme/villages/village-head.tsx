// Who the village is: its unit of the day and of the plan, its hamlets, its year in the plan, whether it is recognised.
import { useTranslation } from 'react-i18next'
import { recognitionOf } from '../../../shared/programme/recognition-progress.ts'
import type { VillageState } from '../../../shared/programme/state.ts'
import { planDistrictOf, villageUnitOn } from '../../../shared/programme/units.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { Button, ButtonLink } from '../../kit/button.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { EntryButton } from '../entry-button.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import { openForm } from './village-form.ts'
import styles from './village-page.module.css'
import { recognitionMark } from './village-words.ts'

type Props = { readonly view: ProgrammeView; readonly village: VillageState }

/** In the order in which they stand on the page. */
const PARTS = [
  'indicators',
  'forecast',
  'dossier',
  'recognition',
  'facts',
  'milestones',
  'funding',
  'obstacles',
  'tasks',
  'records',
  'history',
] as const

export function VillageHead({ view, village }: Props) {
  const { t } = useTranslation('programme')
  const { state, units, day } = view
  const mark = recognitionMark(t, recognitionOf(state, village), village.recognition)
  const nameOf = (id: string | undefined) => (id === undefined ? t('shell.unknown') : (units.get(id)?.name ?? id))
  const ofPlan = [nameOf(village.links[0]?.unit), planDistrictOf(units, village)?.name].filter(Boolean).join(', ')
  const hamlets = village.facts.hamlets?.value ?? null
  return (
    <header className={styles.head}>
      <div className={styles.titleLine}>
        <h2>{village.name}</h2>
        <StateMark state={mark.sign} word={mark.word}>
          {mark.detail}
        </StateMark>
        <div className={styles.actions}>
          <ButtonLink to={addressOf('villages')}>{t('villages.backToList')}</ButtonLink>
          <Button icon="file" onClick={() => print()}>
            {t('villages.print')}
          </Button>
        </div>
      </div>
      <dl className={styles.pairs}>
        <div>
          <dt>{t('villages.unitToday')}</dt>
          <dd>{nameOf(villageUnitOn(village, day))}</dd>
        </div>
        <div>
          <dt>{t('villages.unitOfPlan')}</dt>
          <dd>{ofPlan}</dd>
        </div>
        <div>
          <dt>{t('term.fact.hamlets')}</dt>
          <dd>{hamlets ?? t('shell.unknown')}</dd>
        </div>
        <div>
          <dt>{t('villages.planYear')}</dt>
          <dd>{village.plannedYear}</dd>
        </div>
      </dl>
      <details className={styles.fold}>
        <summary>{t('villages.links')}</summary>
        <ul className={styles.list}>
          {village.links.map(({ unit, from, to }) => (
            <li key={`${unit}:${from}`}>
              <span>
                {nameOf(unit)} <span className={styles.provenance}>{spanWords(t, from, to)}</span>
              </span>
            </li>
          ))}
        </ul>
        <EntryButton view={view} deed={{ kind: 'programme', command: 'link-village' }} onClick={() => openForm('link')}>
          {t('villages.linkVillage')}
        </EntryButton>
      </details>
      <nav className={styles.parts} aria-label={t('villages.partsOfPage')}>
        <ul>
          {PARTS.map(part => (
            <li key={part}>
              <a href={`#${part}`}>{t(part === 'forecast' ? 'villages.forecast.title' : `villages.${part}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

function spanWords(
  t: ReturnType<typeof useTranslation<'programme'>>['t'],
  from: string | null,
  to: string | null,
): string {
  if (from === null && to === null) return ''
  if (to === null) return t('villages.linkFrom', { from: formatIsoDate(from ?? '') })
  if (from === null) return t('villages.linkUntil', { to: formatIsoDate(to) })
  return t('villages.linkSpan', { from: formatIsoDate(from), to: formatIsoDate(to) })
}
