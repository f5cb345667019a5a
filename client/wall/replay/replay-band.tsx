// Above a wall that replays an incident, on every screen: that it is the past and which, the instant large, what the notes say at it, how fast
// it runs and how far it is; and what of now must not be missed meanwhile.
import { type CSSProperties, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplayedIncident } from '../../../shared/displays/api-schema.ts'
import { MarkIcon } from '../../design/mark-icon.tsx'
import { formatNumber } from '../../design/number-format.ts'
import { formatClock, formatDate, formatSeconds } from '../../design/time-format.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import { captionAt } from '../../time-machine/incident-captions.ts'
import { momentText } from '../../time-machine/moment-text.ts'
import { useTimeView } from '../../time-machine/time-hooks.ts'
import type { TimeMachine } from '../../time-machine/time-machine.ts'
import { shareOf } from '../../time-machine/track-range.ts'
import styles from './replay-band.module.css'
import type { NoteSize } from './replay-band-size.ts'
import type { ReplayPlan, ReplayStage } from './replay-plan.ts'
import type { Present } from './replay-present.ts'

/** Faster, seconds only flicker. */
const FAST = 10

type Props = {
  readonly incident: ReplayedIncident
  readonly plan: ReplayPlan
  readonly machine: TimeMachine
  readonly stage: ReplayStage['kind']
  readonly now: Present
  readonly note: NoteSize
}

export function ReplayBand({ incident, plan, machine, stage, now, note }: Props) {
  const { t } = useTranslation('wall')
  const { data: registry } = useRegistry()
  const { at, target, phase } = useTimeView(machine)
  const shown = Math.min(at ?? target, plan.to)
  const village = registry?.villages.find(({ id }) => id === incident.village)?.name
  const place = incident.village === null ? t('replay.province') : (village ?? incident.village)
  const caption = captionAt(incident, shown)
  const share = shareOf(shown, plan)
  useTitle(`${t('replay.past')} · ${incident.title}`)
  return (
    <section className={styles.band} data-testid="replay-band" data-stage={stage} aria-label={t('replay.past')}>
      <div className={styles.head}>
        <p className={styles.what}>
          <strong className={styles.past}>{t('replay.past')}</strong>
          <span className={styles.title}>
            {caption ? incident.title : `${place} · ${momentText(plan.from)} – ${momentText(plan.to)}`}
          </span>
        </p>
        <time className={styles.moment} dateTime={new Date(shown).toISOString()} data-testid="replay-moment">
          <span className={styles.day}>{formatDate(shown)}</span> {formatClock(shown)}
          {plan.speed <= FAST && `:${formatSeconds(shown)}`}
        </time>
      </div>
      <p
        key={caption?.id}
        className={styles.note}
        data-size={note.size}
        style={{ '--lines': note.lines } as CSSProperties}
        data-testid="replay-caption"
      >
        {caption?.text ?? incident.title}
      </p>
      <div className={styles.foot}>
        <span>{plan.speed === 1 ? t('replay.real') : t('replay.speed', { speed: formatNumber(plan.speed) })}</span>
        <div className={styles.track} role="img" aria-label={t('replay.progress', { share: Math.round(share * 100) })}>
          <div className={styles.done} style={{ width: `${share * 100}%` }} />
          {incident.annotations.map(({ id, at: noted }) => (
            <i key={id} className={styles.mark} style={{ left: `${shareOf(noted, plan) * 100}%` }} />
          ))}
        </div>
        <span className={styles.state}>{stateWords()}</span>
        {now.kind !== 'calm' && (
          <span className={styles.now} role="alert" data-testid="replay-now">
            <MarkIcon mark={now.kind === 'high' ? 'critical' : 'stale'} />
            {now.kind === 'high' ? t('replay.nowHigh', { count: now.count }) : t('replay.nowUnknown')}
          </span>
        )}
      </div>
    </section>
  )

  function stateWords(): string {
    if (phase === 'failed') return t('replay.failed')
    if (stage === 'lead') return t('replay.begins')
    if (stage === 'stand' || stage === 'over') return t('replay.ends')
    return phase === 'loading' || phase === 'waiting' ? t('replay.loading') : t('replay.notNow')
  }
}

/** Windows side by side tell which one isn't now. */
function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title
    document.title = title
    return () => {
      document.title = before
    }
  }, [title])
}
