// The store as panels meet it: subscriptions per series, the coarse clock, and nothing that looks live on a dead line.
import { expect, test, vi } from 'vitest'
import { createLiveStore, type LiveStore } from '../../../../client/live/live-store.ts'
import { LINK_LOST_MS, TICK_MS } from '../../../../shared/freshness.ts'
import { aSeries, createTestClock, frameBytesOf, type Point } from './builders.ts'

const SERVER = 1_790_000_000_000
const catalogue = [aSeries({ n: 0, device: 'a' }), aSeries({ n: 1, device: 'b' })]

function started(points: readonly Point[] = []) {
  const clock = createTestClock()
  const store = createLiveStore(clock)
  const stop = store.run()
  snapshotOf(store, 5, points)
  return { clock, store, stop }
}
function snapshotOf(store: LiveStore, seq: number, points: readonly Point[], serverTime = SERVER): void {
  store.takeHello(serverTime)
  store.takeCatalogue({ scope: 'province', series: catalogue })
  store.takeSnapshot({ epoch: 1, seq, serverTime, frame: frameBytesOf(seq, seq, points) })
}

test('hello alone sets the clock but proves no picture', () => {
  const store = createLiveStore(createTestClock())
  store.takeHello(SERVER)
  expect(store.moment()).toMatchObject({ serverNow: SERVER, link: { kind: 'connecting' } })
})

test('a panel hears of its own series only', () => {
  const { store } = started()
  const [a, b] = [vi.fn(), vi.fn()]
  store.onSeries('a.water_level', a)
  store.onSeries('b.water_level', b)
  store.takeFrame(frameBytesOf(5, 6, [[0, SERVER, 1.5]]))
  expect([a.mock.calls.length, b.mock.calls.length]).toEqual([1, 0])
})

test('a removed listener is not called, and one added twice is removed once', () => {
  const { store } = started()
  const heard = vi.fn()
  const remove = store.onSeries('a.water_level', heard)
  store.onSeries('a.water_level', heard)
  remove()
  store.takeFrame(frameBytesOf(5, 6, [[0, SERVER, 1.5]]))
  expect(heard).toHaveBeenCalledOnce()
})

test('the clock turns on the full second of server time, so that all screens turn together', () => {
  const { clock, store, stop } = started()
  const seen: number[] = []
  store.takeTick({ serverTime: SERVER + 400, readingsLastMinute: 7 })
  store.onMoment(() => seen.push((store.moment().serverNow ?? 0) % 1_000))
  clock.advance(3_000)
  expect(seen.slice(1).every(intoSecond => intoSecond < 50)).toBe(true)
  stop()
  const count = seen.length
  clock.advance(5_000)
  expect(seen.length).toBe(count)
})

test('ages run on the monotonic clock from the last tick', () => {
  const { clock, store } = started([[0, SERVER - 3_000, 1]])
  clock.advance(4_000)
  const { serverNow, state } = store.moment()
  const age = (serverNow ?? 0) - (state.t[0] ?? 0)
  expect(Math.abs(age - 7_000)).toBeLessThan(1_100)
})

test('ticks keep the link alive; silence for 12 s loses it, and the first snapshot brings it back', () => {
  const { clock, store } = started()
  for (let i = 1; i <= 4; i++) {
    clock.advance(TICK_MS)
    store.takeTick({ serverTime: SERVER + i * TICK_MS, readingsLastMinute: i })
  }
  expect(store.moment().link.kind).toBe('live')
  clock.advance(LINK_LOST_MS + 1_000)
  expect(store.moment().link).toEqual({ kind: 'lost', since: SERVER + 4 * TICK_MS })
  store.takeHello(SERVER + 60_000)
  expect(store.moment().link.kind).toBe('lost')
  snapshotOf(store, 9, [], SERVER + 60_000)
  expect(store.moment().link.kind).toBe('live')
})

test('a new catalogue leaves the old picture in place until its snapshot is here', () => {
  const { store } = started([[0, SERVER, 1.5]])
  store.takeCatalogue({ scope: 'province', series: [...catalogue, aSeries({ n: 2, device: 'c' })] })
  expect(store.moment().state.v[0]).toBe(1.5)
  const before = store.revisionOf('a.water_level')
  store.takeSnapshot({ epoch: 1, seq: 7, serverTime: SERVER, frame: frameBytesOf(7, 7, [[2, SERVER, 3]]) })
  expect(store.moment().state.catalogue.length).toBe(3)
  expect(store.revisionOf('a.water_level')).not.toBe(before)
})

test.each([undefined, null, 7, 'frame', [], [0, 1], {}, new Uint8Array(3), new ArrayBuffer(40)])(
  '%j is no frame: it counts as missed and hurts nobody',
  body => {
    const { store } = started([[0, SERVER, 1.5]])
    expect(store.takeFrame(body)).toBe('gap')
    expect(store.moment().state.v[0]).toBe(1.5)
  },
)

test('bytes are understood as a view and as a buffer', () => {
  const { store } = started()
  const bytes = (seq: number) => frameBytesOf(seq - 1, seq, [[0, SERVER, seq]])
  const inLarger = new Uint8Array(500)
  inLarger.set(bytes(6), 3)
  expect(store.takeFrame(inLarger.subarray(3, 3 + bytes(6).byteLength))).toBe('applied')
  expect(store.takeFrame(bytes(7).slice().buffer)).toBe('applied')
  expect(store.moment().state.v[0]).toBe(7)
})
