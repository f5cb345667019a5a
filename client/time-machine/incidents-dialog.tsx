// The incidents that were saved, newest first: opened, changed, removed.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '../../shared/desk/state.ts'
import { useMay } from '../access/me.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useRegistry } from '../registry/registry-query.ts'
import { IncidentForm, openIncident, RemoveIncidentForm } from './incident-forms.tsx'
import styles from './incidents.module.css'
import { momentText } from './moment-text.ts'
import { OnWallDialog } from './on-wall-dialog.tsx'

type Props = { readonly incidents: ReadonlyMap<string, Incident>; readonly onClose: () => void }
type Asked = { readonly kind: 'change' | 'remove' | 'wall'; readonly incident: Incident }

export function IncidentsDialog({ incidents, onClose }: Props) {
  const { t } = useTranslation('time')
  const may = useMay()
  const [asked, setAsked] = useState<Asked>()
  const { data: registry } = useRegistry()
  const placeOf = ({ village }: Incident) =>
    village === null ? t('incident.province') : (registry?.villages.find(({ id }) => id === village)?.name ?? village)
  const newestFirst = [...incidents.values()].toSorted((a, b) => b.from - a.from)
  const mayChange = may({ kind: 'desk', command: 'change-incident' })
  return (
    <>
      <Dialog title={t('incident.list')} words={{ close: t('incident.close') }} width="wide" onClose={onClose}>
        {newestFirst.length === 0 ? (
          <p className={styles.empty}>{t('incident.none')}</p>
        ) : (
          <ul className={styles.list}>
            {newestFirst.map(incident => (
              <li key={incident.id} className={styles.row}>
                <div className={styles.about}>
                  <strong>{incident.title}</strong>
                  <span className={styles.facts}>
                    {placeOf(incident)} · {momentText(incident.from)} – {momentText(incident.to)} ·{' '}
                    {t('incident.notes', { number: incident.annotations.length })}
                  </span>
                </div>
                <Button
                  kind="primary"
                  icon="play"
                  onClick={() => {
                    onClose()
                    openIncident(incident)
                  }}
                >
                  {t('incident.open')}
                </Button>
                <Button onClick={() => setAsked({ kind: 'wall', incident })}>{t('onWall.button')}</Button>
                {mayChange && (
                  <>
                    <Button onClick={() => setAsked({ kind: 'change', incident })}>{t('incident.change')}</Button>
                    <Button kind="quiet" onClick={() => setAsked({ kind: 'remove', incident })}>
                      {t('incident.remove')}
                    </Button>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </Dialog>
      {asked?.kind === 'change' && (
        <IncidentForm
          incident={asked.incident}
          span={asked.incident}
          village={undefined}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked?.kind === 'wall' && <OnWallDialog incident={asked.incident} onClose={() => setAsked(undefined)} />}
      {asked?.kind === 'remove' && <RemoveIncidentForm incident={asked.incident} onClose={() => setAsked(undefined)} />}
    </>
  )
}
