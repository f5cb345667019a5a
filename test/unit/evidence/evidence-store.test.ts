import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  createEvidenceStore,
  type EvidenceStore,
  type Kept,
  SWEEP_SLICE,
} from '../../../server/evidence/evidence-store.ts'
import type { EvidenceRefusal } from '../../../server/evidence/refusal.ts'
import { MAX_EVIDENCE_BYTES } from '../../../shared/programme/evidence-kind.ts'
import { DOCX, JPEG, PDF, PNG, pdfOf, WEBP, XLSX } from '../../support/evidence-samples.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const START = Date.UTC(2026, 10, 25, 2)
const DAY_MS = 86_400_000
let folder: ReturnType<typeof temporaryFolder>
let now: number
const open = (about: { maxBytes?: number } = {}) =>
  createEvidenceStore({ folder: folder.path, now: () => now, ...about })

beforeEach(() => {
  folder = temporaryFolder()
  now = START
})
afterEach(() => folder.remove())

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
async function keep(store: EvidenceStore, bytes: Uint8Array): Promise<Kept> {
  const kept = await store.put(bytes)
  if ('code' in kept) throw new Error(kept.code)
  return kept
}
/** 'ok', or the code of the refusal, whose sentences must be there. */
function outcomeOf(result: Kept | EvidenceRefusal): string {
  if (!('code' in result)) return 'ok'
  if (result.vi.length < 10 || result.en.length < 10) throw new Error(`${result.code} says nothing`)
  return result.code
}
const filesOnDisk = () => globSync('**/*.*', { cwd: folder.path }).toSorted()

describe('a file that is put', () => {
  test('is found under the hash of its bytes, whole, as what it is', async () => {
    const store = await open()
    for (const [bytes, extension] of [
      [PDF, 'pdf'],
      [PNG, 'png'],
      [JPEG, 'jpg'],
      [WEBP, 'webp'],
      [DOCX, 'docx'],
      [XLSX, 'xlsx'],
    ] as const) {
      const hash = hashOf(bytes)
      expect(await keep(store, bytes)).toMatchObject({ hash, size: bytes.length, kind: { extension } })
      const found = await store.open(hash)
      expect(found).toMatchObject({ size: bytes.length, extension })
      expect(found?.path).toBe(join(folder.path, hash.slice(0, 2), `${hash}.${extension}`))
      expect(readFileSync(found?.path ?? '').equals(bytes)).toBe(true)
    }
    expect(store.figures()).toMatchObject({ files: 6 })
    expect(filesOnDisk()).toHaveLength(6)
  })

  test('a second time, also at once, is one file', async () => {
    const store = await open()
    const kept = await Promise.all(Array.from({ length: 20 }, () => keep(store, PDF)))
    expect(new Set(kept.map(one => one.hash)).size).toBe(1)
    expect(store.figures()).toEqual({ files: 1, bytes: PDF.length })
    expect(filesOnDisk()).toHaveLength(1)
  })

  test(`has at most ${MAX_EVIDENCE_BYTES} bytes, and at least one`, async () => {
    const store = await open()
    expect(outcomeOf(await store.put(pdfOf(MAX_EVIDENCE_BYTES)))).toBe('ok')
    expect(outcomeOf(await store.put(pdfOf(MAX_EVIDENCE_BYTES + 1)))).toBe('too-large')
    expect(outcomeOf(await store.put(new Uint8Array()))).toBe('empty')
    expect(outcomeOf(await store.put(Buffer.from('x')))).toBe('kind')
    expect(store.figures()).toEqual({ files: 1, bytes: MAX_EVIDENCE_BYTES })
  })

  test('fits to the last byte of the store; the same file again always does', async () => {
    const store = await open({ maxBytes: 1_000 })
    expect(outcomeOf(await store.put(pdfOf(400, 'a')))).toBe('ok')
    expect(outcomeOf(await store.put(pdfOf(601, 'b')))).toBe('full')
    expect(outcomeOf(await store.put(pdfOf(600, 'b')))).toBe('ok')
    expect(outcomeOf(await store.put(PDF))).toBe('full')
    expect(outcomeOf(await store.put(pdfOf(600, 'b')))).toBe('ok')
    expect(store.figures()).toEqual({ files: 2, bytes: 1_000 })
  })

  test('with many at once never passes the bound', async () => {
    const store = await open({ maxBytes: 1_000 })
    const results = await Promise.all(Array.from({ length: 30 }, (_, i) => store.put(pdfOf(300, `${i}`))))
    expect(results.map(outcomeOf).filter(outcome => outcome === 'ok')).toHaveLength(3)
    expect(store.figures()).toEqual({ files: 3, bytes: 900 })
  })
})

describe('a name that is asked for', () => {
  test.each([
    '',
    '..',
    '../../etc/passwd',
    `..%2f${'a'.repeat(58)}`,
    `../${'a'.repeat(61)}`,
    'a'.repeat(63),
    'a'.repeat(65),
    'A'.repeat(64),
    `${'a'.repeat(64)}\n`,
    `${'a'.repeat(63)}\0`,
    'g'.repeat(64),
    '__proto__',
  ])('and is no hash is found nowhere: %j', async name => {
    const store = await open()
    expect([await store.open(name), await store.has(name)]).toEqual([undefined, false])
  })

  test('in large letters, or with its ending, is not the file either', async () => {
    const store = await open()
    const { hash } = await keep(store, PDF)
    expect([await store.has(hash), await store.has(hash.toUpperCase()), await store.has(`${hash}.pdf`)]).toEqual([
      true,
      false,
      false,
    ])
    expect(await store.open('0'.repeat(64))).toBeUndefined()
  })
})

