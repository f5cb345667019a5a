// Exports the incident as one HTML file; shows how far it is and can be stopped.
import '../../alarms/words/vocabulary.ts'
import { useTranslation } from 'react-i18next'
import type { Incident } from '../../../shared/desk/state.ts'
import { formatNumber } from '../../design/number-format.ts'
import { Button } from '../../kit/button.tsx'
import { safeFileName, saveFile } from '../../kit/download.ts'
import { useToasts } from '../../kit/toast-region.tsx'
import { useGeo } from '../../map/geo-query.ts'
import { OperationProgress } from '../../operation/operation-progress.tsx'
import { useOperation } from '../../operation/use-operation.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import { useTime } from '../time-hooks.ts'
import { en } from '../words/en.ts'
import { vi } from '../words/vi.ts'
import { collectIncident } from './collect-incident.ts'
import { incidentPage } from './incident-page.ts'
import { type IncidentRecord, MAX_EXPORT_BYTES } from './incident-record.ts'

export function ExportButton({ incident, place }: { readonly incident: Incident; readonly place: string }) {
  const { t, i18n } = useTranslation('time')
  const { tell } = useToasts()
  const { data: registry } = useRegistry()
  const { data: geo } = useGeo()
  const time = useTime()
  const operation = useOperation()
  if (!registry || !geo) return null

  const start = async () => {
    try {
      const outcome = await operation.run(({ signal, tell: onShare }) =>
        collectIncident(
          {
            incident,
            place:
              incident.village === null
                ? { vi: vi.incident.province, en: en.incident.province }
                : { vi: place, en: place },
            registry,
            geo,
            alarmWords: { vi: i18n.getFixedT('vi', 'alarms'), en: i18n.getFixedT('en', 'alarms') },
            programmeWords: { vi: i18n.getFixedT('vi', 'programme'), en: i18n.getFixedT('en', 'programme') },
            station: location.host,
            now: time?.machine.view().now ?? incident.to,
            onShare,
          },
          signal,
        ),
      )
      if (outcome.kind === 'done') save(outcome.value)
      else tell('done', t('incident.exportCancelled'))
    } catch (error) {
      reportError(error)
      tell('error', t('incident.exportFailed'))
    }
  }
  function save(record: IncidentRecord): void {
    const file = new Blob([incidentPage(record, { vi: vi.page, en: en.page })], { type: 'text/html' })
    const size = file.size < 1e6 ? `${Math.ceil(file.size / 1e3)} kB` : `${formatNumber(file.size / 1e6, 1)} MB`
    if (file.size > MAX_EXPORT_BYTES) return tell('error', t('incident.tooLarge', { size }))
    const name = safeFileName(`${incident.title}.html`)
    saveFile(file, name)
    tell('done', t('incident.exported', { name, size }))
  }
  return (
    <>
      <Button icon="download" isBusy={operation.isRunning} onClick={() => void start()}>
        {t('incident.export')}
      </Button>
      <OperationProgress
        label={t('incident.exporting')}
        isRunning={operation.isRunning}
        share={operation.share}
        onCancel={operation.cancel}
      />
    </>
  )
}
