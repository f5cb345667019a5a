// What watching costs: 2,000 rules over 5,000 readings a second, beside the same loop over the same readings with nothing to
// watch; once with each rule at one device, once at ten. And a storm.
import { createEvaluation, type Evaluation } from '../../shared/alarms/evaluation.ts'
import type { Rule, Signal } from '../../shared/alarms/rule.ts'
import type { Watch } from '../../shared/alarms/watch.ts'
import { type WatchedWorld, watchesOf } from '../../shared/alarms/watches.ts'
import type { FrameColumns } from '../../shared/frame.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { inMillis, type Line, median, percentile, type Section } from './statistics.ts'

const RULES = 2_000
const READINGS_PER_SECOND = 5_000
const FRAMES_PER_SECOND = 20
const DEVICES = 50
const QUANTITIES = 20
const SERIES = DEVICES * QUANTITIES
const GOAL_SHARE = 0.2
const REPEATS = 5
const STORM_ALARMS = 500
const STORM_SECONDS = 60
const DELAY_MS = 300
const FIRST_T = 1_750_000_000_000
/** Every series is heard every 200 ms: it says that it is expected so often. */
const INTERVAL_MS = (SERIES * 1_000) / READINGS_PER_SECOND

export async function measureAlarms({ isQuick }: { isQuick: boolean }): Promise<Section> {
  const seconds = isQuick ? 5 : 20
  const frames = framesOf(seconds, wandering)
  const [narrow, wide] = [watchesAt(1), watchesAt(10)]
  const shares = { none: [] as number[], narrow: [] as number[], wide: [] as number[] }
  for (let repeat = 0; repeat < (isQuick ? 3 : REPEATS); repeat++) {
    shares.none.push(shareOf([], frames, seconds))
    shares.narrow.push(shareOf(narrow, frames, seconds))
    shares.wide.push(shareOf(wide, frames, seconds))
  }
  const [none, one, many] = [median(shares.none), median(shares.narrow), median(shares.wide)]
  const cost = (name: string, share: number, watches: number): Line => ({
    name,
    value: inPercent(share),
    note: `${(share / none).toFixed(0)} × as much; ${((share * 1e9) / READINGS_PER_SECOND / (watches / SERIES)).toFixed(0)} ns a reading and watch`,
    goal: { text: `under ${GOAL_SHARE * 100} %`, isMet: share < GOAL_SHARE },
  })
  const storm = stormOf()
  return {
    title: 'Alarms',
    about: `${RULES.toLocaleString('en')} rules of every kind of signal, ${READINGS_PER_SECOND.toLocaleString('en')} readings/s of ${SERIES.toLocaleString('en')} series, the clock asked every second. Share of one core, median of ${shares.none.length} × ${seconds} s of readings.`,
    lines: [
      {
        name: 'nothing watched',
        value: inPercent(none),
        note: `${((none * 1e9) / READINGS_PER_SECOND).toFixed(1)} ns a reading`,
      },
      cost(`each rule at one device (${narrow.length.toLocaleString('en')} watches)`, one, narrow.length),
      cost(`each rule at ten devices (${wide.length.toLocaleString('en')} watches)`, many, wide.length),
      {
        name: `storm of ${STORM_ALARMS} alarms in ${STORM_SECONDS} s, a frame, p99`,
        value: inMillis(percentile(storm.frameMs, 0.99)),
        note: `all ${storm.raised} raised; worst ${inMillis(Math.max(...storm.frameMs))}`,
      },
    ],
  }
}

const inPercent = (share: number): string => `${(share * 100).toFixed(share < 0.01 ? 3 : 1)} %`

/** Processor seconds for a second of readings. */
function shareOf(watches: readonly Watch[], frames: readonly FrameColumns[], seconds: number): number {
  const evaluation = createEvaluation({ watches, activeLevels: new Map() })
  run(evaluation, frames.slice(0, FRAMES_PER_SECOND))
  const before = process.cpuUsage()
  const changes = run(evaluation, frames.slice(FRAMES_PER_SECOND))
  const { user, system } = process.cpuUsage(before)
  if (changes === 0 && watches.length > 0) throw new Error('nothing was found in what should raise alarms')
  return (user + system) / 1e6 / (seconds - 1)
}

function run(evaluation: Evaluation, frames: readonly FrameColumns[]): number {
  let changes = 0
  for (const [i, frame] of frames.entries()) {
    const now = frame.t.at(-1) ?? 0
    changes += evaluation.take(frame, now).length
    if (i % FRAMES_PER_SECOND === 0) changes += evaluation.advance(now).length
  }
  return changes
}

/** Between 1 and 9, each series in its own time; now and then a spike. */
const wandering = (n: number, second: number): number =>
  (n * 7 + Math.floor(second * 5) * 13) % 997 === 0 ? 20 : 5 + 4 * Math.sin(n + second / 3)

