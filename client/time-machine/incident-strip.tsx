// Over the track while an incident is looked at: what it is, what its notes say at this instant, and what one can do with it.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '../../shared/desk/state.ts'
import { useMay } from '../access/me.ts'
import { navigate, withParameters } from '../app/address.ts'
import { Button } from '../kit/button.tsx'
import { useRegistry } from '../registry/registry-query.ts'
import { ExportButton } from './export/export-button.tsx'
import { captionAt } from './incident-captions.ts'
import { AnnotationForm } from './incident-forms.tsx'
import styles from './incidents.module.css'
import { momentText } from './moment-text.ts'
import { OnWallDialog } from './on-wall-dialog.tsx'

export function IncidentStrip({ incident, at }: { readonly incident: Incident; readonly at: number }) {
  const { t } = useTranslation('time')
  const may = useMay()
  const [isAnnotating, setAnnotating] = useState(false)
  const [isSending, setSending] = useState(false)
  const { data: registry } = useRegistry()
  const place =
    incident.village === null
      ? t('incident.province')
      : (registry?.villages.find(({ id }) => id === incident.village)?.name ?? incident.village)
  const caption = captionAt(incident, at)
  const isInside = at >= incident.from && at <= incident.to
  return (
    <div className={styles.strip} data-testid="incident-strip">
      <p className={styles.heading}>
        <strong>{incident.title}</strong>
        <span className={styles.facts}>
          {place} · {momentText(incident.from)} – {momentText(incident.to)}
        </span>
      </p>
      <p className={styles.caption} aria-live="polite" data-testid="incident-caption">
        {caption?.text}
      </p>
      <div className={styles.deeds}>
        {may({ kind: 'desk', command: 'annotate-incident' }) && (
          <Button icon="plus" isDisabled={!isInside} onClick={() => setAnnotating(true)}>
            {t('incident.annotate')}
          </Button>
        )}
        <ExportButton incident={incident} place={place} />
        <Button icon="play" onClick={() => setSending(true)}>
          {t('onWall.button')}
        </Button>
        <Button kind="quiet" icon="close" isIconOnly onClick={() => navigate(withParameters({ incident: undefined }))}>
          {t('incident.leave')}
        </Button>
      </div>
      {isSending && <OnWallDialog incident={incident} onClose={() => setSending(false)} />}
      {isAnnotating && <AnnotationForm incident={incident} at={at} onClose={() => setAnnotating(false)} />}
    </div>
  )
}
