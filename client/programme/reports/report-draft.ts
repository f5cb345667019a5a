// What is written of a report and not sent yet, kept for as long as the browser's tab is open. The storage is handed in; one
// that is forbidden, full or damaged only means that nothing is kept.
import { REPORT_TEXTS } from '../../../shared/programme/facts.ts'
import { isWritten, NO_TEXTS, type ReportTexts } from './report-choices.ts'

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export const draftKey = (unit: string, period: string): string => `dai-sen.report-draft:${unit}:${period}`

export function createReportDrafts(storage: () => DraftStorage) {
  const tried = <T>(work: (held: DraftStorage) => T): T | undefined => {
    try {
      return work(storage())
    } catch {
      return undefined
    }
  }
  return {
    /** Undefined when nothing is kept. */
    read(unit: string, period: string): ReportTexts | undefined {
      const held = tried(kept => JSON.parse(kept.getItem(draftKey(unit, period)) ?? 'null') as unknown)
      if (typeof held !== 'object' || held === null) return undefined
      const parts = held as Readonly<Record<string, unknown>>
      const texts = Object.fromEntries(
        REPORT_TEXTS.map(part => [part, typeof parts[part] === 'string' ? parts[part] : '']),
      )
      const draft = { ...NO_TEXTS, ...texts }
      return isWritten(draft) ? draft : undefined
    },
    keep(unit: string, period: string, texts: ReportTexts): void {
      if (isWritten(texts)) tried(kept => kept.setItem(draftKey(unit, period), JSON.stringify(texts)))
      else tried(kept => kept.removeItem(draftKey(unit, period)))
    },
    forget(unit: string, period: string): void {
      tried(kept => kept.removeItem(draftKey(unit, period)))
    },
  }
}

export type ReportDrafts = ReturnType<typeof createReportDrafts>
