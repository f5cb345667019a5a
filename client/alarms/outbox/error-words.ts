// Why a message wasn't delivered, in words: the station keeps a code, never the receiver's own text. Knows no component.
import type { TFunction } from 'i18next'

const PLAIN = ['timeout', 'overflow', 'expired', 'stopped'] as const

/** A code that isn't known here stands for itself. */
export function errorWords(t: TFunction<'alarms'>, code: string): string {
  const plain = PLAIN.find(one => one === code)
  if (plain) return t(`outbox.error.${plain}`)
  const [, family, detail] = /^(http(?=-)|smtp(?=-)|connection)(?:-(\w+))?$/.exec(code) ?? []
  if (family === 'connection') return [t('outbox.error.connection'), detail && `(${detail})`].filter(Boolean).join(' ')
  return family === 'http' || family === 'smtp' ? t(`outbox.error.${family}`, { code: detail }) : code
}
