// Why a message wasn't delivered, in words: the station keeps a code, never the receiver's own text. Knows no component.
import type { TFunction } from 'i18next'

const PLAIN = ['timeout', 'overflow', 'expired', 'stopped'] as const

/** A code that isn't known here stands for itself. */
export function errorWords(t: TFunction<'alarms'>, code: string): string {
  const [, http] = /^http-(\d+)$/.exec(code) ?? []
  if (http !== undefined) return t('outbox.error.http', { code: http })
  const [, smtp] = /^smtp-(\w+)$/.exec(code) ?? []
  if (smtp !== undefined) return t('outbox.error.smtp', { code: smtp })
  const [, connection] = /^connection(?:-(\w+))?$/.exec(code) ?? [undefined, '']
  if (code.startsWith('connection'))
    return connection ? `${t('outbox.error.connection')} (${connection})` : t('outbox.error.connection')
  const plain = PLAIN.find(one => one === code)
  return plain ? t(`outbox.error.${plain}`) : code
}
