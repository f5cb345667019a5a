// A beginning for the consolidated text: what each unit wrote, one paragraph each. Pure.
import type { ReportState } from '../../../shared/programme/state.ts'

/** "Huyện Lấp Vò: …", in the order given; parts that say nothing are left out. */
export function consolidationDraft(
  reports: readonly Pick<ReportState, 'unit' | 'texts'>[],
  nameOf: (unit: string) => string,
): string {
  return reports
    .flatMap(({ unit, texts }) => {
      const said = [texts.results, texts.difficulties, texts.proposals]
        .map(text => text.trim())
        .filter(text => text !== '')
      return said.length > 0 ? [`${nameOf(unit)}: ${said.join(' ')}`] : []
    })
    .join('\n')
}

/** After what is written already, on a line of its own. */
export const appended = (text: string, more: string): string =>
  text.trim() === '' ? more : more === '' ? text : `${text.trimEnd()}\n${more}`
