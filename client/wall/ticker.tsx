// The quiet line at the bottom of the wall: what last happened in the programme, by whom, how long ago. A new one is lifted for a while.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isSimulated } from '../../shared/programme/event.ts'
import { formatClock, formatDate, isoDayOf } from '../design/time-format.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { actorWords, eventWords } from '../programme/event-words.ts'
import { readBefore } from '../programme/events-query.ts'
import { useProgramme, useProgrammePicture } from '../programme/programme-hooks.tsx'
import styles from './ticker.module.css'

/** How long an event counts as new. */
const NEWS_MS = 60_000

export function Ticker() {
  const { t } = useTranslation()
  const { t: word } = useTranslation('programme')
  const view = useProgramme()
  const { serverNow } = useMoment()
  const { recent, state } = useProgrammePicture()
  const { data: last } = useQuery({
    queryKey: ['programme-newest'],
    enabled: state !== undefined && recent.length === 0,
    staleTime: Infinity,
    queryFn: async () => (await readBefore((state?.lastId ?? 0) + 1, 1))[0] ?? null,
  })
  // Before the first news: what happened last, however long ago.
  const event = recent[0] ?? last
  if (!event || !view || serverNow === undefined)
    return (
      <div className={styles.ticker} data-testid="ticker">
        <p className={styles.none}>{t('wall.noNews')}</p>
      </div>
    )
  const isToday = isoDayOf(event.at) === isoDayOf(serverNow)
  return (
    <div className={styles.ticker} data-testid="ticker" data-news={serverNow - event.at < NEWS_MS}>
      <p key={event.id}>
        <time>{isToday ? formatClock(event.at) : formatDate(event.at)}</time>
        <span className={styles.what}>{eventWords(word, view, event)}</span>
        {/* Of a fact that the station began with nobody typed: what it is says enough. */}
        {!event.actor.startsWith('seed:') && <span className={styles.who}>{actorWords(event.actor)}</span>}
        {isSimulated(event.actor) && <span className={styles.tag}>{t('simulated.tag')}</span>}
      </p>
    </div>
  )
}
