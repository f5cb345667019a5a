// Exports the incident as one HTML file; shows how far it is, and is pressed again to stop.
import '../../alarms/words/vocabulary.ts'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '../../../shared/desk/state.ts'
import { formatNumber } from '../../design/number-format.ts'
import { Button } from '../../kit/button.tsx'
import { safeFileName, saveFile } from '../../kit/download.ts'
import { useToasts } from '../../kit/toast-region.tsx'
import { useGeo } from '../../map/geo-query.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import { useTime } from '../time-hooks.ts'
import { en } from '../words/en.ts'
import { vi } from '../words/vi.ts'
import { collectIncident } from './collect-incident.ts'
import { incidentPage } from './incident-page.ts'
import { MAX_EXPORT_BYTES } from './incident-record.ts'

export function ExportButton({ incident, place }: { readonly incident: Incident; readonly place: string }) {
  const { t, i18n } = useTranslation('time')
  const { tell } = useToasts()
  const { data: registry } = useRegistry()
  const { data: geo } = useGeo()
  const time = useTime()
  const running = useRef<AbortController>(undefined)
  const [share, setShare] = useState<number>()
  useEffect(() => () => running.current?.abort(), [])
  if (!registry || !geo) return null

  const start = async () => {
    const given = new AbortController()
    running.current = given
    setShare(0)
    try {
      const record = await collectIncident(
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
          onShare: setShare,
        },
        given.signal,
      )
      const file = new Blob([incidentPage(record, { vi: vi.page, en: en.page })], { type: 'text/html' })
      const size = file.size < 1e6 ? `${Math.ceil(file.size / 1e3)} kB` : `${formatNumber(file.size / 1e6, 1)} MB`
      if (file.size > MAX_EXPORT_BYTES) tell('error', t('incident.tooLarge', { size }))
      else {
        const name = safeFileName(`${incident.title}.html`)
        saveFile(file, name)
        tell('done', t('incident.exported', { name, size }))
      }
    } catch (error) {
      if (!given.signal.aborted) {
        reportError(error)
        tell('error', t('incident.exportFailed'))
      }
    } finally {
      setShare(undefined)
    }
  }
  return (
    <Button
      icon={share === undefined ? 'download' : 'close'}
      onClick={() => (share === undefined ? void start() : running.current?.abort())}
    >
      {share === undefined
        ? t('incident.export')
        : t('incident.exporting', { share: Math.round(Math.min(1, share) * 100) })}
    </Button>
  )
}
