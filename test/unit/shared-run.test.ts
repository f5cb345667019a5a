import { describe, expect, test } from 'vitest'
import { sharedRun } from '../../server/shared-run.ts'

/** Work that ends when it is told to, or given up. */
function work() {
  const done = Promise.withResolvers<number>()
  let given: AbortSignal | undefined
  const run = sharedRun(signal => {
    given = signal
    signal.addEventListener('abort', () => done.reject(signal.reason as Error))
    return done.promise
  })
  return { run, finish: done.resolve, fail: done.reject, isAborted: () => given?.aborted }
}

describe('a run shared by those who ask', () => {
  test('answers all of them', async () => {
    const { run, finish } = work()
    const answers = [run.join(), run.join(new AbortController().signal)]
    finish(7)
    expect(await Promise.all(answers)).toEqual([7, 7])
    expect(await run.join()).toBe(7)
    expect(run.isGivenUp()).toBe(false)
  })
  test('goes on while one still waits, and is given up with the last', async () => {
    const { run, isAborted } = work()
    const [one, other] = [new AbortController(), new AbortController()]
    const answers = [run.join(one.signal), run.join(other.signal)]
    one.abort()
    await expect(answers[0]).rejects.toThrow('abort')
    expect([isAborted(), run.isGivenUp()]).toEqual([false, false])
    other.abort()
    await expect(answers[1]).rejects.toThrow('abort')
    expect([isAborted(), run.isGivenUp()]).toEqual([true, true])
  })
  test('who joins and is gone already leaves the others alone', async () => {
    const { run, finish } = work()
    const waiting = run.join()
    await expect(run.join(AbortSignal.abort())).rejects.toThrow('abort')
    finish(1)
    expect(await waiting).toBe(1)
  })
  test('tells its failure to all', async () => {
    const { run, fail } = work()
    const answers = [run.join(), run.join()]
    fail(new Error('the disk is full'))
    for (const answer of answers) await expect(answer).rejects.toThrow('the disk is full')
  })
})
