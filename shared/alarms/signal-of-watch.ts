// Which signal a watch's rule asks for. Pure.
import type { Rule } from './rule.ts'
import {
  createReferenceDeviation,
  type Distance,
  REFERENCE_INPUT,
  type ReadingSignal,
  signalOfEach,
  VALUE,
} from './signal.ts'
import { createAqi } from './signal-aqi.ts'
import { createCount } from './signal-count.ts'
import { createChange, createMeanDeviation, createSurge } from './signal-past.ts'
import type { Watch, WatchedSeries } from './watch.ts'

/** Undefined for what isn't made of readings alone: silence (signal-silence.ts), the programme, and a reference that is missing. */
export function createSignal({ rule, inputs }: Pick<Watch, 'rule' | 'inputs'>): ReadingSignal | undefined {
  const { signal, side } = rule
  const [main] = inputs
  if (!main) return undefined
  switch (signal.kind) {
    case 'value':
    case 'flood':
      return VALUE
    case 'state':
      return signalOfEach(v => (v === signal.value ? 1 : 0))
    case 'change':
      return createChange(signal.overMs, main)
    case 'deviation':
      return createDeviation(signal, inputs)
    case 'count':
      return createCount(signal, side, main)
    case 'aqi':
      return createAqi(inputs)
    case 'surge':
      return createSurge(signal.nights, signal.atLeast, main)
    case 'silence':
    case 'programme':
      return undefined
    default:
      return signal satisfies never
  }
}

type Deviation = Extract<Rule['signal'], { readonly kind: 'deviation' }>

function createDeviation(
  { reference, isAbsolute }: Deviation,
  inputs: readonly WatchedSeries[],
): ReadingSignal | undefined {
  const distance: Distance = (v, from) => (isAbsolute ? Math.abs(v - from) : v - from)
  switch (reference.kind) {
    case 'constant':
      return signalOfEach(v => distance(v, reference.value))
    case 'own-mean':
      return createMeanDeviation(reference.overMs, distance)
    case 'series': {
      const series = inputs[REFERENCE_INPUT]
      return series && createReferenceDeviation(series, distance)
    }
    default:
      return reference satisfies never
  }
}
