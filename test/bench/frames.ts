// What a frame costs to make and to read, and what one flush of the hub costs with many series and many screens.

import { createHub, type Screen } from '../../server/live/hub.ts'
import { createLatest } from '../../server/live/latest.ts'
import { decodeFrame, encodeFrame, type Frame } from '../../shared/frame.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { inMillis, type Line, median, type Section } from './statistics.ts'

const SERIES = 2_000
const SCREENS = 50
const REPEATS = 5

export async function measureFrames({ isQuick }: { isQuick: boolean }): Promise<Section> {
  const rounds = isQuick ? 200 : 1_000
  const frame = aFrame(0)
  const bytes = encodeFrame(frame)
  const text = asJson(frame)
  const works = {
    encode: () => void encodeFrame(frame),
    decode: () => void decodeFrame(bytes),
    stringify: () => void asJson(frame),
    parse: () => void JSON.parse(text),
  }
  const nanoseconds: Record<keyof typeof works, number[]> = { encode: [], decode: [], stringify: [], parse: [] }
  for (let repeat = 0; repeat < REPEATS; repeat++)
    for (const name of Object.keys(works) as (keyof typeof works)[])
      nanoseconds[name].push((timeOf(works[name], rounds) * 1e6) / SERIES)
  const cost = (name: keyof typeof works, json: keyof typeof works): Line => {
    const [mine, theirs] = [median(nanoseconds[name]), median(nanoseconds[json])]
    return {
      name: `${name} a reading`,
      value: `${mine.toFixed(1)} ns`,
      note: `${(mine / theirs).toFixed(2)} of JSON (${theirs.toFixed(0)} ns)`,
    }
  }
  const [inStep, outOfStep] = [await flushMs({ isInStep: true }), await flushMs({ isInStep: false })]
  return {
    title: 'Frames',
    about: `Frames of ${SERIES.toLocaleString('en')} readings; hub without sockets, ${SERIES.toLocaleString('en')} changed series, ${SCREENS} screens. Median of ${REPEATS}.`,
    lines: [
      cost('encode', 'stringify'),
      cost('decode', 'parse'),
      {
        name: 'size a reading',
        value: `${(bytes.length / SERIES).toFixed(1)} B`,
        note: `JSON ${(text.length / SERIES).toFixed(1)} B`,
      },
      { name: 'one flush, screens in step', value: inMillis(inStep), note: 'the bytes are made once' },
      {
        name: 'one flush, every screen at another frame',
        value: inMillis(outOfStep),
        note: `they are made ${SCREENS} times`,
      },
    ],
  }
}

function aFrame(step: number): Frame {
  const now = 1_750_000_000_000 + step * 1_000
  return {
    epoch: 1,
    fromSeq: 0,
    seq: 1,
    n: Uint32Array.from({ length: SERIES }, (_, i) => i),
    t: Float64Array.from({ length: SERIES }, (_, i) => now + (i % 250)),
    v: Float64Array.from({ length: SERIES }, (_, i) => ((i * 37 + step) % 1_000) / 100),
    q: new Uint8Array(SERIES),
  }
}

const asJson = ({ n, t, v, q }: Frame): string => JSON.stringify([...n].map((one, i) => [one, t[i], v[i], q[i]]))

/** Milliseconds of one call. */
function timeOf(work: () => void, rounds: number): number {
  for (let i = 0; i < rounds / 5; i++) work()
  const startedAt = performance.now()
  for (let i = 0; i < rounds; i++) work()
  return (performance.now() - startedAt) / rounds
}

async function flushMs({ isInStep }: { isInStep: boolean }): Promise<number> {
  const hub = createHub({ latest: createLatest(), epoch: 1, now: () => 0, villagesOf: () => new Set(['village']) })
  hub.setCatalogue(Array.from({ length: SERIES }, (_, n) => aSeries(n)))
  let answers: (() => void)[] = []
  const screen: Screen = {
    catalogue: () => undefined,
    snapshot: () => undefined,
    frame: () => new Promise(resolve => answers.push(resolve)),
    letGo: () => undefined,
  }
  for (let i = 0; i < SCREENS; i++) hub.watch('province', screen)
  let step = 0
  const flush = () => {
    hub.publish(aFrame(step++))
    const startedAt = performance.now()
    hub.flush()
    return performance.now() - startedAt
  }
  /** Lets the first `count` screens that owe an answer give it. */
  const answer = async (count: number) => {
    const given = answers.slice(0, count)
    answers = answers.slice(count)
    for (const one of given) one()
    await Promise.resolve()
  }
  const times: number[] = []
  for (let repeat = 0; repeat < REPEATS * 4; repeat++) {
    // Out of step: one screen answers between two flushes, so that each was last served at another frame.
    for (let i = 0; !isInStep && i < SCREENS; i++) {
      flush()
      await answer(1)
    }
    await answer(SCREENS)
    times.push(flush())
  }
  return median(times.slice(REPEATS))
}

const aSeries = (n: number): CatalogueSeries => ({
  n,
  id: `gauge-${n}.water_level`,
  device: `gauge-${n}`,
  deviceName: 'gauge',
  village: 'village',
  quantity: 'water_level',
  unit: 'm',
  lon: 105.8,
  lat: 10.5,
  intervalMs: 10_000,
  source: 'measured',
})
