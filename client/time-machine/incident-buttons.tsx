// The incidents that were saved, and a new one: from the chosen stretch, or from what lies around the instant.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../access/me.ts'
import { useParameters } from '../app/address.ts'
import { Button } from '../kit/button.tsx'
import { IncidentForm } from './incident-forms.tsx'
import { IncidentsDialog } from './incidents-dialog.tsx'
import { useIncidents } from './incidents-query.ts'
import { fitted, type Stretch, stretchAround } from './stretch.ts'
import styles from './time-bar.module.css'
import type { TrackRange } from './track-range.ts'

type Props = {
  readonly target: number
  /** The present; undefined until it is known, and with it where the track ends. */
  readonly now: number | undefined
  readonly stretch: Stretch | undefined
  readonly bounds: TrackRange
  readonly onStretch: (stretch: Stretch) => void
}

/** Nothing for those who may not read them. */
export function IncidentButtons({ target, now, stretch, bounds, onStretch }: Props) {
  const { t } = useTranslation('time')
  const may = useMay()
  const incidents = useIncidents()
  const village = useParameters().get('village') ?? undefined
  const [isListed, setListed] = useState(false)
  /** What the form began with. */
  const [span, setSpan] = useState<Stretch>()
  if (!incidents) return null
  const begin = () => {
    const wanted = stretch ?? stretchAround(target, bounds)
    setSpan(wanted)
    if (wanted && !stretch) onStretch(wanted)
  }
  const typed = (next: Stretch) => {
    const shown = fitted(next, { ...bounds, from: Math.min(bounds.from, next.from) })
    if (shown) onStretch(shown)
  }
  return (
    <div className={styles.incidents}>
      <Button onClick={() => setListed(true)}>{t('incident.count', { number: incidents.size })}</Button>
      {may({ kind: 'desk', command: 'save-incident' }) && (
        <Button icon="bookmark" isDisabled={now === undefined} onClick={begin}>
          {t('incident.save')}
        </Button>
      )}
      {isListed && <IncidentsDialog incidents={incidents} onClose={() => setListed(false)} />}
      {span && (
        <IncidentForm
          incident={undefined}
          span={span}
          village={village}
          onSpan={typed}
          onClose={() => setSpan(undefined)}
        />
      )}
    </div>
  )
}
