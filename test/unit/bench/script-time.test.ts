// Script time of frames out of a browser's trace.
import { expect, test } from 'vitest'
import { scriptTimeOf } from '../../bench/script-time.ts'

const at = (name: string, ts: number, dur = 0, tdur = dur, tid = 1) => ({ name, ph: 'X', pid: 9, tid, ts, dur, tdur })
const handedOver = (ts: number) => at('BeginCommitCompositorFrame', ts)

test('a frame is everything since the last one was handed over, in thread time', () => {
  const { frameMs } = scriptTimeOf([
    at('TimerFire', 0, 3_000, 1_000),
    at('FireAnimationFrame', 5_000, 2_000),
    at('FireAnimationFrame', 8_000, 500),
    handedOver(9_000),
    at('FireAnimationFrame', 20_000, 4_000),
    handedOver(25_000),
  ])
  expect(frameMs).toEqual([3.5, 4])
})

test('what a callback calls is not counted twice', () => {
  const { frameMs } = scriptTimeOf([
    at('FireAnimationFrame', 0, 2_000),
    at('FunctionCall', 100, 1_800),
    at('MinorGC', 500, 300),
    handedOver(3_000),
  ])
  expect(frameMs).toEqual([2])
})

test('a frame in which nothing of the page ran is none, and other threads do not count', () => {
  const { frameMs, collections } = scriptTimeOf([
    at('FireAnimationFrame', 0, 1_000),
    at('MajorGC', 1_200, 100),
    handedOver(1_500),
    handedOver(2_000),
    at('FunctionCall', 2_500, 9_000, 9_000, 2),
    at('FireAnimationFrame', 3_000, 1_000),
    handedOver(5_000),
  ])
  expect(frameMs).toEqual([1, 1])
  expect(collections).toBe(1)
})
