// A page reloads once for a reason and never becomes a loop.
import { expect, test, vi } from 'vitest'
import { reloadOnceFor, reloadOnceIfServed } from '../../../../client/live/page-reload.ts'

function aPage(isForgetful = false) {
  const kept = new Map<string, string>()
  const reload = vi.fn()
  const sessionStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (isForgetful) throw new Error('storage is off')
      kept.set(key, value)
    },
  }
  return { reload, page: { sessionStorage, location: { reload } } as unknown as Window }
}

test('once for each reason', () => {
  const { page, reload } = aPage()
  expect([reloadOnceFor('protocol-2', page), reloadOnceFor('protocol-2', page)]).toEqual([true, false])
  expect(reloadOnceFor('graphics', page)).toBe(true)
  expect(reload).toHaveBeenCalledTimes(2)
})

test('not at all where nothing can be remembered', () => {
  const { page, reload } = aPage(true)
  expect(reloadOnceFor('protocol-2', page)).toBe(false)
  expect(reload).not.toHaveBeenCalled()
})

test('not while the station is away: the reason is kept for when it is there', async () => {
  const { page, reload } = aPage()
  expect(await reloadOnceIfServed('graphics', page, async () => false)).toBe(false)
  expect(reload).not.toHaveBeenCalled()
  expect(await reloadOnceIfServed('graphics', page, async () => true)).toBe(true)
  expect(await reloadOnceIfServed('graphics', page, async () => true)).toBe(false)
  expect(reload).toHaveBeenCalledTimes(1)
})
