// Short messages: how many, for how long, and what keeps them.
import { expect, test } from 'vitest'
import { createToasts, MAX_TOASTS, TOAST_MS } from '../../../../client/kit/toasts.ts'

/** A clock that only moves when told to. */
function handClock() {
  let now = 0
  const due = new Map<symbol, { readonly at: number; readonly run: () => void }>()
  return {
    after: (ms: number, run: () => void) => {
      const key = Symbol('timer')
      due.set(key, { at: now + ms, run })
      return () => void due.delete(key)
    },
    pass: (ms: number) => {
      now += ms
      for (const [key, { at, run }] of due)
        if (at <= now) {
          due.delete(key)
          run()
        }
    },
    waiting: () => due.size,
  }
}

function stage() {
  const clock = handClock()
  const toasts = createToasts({ after: clock.after })
  return { clock, toasts, texts: () => toasts.list().map(({ text }) => text) }
}

test('a message goes after its time, not before', () => {
  const { clock, toasts, texts } = stage()
  toasts.tell('done', 'Đã lưu')
  clock.pass(TOAST_MS - 1)
  expect(texts()).toEqual(['Đã lưu'])
  clock.pass(1)
  expect(texts()).toEqual([])
})

test('an error stays until it is put away', () => {
  const { clock, toasts, texts } = stage()
  toasts.tell('error', 'Không lưu được')
  clock.pass(100 * TOAST_MS)
  expect(texts()).toEqual(['Không lưu được'])
  toasts.dismiss(toasts.list()[0]?.id ?? -1)
  expect(texts()).toEqual([])
})

test('no more stand than there is room for: the oldest gives way and its timer with it', () => {
  const { clock, toasts, texts } = stage()
  for (let count = 1; count <= MAX_TOASTS; count++) toasts.tell('info', `tin ${count}`)
  expect(texts()[0]).toBe('tin 1')
  toasts.tell('info', 'tin mới')
  expect(texts()).toHaveLength(MAX_TOASTS)
  expect(texts()).not.toContain('tin 1')
  expect(clock.waiting()).toBe(MAX_TOASTS)
})

test('while somebody reads, nothing goes; afterwards each has its whole time again', () => {
  const { clock, toasts, texts } = stage()
  toasts.tell('info', 'tin')
  toasts.hold()
  clock.pass(10 * TOAST_MS)
  expect(texts()).toEqual(['tin'])
  toasts.release()
  toasts.release()
  expect(clock.waiting()).toBe(1)
  clock.pass(TOAST_MS)
  expect(texts()).toEqual([])
})

test('a change is told, and nothing is told for a message that is gone', () => {
  const { toasts } = stage()
  let told = 0
  const remove = toasts.onChange(() => (told += 1))
  toasts.tell('info', 'tin')
  toasts.dismiss(1)
  toasts.dismiss(1)
  expect(told).toBe(2)
  remove()
  toasts.tell('info', 'tin')
  expect(told).toBe(2)
})

test('stopped, no timer is left', () => {
  const { clock, toasts } = stage()
  toasts.tell('info', 'một')
  toasts.tell('done', 'hai')
  toasts.stop()
  expect(clock.waiting()).toBe(0)
})
