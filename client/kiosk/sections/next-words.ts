// What comes due, in a line.
import { useTranslation } from 'react-i18next'
import { periodWords } from '../../programme/period-words.ts'
import type { Next } from '../attention.ts'

export function useNextWords(): (next: Next) => string {
  const { t } = useTranslation('kiosk')
  const { t: term } = useTranslation('programme')
  return next => {
    switch (next.kind) {
      case 'task':
        return `${next.task.id} · ${next.task.title}`
      case 'report':
        return t('home.report', { period: periodWords(term, next.report.period) })
      case 'milestone':
        return [next.village, next.title].filter(part => part !== null).join(' · ')
      case 'dossier':
        return t('home.dossierDue', { village: next.village.name })
      default:
        return next satisfies never
    }
  }
}
