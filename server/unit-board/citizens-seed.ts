// Reads what the villages offer their people and how these are heard, and checks that its references hold.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Registry } from '../../shared/registry.ts'
import { type CitizenNote, citizensSeedSchema } from '../../shared/unit-board/citizens-schema.ts'

const SEED = join(import.meta.dirname, '..', 'registry', 'seed', 'citizens.json')

/** With the source itself in place of its key. @throws Error when the seed is malformed or refers to what isn't there */
export function loadCitizens({ villages }: Pick<Registry, 'villages'>, path: string = SEED): readonly CitizenNote[] {
  const { notes, sources } = citizensSeedSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  const known = new Set(villages.map(({ id }) => id))
  return notes.map(note => {
    const source = Object.hasOwn(sources, note.source) ? sources[note.source] : undefined
    if (source === undefined || !known.has(note.village))
      throw new Error(`citizens.json refers to what isn't there: ${note.id}`)
    return { ...note, source }
  })
}
