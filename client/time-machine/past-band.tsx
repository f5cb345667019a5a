// The band over a page of the past: says which instant it is and how long ago, in the title of the window, too, and once aloud.
import './words/vocabulary.ts'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { momentWords } from '../../shared/programme/province-day.ts'
import { formatClock, formatDate, formatSeconds } from '../design/time-format.ts'
import { ageWords } from '../i18n/phrases.ts'
import styles from './past-band.module.css'
import { useTimeView } from './time-hooks.ts'
import type { TimeMachine } from './time-machine.ts'

const FAST = 10

export function PastBand({ machine }: { readonly machine: TimeMachine }) {
  const { t } = useTranslation('time')
  const { at, target, phase, now, isPlaying, speed } = useTimeView(machine)
  const shown = at ?? target
  const minute = momentWords(shown)
  useTitle(t('band.titlePrefix', { moment: minute }))
  /** Only the first picture is told: a voice for each move of the slider would never end. */
  const [announced] = useState(minute)
  const hasSeconds = isPlaying && speed <= FAST
  const ago = now === undefined ? undefined : now - shown
  return (
    <section
      className={styles.band}
      aria-label={t('band.label')}
      data-past-part="band"
      data-testid="past-band"
      data-phase={phase}
    >
      <p className="spoken" role="status">
        {t('band.announced', { moment: announced })}
      </p>
      <p className={styles.line}>
        <strong className={styles.past}>{t('band.past')}</strong>
        <span className={styles.dot}>·</span>
        <time className={styles.moment} dateTime={new Date(shown).toISOString()}>
          {formatDate(shown)} {formatClock(shown)}
          {hasSeconds && `:${formatSeconds(shown)}`}
        </time>
        <AgeShown ago={ago} />
        {phase === 'loading' && at !== undefined && target !== at && (
          <span className={styles.loading}>{t('band.loading', { moment: momentWords(target) })}</span>
        )}
      </p>
      <p className={styles.meaning}>{t('band.meaning')}</p>
    </section>
  )
}

function AgeShown({ ago }: { readonly ago: number | undefined }) {
  const { t } = useTranslation('time')
  const { t: word } = useTranslation()
  if (ago === undefined) return null
  return (
    <>
      <span className={styles.dot}>·</span>
      <span>{ago < 1_000 ? t('band.now') : t('band.ago', { age: ageWords(word, ago) })}</span>
    </>
  )
}

/** Windows side by side, and the list of them, tell which one isn't now. */
function useTitle(prefix: string): void {
  useEffect(() => {
    const before = document.title
    document.title = `${prefix} · ${before}`
    return () => {
      document.title = before
    }
  }, [prefix])
}
