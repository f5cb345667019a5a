// What stands under its name is whole, whenever the process was killed; what was acknowledged is there.
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createEvidenceStore } from '../../server/evidence/evidence-store.ts'
import { startChild } from '../support/child.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const keptSchema = z.strictObject({ hash: z.string() })

test('a process that is killed while it keeps files leaves whole ones only, and all it told of', async () => {
  let halves = 0
  for (let round = 0; round < 8; round++) {
    const folder = temporaryFolder()
    try {
      const child = startChild(join(import.meta.dirname, 'evidence-keeper.ts'), { args: [folder.path] })
      const told = [(await child.next(keptSchema)).hash]
      void (async () => {
        for (;;) told.push((await child.next(keptSchema)).hash)
      })().catch(() => undefined)
      await sleep(40 + 7 * round)
      await child.kill('SIGKILL')

      halves += globSync('drafts/*', { cwd: folder.path }).length
      const found = globSync('*/*.pdf', { cwd: folder.path })
      for (const file of found) {
        const bytes = readFileSync(join(folder.path, file))
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(basename(file, '.pdf'))
      }
      const store = await createEvidenceStore({ folder: folder.path, now: () => Date.now() })
      for (const hash of told) expect(await store.has(hash)).toBe(true)
      expect(store.figures()).toEqual({ files: found.length, bytes: found.length * 2_000_000 })
      expect(globSync('drafts/*', { cwd: folder.path })).toEqual([])
    } finally {
      folder.remove()
    }
  }
  // Else no kill fell between the first byte and the name.
  expect(halves).toBeGreaterThan(0)
})