function framesOf(seconds: number, valueOf: (n: number, second: number) => number): readonly FrameColumns[] {
  const size = READINGS_PER_SECOND / FRAMES_PER_SECOND
  return Array.from({ length: seconds * FRAMES_PER_SECOND }, (_, frame) => {
    const at = (i: number) => frame * size + i
    return {
      n: Uint32Array.from({ length: size }, (_one, i) => at(i) % SERIES),
      t: Float64Array.from({ length: size }, (_one, i) => FIRST_T + (at(i) * 1_000) / READINGS_PER_SECOND),
      v: Float64Array.from({ length: size }, (_one, i) => valueOf(at(i) % SERIES, at(i) / READINGS_PER_SECOND)),
      q: new Uint8Array(size),
    }
  })
}

const SIGNALS: readonly Signal[] = [
  { kind: 'value' },
  { kind: 'value' },
  { kind: 'value' },
  { kind: 'value' },
  { kind: 'change', overMs: 10_000 },
  { kind: 'deviation', reference: { kind: 'own-mean', overMs: 10_000 }, isAbsolute: true },
  { kind: 'deviation', reference: { kind: 'constant', value: 5 }, isAbsolute: true },
  { kind: 'count', of: 'beyond', at: 9, overMs: 10_000 },
  { kind: 'silence', of: 'series' },
  { kind: 'flood' },
]
const WORDS = { vi: 'đo tốc độ', en: 'benchmark' }

/** Each rule at so many devices. */
function watchesAt(devices: number, signals = SIGNALS): readonly Watch[] {
  const rules = Array.from({ length: RULES }, (_, i): { rule: Rule; version: number } => ({
    version: 1,
    rule: {
      id: `r${i}`,
      name: WORDS,
      cause: WORDS,
      consequence: WORDS,
      action: WORDS,
      responder: WORDS,
      quantity: quantityOf(i),
      scope: { villages: null, devices: devicesFrom(i, devices), except: [] },
      signal: signals[i % signals.length] ?? { kind: 'value' },
      side: 'high',
      levels: [
        { name: 'H', at: 9.5, priority: 'low' },
        { name: 'HH', at: 15, priority: 'high' },
      ],
      deadband: 0.5,
      onDelayMs: i % 2 === 0 ? 0 : DELAY_MS,
      offDelayMs: DELAY_MS,
      isLatching: false,
      reAlarmMs: null,
      hours: null,
      suppressedBy: null,
      respondWithinMs: 60_000,
      isOn: true,
      basis: { kind: 'internal', source: WORDS },
    },
  }))
  return watchesOf(rules, world).watches
}

const quantityOf = (i: number): string => `q${i % QUANTITIES}`
const deviceOf = (i: number): string => `device-${Math.floor(i / QUANTITIES) % DEVICES}`
const devicesFrom = (i: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => deviceOf(i + at * QUANTITIES * (DEVICES / count)))

const world: WatchedWorld = {
  registry: { villages: [], gauges: [], quantities: [] },
  catalogue: Array.from(
    { length: SERIES },
    (_, n): CatalogueSeries => ({
      n,
      id: `${deviceOf(n)}.${quantityOf(n)}`,
      device: deviceOf(n),
      deviceName: deviceOf(n),
      village: 'village',
      quantity: quantityOf(n),
      unit: '1',
      lon: 105.8,
      lat: 10.5,
      intervalMs: INTERVAL_MS,
      source: 'measured',
    }),
  ),
}

/** One series after the other goes beyond its two rules and stays there, among the ordinary readings of the others. */
function stormOf(): { readonly raised: number; readonly frameMs: readonly number[] } {
  const rules = watchesAt(1, [{ kind: 'value' }])
  const evaluation = createEvaluation({ watches: rules, activeLevels: new Map() })
  const rulesOfASeries = RULES / SERIES
  const frames = framesOf(STORM_SECONDS, (n, second) =>
    n < Math.ceil(((Math.floor(second) + 1) / STORM_SECONDS) * (STORM_ALARMS / rulesOfASeries)) ? 20 : 5,
  )
  const raised = new Set<string>()
  const frameMs = frames.map((frame, i) => {
    const now = frame.t.at(-1) ?? 0
    const startedAt = performance.now()
    const changes = [...evaluation.take(frame, now), ...(i % FRAMES_PER_SECOND === 0 ? evaluation.advance(now) : [])]
    const took = performance.now() - startedAt
    for (const { alarm } of changes) raised.add(alarm)
    return took
  })
  for (const { alarm } of evaluation.advance((frames.at(-1)?.t.at(-1) ?? 0) + DELAY_MS)) raised.add(alarm)
  if (raised.size !== STORM_ALARMS) throw new Error(`a storm of ${STORM_ALARMS} raised ${raised.size} alarms`)
  return { raised: raised.size, frameMs }
}
