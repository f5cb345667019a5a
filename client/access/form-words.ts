// What the forms of access need of the page's language.
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { formatClock, formatDate } from '../design/time-format.ts'
import type { FormWords } from '../kit/form.tsx'

export type AccessWords = TFunction<'access'>

export function useAccessWords(): {
  readonly t: AccessWords
  readonly language: 'vi' | 'en'
  readonly formWords: FormWords
} {
  const { t, i18n } = useTranslation('access')
  return {
    t,
    language: i18n.language === 'en' ? 'en' : 'vi',
    formWords: { summary: count => t('form.errors', { count }), failed: t('form.failed') },
  }
}

/** "26/11/2026 15:04" */
export const momentOf = (t: AccessWords, at: number): string =>
  t('moment', { date: formatDate(at), time: formatClock(at) })
