// How much processor time a page's own script takes in each frame, read from the browser's trace: thread time, so that waiting for a
// busy machine doesn't count.
import type { CDPSession } from 'playwright-core'
import { z } from 'zod'

const eventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().optional(),
  tdur: z.number().optional(),
})
type TraceEvent = z.infer<typeof eventSchema>

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'devtools.timeline.frame', 'v8']
/** What runs script, whoever called it; the outermost counts. */
const SCRIPT = new Set([
  'FireAnimationFrame',
  'TimerFire',
  'EventDispatch',
  'FunctionCall',
  'EvaluateScript',
  'RunMicrotasks',
])
/** The page hands its frame over. */
const FRAME = 'BeginCommitCompositorFrame'
const CALLBACK = 'FireAnimationFrame'

export type ScriptTime = { readonly frameMs: readonly number[]; readonly collections: number; readonly seconds: number }

export async function traceScript(session: CDPSession, seconds: number): Promise<ScriptTime> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: unknown[] }) => {
    for (const one of value) {
      const event = eventSchema.safeParse(one)
      if (event.success && (event.data.ph === 'X' || event.data.name === FRAME)) events.push(event.data)
    }
  }
  session.on('Tracing.dataCollected', collect)
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: [...CATEGORIES] },
  })
  await new Promise(resolve => setTimeout(resolve, seconds * 1_000))
  const complete = new Promise(resolve => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
  session.off('Tracing.dataCollected', collect)
  return { ...scriptTimeOf(events), seconds }
}

/**
 * A frame is everything that ran since the last one was handed over, also outside of its callbacks. One without callbacks is none.
 */
export function scriptTimeOf(events: readonly TraceEvent[]): Omit<ScriptTime, 'seconds'> {
  const thread = busiestThread(events)
  const own = events
    .filter(({ pid, tid }) => `${pid}/${tid}` === thread)
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  const frameMs: number[] = []
  let ofFrame = 0
  let hasCallback = false
  let scriptEnd = Number.NEGATIVE_INFINITY
  let collections = 0
  for (const { name, ts, dur = 0, tdur = dur } of own) {
    if (name === 'MinorGC' || name === 'MajorGC') collections += 1
    if (name === FRAME) {
      if (hasCallback) frameMs.push(ofFrame)
      ofFrame = 0
      hasCallback = false
    }
    if (!SCRIPT.has(name) || ts < scriptEnd) continue
    scriptEnd = ts + dur
    hasCallback ||= name === CALLBACK
    ofFrame += tdur / 1_000
  }
  return { frameMs, collections }
}

function busiestThread(events: readonly TraceEvent[]): string {
  const callbacks = events.filter(({ name }) => name === CALLBACK)
  const byThread = [...Map.groupBy(callbacks, ({ pid, tid }) => `${pid}/${tid}`)]
  return byThread.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? ''
}
