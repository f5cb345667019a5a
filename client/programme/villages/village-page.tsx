// All villages, or everything of one of them on one page.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { VillageState } from '../../../shared/programme/state.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import { OpenForm } from './open-form.tsx'
import { VillageDossier } from './village-dossier.tsx'
import { VillageFacts } from './village-facts.tsx'
import { VillageForecast } from './village-forecast.tsx'
import { VillageFunding } from './village-funding.tsx'
import { VillageHead } from './village-head.tsx'
import { VillageHistory } from './village-history.tsx'
import { VillageIndicators } from './village-indicators.tsx'
import { VillageList } from './village-list.tsx'
import { VillageMilestones } from './village-milestones.tsx'
import styles from './village-page.module.css'
import { VillageRecognition } from './village-recognition.tsx'
import { VillageRecords } from './village-records.tsx'
import { VillageObstacles, VillageTasks } from './village-work.tsx'

export function VillagePage({ view, id }: { readonly view: ProgrammeView; readonly id: string | undefined }) {
  const { t } = useTranslation('programme')
  if (id === undefined) return <VillageList view={view} />
  const village = view.state.villages.get(id)
  if (village) return <VillageSheet key={id} view={view} village={village} />
  return (
    <>
      <h2>{t('villages.listTitle')}</h2>
      <Notice
        kind="warning"
        title={t('villages.notFound', { id })}
        actions={<ButtonLink to={addressOf('villages')}>{t('villages.backToList')}</ButtonLink>}
      />
    </>
  )
}

function VillageSheet({ view, village }: { readonly view: ProgrammeView; readonly village: VillageState }) {
  const common = { view, village }
  // The part an address names isn't on the page yet when the browser looks for it.
  useEffect(() => {
    const part = location.hash.slice(1)
    if (part !== '') document.getElementById(part)?.scrollIntoView()
  }, [])
  return (
    <article className={styles.page}>
      <VillageHead {...common} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <VillageIndicators {...common} />
          <VillageForecast {...common} />
          <VillageFunding {...common} />
          <VillageObstacles {...common} />
          <VillageTasks {...common} />
          <VillageRecords {...common} />
        </div>
        <div className={styles.column}>
          <VillageDossier {...common} />
          <VillageRecognition {...common} />
          <VillageFacts {...common} />
          <VillageMilestones {...common} />
          <VillageHistory {...common} />
        </div>
      </div>
      <OpenForm {...common} />
    </article>
  )
}
