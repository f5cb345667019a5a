// An entry of the queue that was held up and is typed anew: what its form begins with. Holds no rule of the queue.
import { useEffect, useState } from 'react'
import type { EntryCommand } from '../../../shared/entry/entry.ts'
import type { EntryDesk } from './entry-desk.ts'
import { useDesk } from './entry-hooks.ts'
import type { QueuedEntry } from './queue-state.ts'
import type { ReducedPhotograph } from './reduce-photograph.ts'

export type EditedEntry = {
  /** As it was held up when its form was opened. */
  readonly queued: QueuedEntry
  readonly photographs: readonly ReducedPhotograph[]
}

type DataOf = { readonly [Entry in EntryCommand as Entry['command']]: Entry['data'] }

/** What was typed; undefined where nothing is edited, or another thing. */
export function typedData<Name extends keyof DataOf>(
  edited: EditedEntry | undefined,
  command: Name,
): DataOf[Name] | undefined {
  const entry = edited?.queued.entry
  if (entry?.command !== command) return undefined
  // Name and data belong together; TypeScript can't follow that through the union.
  const { data }: { readonly data: unknown } = entry
  return data as DataOf[Name]
}

/** How the address names what an entry is about; undefined = it was about nothing before. */
export function subjectIn({ command, data }: EntryCommand): string | undefined {
  switch (command) {
    case 'update-task':
      return data.task
    case 'assess-indicator':
      return `${data.village}:${data.indicator}`
    case 'submit-report':
      return data.period
    case 'raise-obstacle':
      return undefined
    default:
      return command satisfies never
  }
}

/** Undefined while it is being read, null when there is none of that id that is held up. */
export function useEditedEntry(id: string | undefined): EditedEntry | null | undefined {
  const desk = useDesk()
  const [read, setRead] = useState<{ readonly id: string; readonly edited: EditedEntry | null }>()
  useEffect(() => {
    if (id === undefined) return undefined
    let isGone = false
    readEdited(desk, id).then(
      edited => isGone || setRead({ id, edited }),
      () => isGone || setRead({ id, edited: null }),
    )
    return () => {
      isGone = true
    }
  }, [desk, id])
  if (id === undefined) return null
  return read?.id === id ? read.edited : undefined
}

async function readEdited(desk: EntryDesk, id: string): Promise<EditedEntry | null> {
  const queue = desk.queue()
  await queue?.loaded
  const queued = desk.entries().find(one => one.id === id)
  if (!queue || !queued || queued.standing.kind === 'waiting') return null
  const bytes = await queue.photographsOf(queued)
  const photographs = queued.photographs.flatMap(({ name }, at) => {
    const own = bytes[at]
    return own ? [{ name, bytes: own }] : []
  })
  return { queued, photographs }
}
