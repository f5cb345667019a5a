// Judges the lines of a file one after the other, each on the programme as the lines before it would leave it, and gathers the
// events of all: they are appended together or not at all. Gives way to other work now and then; writes nothing.
import type { CommandActor } from '../../../shared/programme/command.ts'
import { decide } from '../../../shared/programme/decide.ts'
import type { EventDraft } from '../../../shared/programme/event.ts'
import { type ImportChange, type ImportError, MAX_IMPORT_ERRORS } from '../../../shared/programme/exchange-schema.ts'
import { folding } from '../../../shared/programme/fold.ts'
import { subjectOfCommand } from '../../../shared/programme/subject-of-command.ts'
import type { ExchangeView, Reading, Wish } from './layout.ts'
import { error } from './sheet-table.ts'

/** How long it keeps everybody else waiting at a stretch. */
const STRETCH_MS = 20

export type Judged = {
  readonly drafts: readonly EventDraft[]
  readonly changes: readonly ImportChange[]
  readonly errors: readonly ImportError[]
  readonly unchanged: number
}

export async function judgeLines(
  { lines, errors: found }: Pick<Reading, 'lines' | 'errors'>,
  view: ExchangeView,
  actor: CommandActor,
  signal?: AbortSignal,
): Promise<Judged> {
  const picture = createPicture(view)
  const drafts: EventDraft[] = []
  const changes: ImportChange[] = []
  const errors: ImportError[] = [...found]
  let unchanged = 0
  let since = performance.now()
  for (const line of lines) {
    if (errors.length > MAX_IMPORT_ERRORS) break
    const wish = line(picture.now())
    const events = wish.errors.length > 0 ? [] : judgeWish(wish, picture, actor, errors)
    errors.push(...wish.errors)
    changes.push(...wish.changes)
    drafts.push(...events)
    if (wish.commands.length === 0 && wish.errors.length === 0) unchanged++
    if (performance.now() - since < STRETCH_MS) continue
    await new Promise(resolve => setImmediate(resolve))
    signal?.throwIfAborted()
    since = performance.now()
  }
  return { drafts, changes, errors: bounded(withoutRepeats(errors)), unchanged }
}

function judgeWish(
  { commands, placeOf }: Wish,
  picture: Picture,
  actor: CommandActor,
  errors: ImportError[],
): EventDraft[] {
  return commands.flatMap(command => {
    const { state, units, today } = picture.now()
    const expected = state.versions.get(subjectOfCommand(command)) ?? 0
    const decision = decide({ state, units, today }, { ...command, actor, expected })
    if (decision.kind === 'accepted') {
      picture.take(decision.events)
      return [...decision.events]
    }
    for (const { code, field, vi, en } of decision.refusals) {
      // Who asks is wrong once, not on every line.
      const place =
        field?.startsWith('actor.') && code !== 'no-right' ? { sheet: null, line: null, column: field } : placeOf(field)
      errors.push(error(place, place.column, code, { vi, en }))
    }
    return []
  })
}

type Picture = { readonly now: () => ExchangeView; readonly take: (drafts: readonly EventDraft[]) => void }

/** The programme with what was decided so far, as if it had been appended. */
function createPicture(view: ExchangeView): Picture {
  const open = folding(view.state)
  return {
    now: () => ({ ...view, state: open.state() }),
    take(drafts) {
      const { lastId, lastAt } = open.state()
      const about = { at: lastAt, actor: 'system:import' }
      for (const [index, draft] of drafts.entries()) open.take({ ...draft, ...about, id: lastId + 1 + index })
    },
  }
}

function withoutRepeats(errors: readonly ImportError[]): readonly ImportError[] {
  return [...new Map(errors.map(one => [JSON.stringify(one), one])).values()]
}

function bounded(errors: readonly ImportError[]): readonly ImportError[] {
  if (errors.length <= MAX_IMPORT_ERRORS) return errors
  const more = error({ sheet: null, line: null }, null, 'more-errors', {
    vi: 'Còn lỗi khác: hãy sửa các lỗi trên rồi gửi lại',
    en: 'There are more errors: mend these and send it again',
  })
  return [...errors.slice(0, MAX_IMPORT_ERRORS - 1), more]
}
