// Phrases put together from data and vocabulary: ages, flood stages, link states. Needs a translator, knows no component.
import type { TFunction } from 'i18next'
import type { FloodStage } from '../../shared/flood.ts'
import type { Freshness } from '../../shared/freshness.ts'
import { formatNumber } from '../design/number-format.ts'
import { ageOf, formatClock } from '../design/time-format.ts'
import type { Link } from '../live/link.ts'
import type { Refusal } from '../live/live-store.ts'

export function ageWords(t: TFunction, ms: number): string {
  const { count, unit } = ageOf(ms)
  return t(`age.${unit}`, { count })
}

/** "4 phút trước", "cũ 12 phút", "mất 2 giờ": how old, in the tone its freshness asks for. */
export function agePhrase(t: TFunction, ms: number, freshness: Freshness): string {
  const age = ageWords(t, ms)
  if (freshness === 'stale') return t('age.old', { age })
  if (freshness === 'dead') return t('age.silent', { age })
  return t('age.ago', { age })
}

export function stageWords(t: TFunction, stage: FloodStage): string {
  if (stage.kind === 'unknown') return t('stage.unknown')
  const margin = formatNumber(Math.abs(stage.margin), 2)
  return stage.kind === 'reached'
    ? t('stage.reached', { level: stage.level, margin })
    : t('stage.below', { level: stage.next, margin })
}

export function linkWords(t: TFunction, link: Link, refusal: Refusal | undefined): string {
  if (refusal) return t(`link.${refusal}`)
  if (link.kind !== 'lost') return t(`link.${link.kind}`)
  return link.since === undefined ? t('link.neverLinked') : t('link.lost', { time: formatClock(link.since) })
}
