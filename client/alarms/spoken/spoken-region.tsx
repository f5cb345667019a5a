// The two live regions of a page that reads alarms aloud: urgent ones interrupt, all others wait for a pause. Nothing is drawn.
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { type Announcer, createAnnouncer } from './announcer.ts'

const after = (ms: number, run: () => void) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** Needs the words of the alarms. */
export function useAnnouncer(): Announcer {
  const { t } = useTranslation('alarms')
  const [announcer] = useState(() => createAnnouncer({ after, others: number => t('desk.signal.others', { number }) }))
  useEffect(() => announcer.stop, [announcer])
  return announcer
}

export function SpokenRegion({ announcer }: { readonly announcer: Announcer }) {
  const { urgent, polite } = useSyncExternalStore(announcer.onChange, announcer.said)
  return (
    <>
      <p className="spoken" role="alert" data-testid="spoken-urgent">
        {urgent}
      </p>
      <p className="spoken" role="status" data-testid="spoken-polite">
        {polite}
      </p>
    </>
  )
}