describe('a store that is opened again', () => {
  test('has what was put, counts it, and nothing of what a crash left half written', async () => {
    const { hash } = await keep(await open(), PDF)
    const draft = join(folder.path, 'drafts', 'half')
    writeFileSync(draft, PDF.subarray(0, 20))
    const shard = join(folder.path, hash.slice(0, 2))
    for (const stray of ['notes.txt', `${hash}.exe`, `${hash}.pdf.bak`, hash])
      writeFileSync(join(shard, stray), 'stray')
    const store = await open()
    expect(store.figures()).toEqual({ files: 1, bytes: PDF.length })
    expect(existsSync(draft)).toBe(false)
    expect(await store.has(hash)).toBe(true)
  })

  test('keeps its bound', async () => {
    await keep(await open(), pdfOf(600))
    expect(outcomeOf(await (await open({ maxBytes: 1_000 })).put(pdfOf(401)))).toBe('full')
  })
})

test('a file that can not get its name leaves nothing behind, and is an error', async () => {
  const store = await open()
  const hash = hashOf(PDF)
  mkdirSync(join(folder.path, hash.slice(0, 2), `${hash}.pdf`, 'in the way'), { recursive: true })
  await expect(store.put(PDF)).rejects.toThrow()
  expect([await store.has(hash), store.figures()]).toEqual([false, { files: 0, bytes: 0 }])
  expect(globSync('drafts/*', { cwd: folder.path })).toEqual([])
  // The next one isn't held up by it.
  expect(outcomeOf(await store.put(PNG))).toBe('ok')
})

test('a full disk, or a used-up quota, is a refusal; another fault of the disk is an error', async () => {
  const failing = (code: string) =>
    createEvidenceStore({
      folder: folder.path,
      now: () => now,
      write: () => Promise.reject(Object.assign(new Error(code), { code })),
    })
  for (const code of ['ENOSPC', 'EDQUOT']) expect(outcomeOf(await (await failing(code)).put(PDF))).toBe('full')
  const broken = await failing('EIO')
  await expect(broken.put(PDF)).rejects.toThrow('EIO')
  expect(broken.figures()).toEqual({ files: 0, bytes: 0 })
})

describe('a sweep', () => {
  test('removes what nobody refers to and was put before the given time, and nothing else', async () => {
    const store = await open()
    const [referenced, orphan] = [await keep(store, PDF), await keep(store, PNG)]
    now += 2 * DAY_MS
    const fresh = await keep(store, JPEG)
    const asked: string[] = []
    const isReferenced = (hash: string) => {
      asked.push(hash)
      return hash === referenced.hash
    }
    expect(await store.sweep(isReferenced, now - DAY_MS)).toBe(1)
    expect(await Promise.all([referenced, orphan, fresh].map(one => store.has(one.hash)))).toEqual([true, false, true])
    expect(store.figures()).toEqual({ files: 2, bytes: PDF.length + JPEG.length })
    expect(asked.toSorted()).toEqual([referenced.hash, orphan.hash].toSorted())
    expect(await store.sweep(isReferenced, now - DAY_MS)).toBe(0)
  })

  test('spares the file that was put at the very time, and takes the one a second older', async () => {
    const store = await open()
    const { hash } = await keep(store, PDF)
    expect(await store.sweep(() => false, START)).toBe(0)
    expect(await store.sweep(() => false, START + 1_000)).toBe(1)
    expect(await store.has(hash)).toBe(false)
  })

  test('spares a file that was put again meanwhile', async () => {
    const store = await open()
    const { hash } = await keep(store, PDF)
    now += 2 * DAY_MS
    await keep(store, PDF)
    expect(await store.sweep(() => false, now - DAY_MS)).toBe(0)
    expect(await store.has(hash)).toBe(true)
  })

  test('makes room', async () => {
    const store = await open({ maxBytes: 1_000 })
    await keep(store, pdfOf(1_000))
    expect(outcomeOf(await store.put(PDF))).toBe('full')
    now += DAY_MS
    await store.sweep(() => false, now)
    expect(outcomeOf(await store.put(PDF))).toBe('ok')
  })

  test('lets uploads pass between its slices, and each file ends either kept or gone', async () => {
    const store = await open()
    const shard = 'ab'
    mkdirSync(join(folder.path, shard), { recursive: true })
    const names = Array.from({ length: 3 * SWEEP_SLICE + 1 }, (_, i) => `${shard}${i.toString(16).padStart(62, '0')}`)
    for (const name of names) writeFileSync(join(folder.path, shard, `${name}.pdf`), PDF)
    const again = await open()
    expect(again.figures().files).toBe(names.length)
    let asked = 0
    let askedWhenPut = 0
    const sweeping = again.sweep(() => {
      if (++asked === 1) void again.put(PNG).then(() => (askedWhenPut = asked))
      return false
    }, Date.now() + DAY_MS)
    expect(await sweeping).toBe(names.length)
    expect(askedWhenPut).toBeLessThanOrEqual(2 * SWEEP_SLICE)
    expect(askedWhenPut).toBeGreaterThan(0)
    expect(again.figures()).toEqual({ files: 1, bytes: PNG.length })
    expect(store.figures().files).toBe(0)
  })
})
