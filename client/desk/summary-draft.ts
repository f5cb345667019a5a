// The draft of a hand-over's summary: what changed, place by place, worst first, as far as there is room. Pure but for its translator.
import type { TFunction } from 'i18next'
import { momentWords } from '../alarms/alarm-names.ts'
import { type ChangeNames, changeWords, countWords } from './change-words.ts'
import type { Changes } from './changes.ts'

/** Lines of one place, and of all: a summary is read aloud. */
const LINES_A_PLACE = 8
const LINES = 40

type Place = {
  readonly t: TFunction<'desk'>
  readonly names: ChangeNames
  readonly since: number
  readonly now: number
  readonly placeName: (village: string | null) => string
}

export function summaryDraft({ t, names, since, now, placeName }: Place, { counts, groups }: Changes): string {
  const span = { from: momentWords(since), to: momentWords(now) }
  const said = countWords(t, counts)
  if (said === '') return t('changes.draft.quiet', span)
  let room = LINES
  let left = 0
  const places = groups.flatMap(({ village, changes }) => {
    const shown = changes.slice(0, Math.min(LINES_A_PLACE, room))
    room -= shown.length
    left += changes.length - shown.length
    if (shown.length === 0) return []
    const lines = shown.map(change => t('changes.draft.line', changeWords(names, change)))
    return [`${placeName(village)}\n${lines.join('\n')}`]
  })
  const rest = left > 0 ? [t('changes.draft.rest', { count: left })] : []
  return [t('changes.draft.head', { ...span, counts: said }), ...places, ...rest].join('\n\n')
}
