// What a station sent since the server started, and what became of it. Asked for only while somebody looks.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceCounters } from '../../shared/api.ts'
import { getJson } from '../app/rest.ts'
import { formatNumber } from '../design/number-format.ts'
import styles from './device-figures.module.css'

const REFRESH_MS = 10_000

export function DeviceFigures({ device }: { readonly device: string }) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className={styles.figures} onToggle={event => setIsOpen(event.currentTarget.open)} data-device={device}>
      <summary>{t('desktop.received.title')}</summary>
      {isOpen && <Figures device={device} />}
    </details>
  )
}

function Figures({ device }: { readonly device: string }) {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['devices'],
    queryFn: async () => (await getJson('/api/v1/devices')) as { devices: { id: string; counters: DeviceCounters }[] },
    refetchInterval: REFRESH_MS,
  })
  const counters = data?.devices.find(({ id }) => id === device)?.counters
  if (!counters) return <p>{t('desktop.received.loading')}</p>
  const { accepted, duplicate, rejected, tooFast, tooLarge } = counters
  const refused = Object.values(rejected).reduce((sum, count) => sum + count, 0)
  const figures = { accepted, duplicate, refused, tooFast, tooLarge }
  return (
    <dl>
      {(Object.keys(figures) as (keyof typeof figures)[]).map(name => (
        <div key={name} data-figure={name}>
          <dt>{t(`desktop.received.${name}`)}</dt>
          <dd>{formatNumber(figures[name])}</dd>
        </div>
      ))}
    </dl>
  )
}
