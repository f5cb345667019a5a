// Keeps evidence files under the hash of their bytes, once each, with a bound on all of them. Knows no assessment: who refers
// to a file is asked, not known.
import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { EVIDENCE_KINDS, MAX_EVIDENCE_BYTES } from '../../shared/programme/evidence-kind.ts'
import { fileAt, isDiskFull, namesIn, removeFile, touch, writeWhole } from './evidence-files.ts'
import { type FileKind, fileKindOf } from './file-kind.ts'
import { type EvidenceRefusal, refuse } from './refusal.ts'

/** All files together: 10 GiB. */
export const MAX_STORE_BYTES = 10 * 1024 ** 3
/** Files looked at in one go while sweeping; between two slices waiting uploads have their turn. */
export const SWEEP_SLICE = 200

const HASH = /^[0-9a-f]{64}$/
const SHARD = /^[0-9a-f]{2}$/
const KINDS: readonly FileKind[] = Object.values(EVIDENCE_KINDS)
/** Where files are written before they have their name; nothing in it is ever served. */
const DRAFTS = 'drafts'

export type Kept = { readonly hash: string; readonly size: number; readonly kind: FileKind }
export type OpenedEvidence = FileKind & { readonly path: string; readonly size: number }

export type EvidenceStore = {
  /** Durable when it resolves. The same bytes again are the same file. @throws when the disk fails (a full one is a refusal) */
  readonly put: (bytes: Uint8Array) => Promise<Kept | EvidenceRefusal>
  /** @returns undefined for what isn't kept, and for what isn't a hash */
  readonly open: (hash: string) => Promise<OpenedEvidence | undefined>
  readonly has: (hash: string) => Promise<boolean>
  /**
   * Removes files nobody refers to that were last put before `olderThan` (epoch milliseconds). Between an upload and the
   * event that refers to it a person fills in a form: leave them at least a day. @returns how many files went
   */
  readonly sweep: (isReferenced: (hash: string) => boolean, olderThan: number) => Promise<number>
  readonly figures: () => { readonly files: number; readonly bytes: number }
}

export type EvidenceStoreOptions = {
  readonly folder: string
  readonly now: () => number
  readonly maxBytes?: number
  /** How a file comes to the disk. */
  readonly write?: typeof writeWhole
}

/** Opens the folder, one store per folder: counts what is there and removes what a crash left half written. */
export async function createEvidenceStore({
  folder,
  now,
  maxBytes = MAX_STORE_BYTES,
  write = writeWhole,
}: EvidenceStoreOptions): Promise<EvidenceStore> {
  const drafts = join(folder, DRAFTS)
  await rm(drafts, { recursive: true, force: true })
  await mkdir(drafts, { recursive: true })
  let files = 0
  let bytes = 0
  for await (const { size } of keptFiles()) {
    files++
    bytes += size
  }

  const pathOf = (hash: string, { extension }: FileKind) => join(folder, hash.slice(0, 2), `${hash}.${extension}`)

  /** One change at a time: the bound holds, and no file is swept while it is being put again. */
  let last: Promise<unknown> = Promise.resolve()
  function alone<T>(change: () => Promise<T>): Promise<T> {
    const result = last.then(change)
    last = result.catch(() => undefined)
    return result
  }

  async function open(hash: string): Promise<OpenedEvidence | undefined> {
    if (!HASH.test(hash)) return undefined
    for (const kind of KINDS) {
      const path = pathOf(hash, kind)
      const found = await fileAt(path)
      if (found) return { ...kind, path, size: found.size }
    }
    return undefined
  }

  async function keep(content: Uint8Array, kind: FileKind): Promise<Kept | EvidenceRefusal> {
    const hash = createHash('sha256').update(content).digest('hex')
    const kept: Kept = { hash, size: content.length, kind }
    const path = pathOf(hash, kind)
    if (await fileAt(path)) {
      await touch(path, now())
      return kept
    }
    if (bytes + content.length > maxBytes) return refuse('full')
    try {
      await write(path, drafts, content, now())
    } catch (error) {
      if (isDiskFull(error)) return refuse('full')
      throw error
    }
    files++
    bytes += content.length
    return kept
  }

  /** Names of kept files, a shard's at a time. */
  async function* keptNames(): AsyncGenerator<readonly { readonly path: string; readonly hash: string }[]> {
    for (const shard of await namesIn(folder)) {
      if (!SHARD.test(shard)) continue
      const names = await namesIn(join(folder, shard))
      yield names.flatMap(name => {
        const [hash = '', extension] = name.split('.', 2)
        const isOurs =
          HASH.test(hash) && hash.startsWith(shard) && KINDS.some(kind => `${hash}.${kind.extension}` === name)
        return isOurs && extension ? [{ path: join(folder, shard, name), hash }] : []
      })
    }
  }
  async function* keptFiles(): AsyncGenerator<{ readonly size: number }> {
    for await (const shard of keptNames())
      for (const { path } of shard) {
        const found = await fileAt(path)
        if (found) yield found
      }
  }

  async function sweepSlice(
    slice: readonly { readonly path: string; readonly hash: string }[],
    isReferenced: (hash: string) => boolean,
    olderThan: number,
  ): Promise<number> {
    let removed = 0
    for (const { path, hash } of slice) {
      const found = await fileAt(path)
      if (!found || found.touchedAt >= olderThan || isReferenced(hash)) continue
      await removeFile(path)
      files--
      bytes -= found.size
      removed++
    }
    return removed
  }

  return {
    async put(content) {
      if (content.length === 0) return refuse('empty')
      if (content.length > MAX_EVIDENCE_BYTES) return refuse('too-large')
      const kind = fileKindOf(content)
      return kind ? alone(() => keep(content, kind)) : refuse('kind')
    },
    open,
    has: async hash => (await open(hash)) !== undefined,
    async sweep(isReferenced, olderThan) {
      let removed = 0
      for await (const shard of keptNames())
        for (let at = 0; at < shard.length; at += SWEEP_SLICE)
          removed += await alone(() => sweepSlice(shard.slice(at, at + SWEEP_SLICE), isReferenced, olderThan))
      return removed
    },
    figures: () => ({ files, bytes }),
  }
}
