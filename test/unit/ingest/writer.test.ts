import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWriter, type Rows } from '../../../server/ingest/writer.ts'
import { type ReadingBatch, StoreTrouble } from '../../../server/store/store.ts'

type Commit = { readonly batch: ReadingBatch; readonly succeed: () => void; readonly fail: (error: Error) => void }

/** A store whose commits end when the test says so; the outcome of a row is its value, so that mix-ups show. */
function heldStore() {
  const commits: Commit[] = []
  const append = (batch: ReadingBatch) =>
    new Promise<Uint8Array>((resolve, reject) => {
      commits.push({ batch, succeed: () => resolve(Uint8Array.from(batch.v)), fail: reject })
    })
  return { commits, append }
}
const rows = (...values: number[]): Rows => ({
  n: values.map(() => 1),
  t: values.map((_, i) => i),
  v: values,
  q: values.map(() => 0),
})
const many = (count: number) => rows(...Array.from({ length: count }, () => 0))
const nextTurn = () => new Promise(resolve => setImmediate(resolve))
const sizes = (commits: readonly Commit[]) => commits.map(({ batch }) => batch.n.length)

describe('group commit', () => {
  test('writes a lone sender at once', async () => {
    const { commits, append } = heldStore()
    const written = createWriter(append).write(rows(7))
    await nextTurn()
    expect(sizes(commits)).toEqual([1])
    commits[0]?.succeed()
    expect([...(await written)]).toEqual([7])
  })

  test('gathers what arrives while two commits are under way into the next one', async () => {
    const { commits, append } = heldStore()
    const { write } = createWriter(append)
    const all = [write(rows(1))]
    await nextTurn()
    all.push(write(rows(2)))
    await nextTurn()
    all.push(write(rows(3)), write(rows(4, 5)), write(rows(6)))
    await nextTurn()
    expect(sizes(commits)).toEqual([1, 1])
    commits[0]?.succeed()
    await expect.poll(() => sizes(commits)).toEqual([1, 1, 4])
    for (const { succeed } of commits) succeed()
    expect((await Promise.all(all)).map(one => [...one])).toEqual([[1], [2], [3], [4, 5], [6]])
  })

  test('shares one commit among senders of the same turn', async () => {
    const { commits, append } = heldStore()
    const { write } = createWriter(append)
    const all = Promise.all([write(rows(1)), write(rows(2)), write(rows(3))])
    await nextTurn()
    expect(sizes(commits)).toEqual([3])
    commits[0]?.succeed()
    expect((await all).map(one => [...one])).toEqual([[1], [2], [3]])
  })

  test('fails exactly the senders of a commit that failed', async () => {
    const { commits, append } = heldStore()
    const { write, drained } = createWriter(append)
    const first = write(rows(1))
    await nextTurn()
    const second = [write(rows(2)), write(rows(3))]
    await nextTurn()
    const third = write(rows(4))
    commits[1]?.fail(new StoreTrouble('full', 'no room'))
    expect(await Promise.allSettled(second)).toMatchObject([{ reason: { code: 'full' } }, { reason: { code: 'full' } }])
    await expect.poll(() => commits.length).toBe(3)
    commits[2]?.succeed()
    commits[0]?.succeed()
    expect([...(await first), ...(await third)]).toEqual([1, 4])
    await drained()
  })
})

describe('the bounds of the writer', () => {
  test('5,000 rows share a commit, one more waits for the next', async () => {
    const { commits, append } = heldStore()
    const { write } = createWriter(append)
    const all = [write(many(2_500)), write(many(2_500)), write(many(1))]
    await nextTurn()
    expect(sizes(commits)).toEqual([5_000, 1])
    for (const { succeed } of commits) succeed()
    await Promise.all(all)
  })

  test('one sender with more than 5,000 rows is still written whole', async () => {
    const { commits, append } = heldStore()
    const written = createWriter(append).write(many(6_000))
    await nextTurn()
    expect(sizes(commits)).toEqual([6_000])
    commits[0]?.succeed()
    expect(await written).toHaveLength(6_000)
  })

  test('100,000 rows may wait, the next sender is told to come back and loses nobody else', async () => {
    const { commits, append } = heldStore()
    const { write, drained } = createWriter(append)
    const all = [write(rows(1)), write(rows(1))]
    await nextTurn()
    const blocker = write(rows(1))
    await nextTurn()
    expect(sizes(commits)).toEqual([2, 1])
    all.push(blocker, ...Array.from({ length: 20 }, () => write(many(5_000))))
    await expect(write(rows(9))).rejects.toMatchObject({ name: 'StoreTrouble', code: 'busy' })
    while (commits.length < 22) {
      for (const { succeed } of commits) succeed()
      await nextTurn()
    }
    for (const { succeed } of commits) succeed()
    await Promise.all(all)
    await drained()
    const later = write(rows(3))
    await nextTurn()
    commits.at(-1)?.succeed()
    expect([...(await later)]).toEqual([3])
  })

  test('nothing to write costs no commit', async () => {
    const { commits, append } = heldStore()
    expect(await createWriter(append).write(rows())).toHaveLength(0)
    await nextTurn()
    expect(commits).toHaveLength(0)
  })
})

test('drained waits for what waits and for what is under way', async () => {
  const { commits, append } = heldStore()
  const { write, drained } = createWriter(append)
  await drained()
  let isDrained = false
  const written = write(rows(1))
  const done = drained().then(() => {
    isDrained = true
  })
  await nextTurn()
  await nextTurn()
  expect(isDrained).toBe(false)
  commits[0]?.succeed()
  await Promise.all([written, done])
  expect(isDrained).toBe(true)
})

test('every sender gets its own rows back, in the order of arrival, whatever fails in between', async () => {
  const step = fc.record({ count: fc.integer({ min: 0, max: 4 }), waits: fc.boolean(), fails: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async steps => {
      const fates = steps.map(({ fails }) => fails)
      const order: number[] = []
      const { write, drained } = createWriter(async batch => {
        order.push(...batch.v)
        await nextTurn()
        if (fates.pop()) throw new StoreTrouble('io', 'once')
        return Uint8Array.from(batch.v, v => v % 256)
      })
      let next = 0
      const sent: { values: number[]; written: Promise<Uint8Array> }[] = []
      for (const { count, waits } of steps) {
        const values = Array.from({ length: count }, () => next++)
        const written = write(rows(...values))
        written.catch(() => undefined)
        sent.push({ values, written })
        if (waits) await nextTurn()
      }
      await drained()
      expect(order).toEqual(Array.from({ length: next }, (_, i) => i))
      for (const { values, written } of sent)
        expect(
          await written.then(
            one => [...one],
            () => values.map(v => v % 256),
          ),
        ).toEqual(values.map(v => v % 256))
    }),
    { numRuns: 60 },
  )
})
