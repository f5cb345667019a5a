// The map in step with the list: the village of the open alarm is chosen on it, and a village chosen on it narrows the list.
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate, withParameters } from '../../app/address.ts'
import { PanelBoundary } from '../../app/panel-boundary.tsx'
import { Button } from '../../kit/button.tsx'
import { OverviewContext, useComputedOverview } from '../../overview/overview-hooks.ts'
import type { AlarmNames } from '../alarm-names.ts'
import styles from './desk-map.module.css'

const MapView = lazy(async () => ({ default: (await import('../../map/map-view.tsx')).MapView }))
const LABEL_PIXELS = 14
const STROKE_UNIT = 0.65
const LAYERS = ['stations', 'alarms'] as const
const PROVINCE = { kind: 'province' } as const

type Props = {
  readonly names: AlarmNames
  /** What the list is narrowed to. */
  readonly village: string | undefined
  /** Of the open alarm. */
  readonly shownVillage: string | undefined
  readonly isBeside: boolean
}

export function DeskMap({ names, village, shownVillage, isBeside }: Props) {
  const { t } = useTranslation('alarms')
  const overview = useComputedOverview()
  const choose = (chosen: string | undefined) => navigate(withParameters({ village: chosen }))
  return (
    <section className={styles.map} aria-label={t('desk.map.label')} data-beside={isBeside}>
      <OverviewContext value={overview}>
        <PanelBoundary>
          <Suspense>
            <MapView
              label={LABEL_PIXELS}
              unit={STROKE_UNIT}
              legend="none"
              layers={LAYERS}
              borders="communes"
              camera={PROVINCE}
              selectedVillageId={shownVillage ?? village}
              onVillage={chosen => choose(chosen === village ? undefined : chosen)}
            />
          </Suspense>
        </PanelBoundary>
      </OverviewContext>
      {village !== undefined && (
        <p className={styles.only}>
          {t('desk.map.only', { village: names.villageName(village) })}
          <Button kind="quiet" onClick={() => choose(undefined)}>
            {t('desk.map.all')}
          </Button>
        </p>
      )}
    </section>
  )
}
