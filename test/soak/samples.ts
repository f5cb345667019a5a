// One look at everything that could grow on a page, after a forced collection, and at the sockets of the server.
import type { CDPSession, Page } from 'playwright-core'
import type { Metric } from './drift.ts'
import { holdingsOf } from './page-probe.ts'

export type Sample = {
  readonly heap: number
  readonly nodes: number
  readonly detached: number
  readonly listeners: number
  readonly documents: number
  readonly contexts: number
  readonly buffers: number
  readonly textures: number
  readonly otherGraphics: number
  /** As the page counts them, and as the server does. */
  readonly sockets: number
  readonly screens: number
}

export async function takeSample(page: Page, session: CDPSession, screens: () => Promise<number>): Promise<Sample> {
  // Before the collection, which at this speed of time is a pause in which a line counts as lost.
  const sockets = { sockets: (await holdingsOf(page)).sockets, screens: await screens() }
  // Twice: what the first one finalises is only free after the second.
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN
  const { nodes: inDocument, ...holdings } = await holdingsOf(page)
  return {
    heap: of('JSHeapUsedSize') / 1e6,
    nodes: of('Nodes'),
    // The browser's own parts are among them: only growth says something.
    detached: Math.max(0, of('Nodes') - inDocument),
    listeners: of('JSEventListeners'),
    documents: of('Documents'),
    ...holdings,
    ...sockets,
  }
}

/** @param samples after the warm-up */
export function metricsOf(samples: readonly Sample[]): Metric[] {
  const of = (id: keyof Sample, name: string, unit = ''): Metric => ({
    id,
    name,
    unit,
    values: samples.map(one => one[id]),
  })
  return [
    of('heap', 'script heap after collection', 'MB'),
    of('nodes', 'nodes'),
    { ...of('detached', 'nodes outside the document (detached)'), outOf: samples.map(({ nodes }) => nodes) },
    of('listeners', 'event listeners'),
    of('documents', 'documents'),
    of('contexts', 'graphics contexts'),
    of('buffers', 'graphics buffers'),
    of('textures', 'textures'),
    of('otherGraphics', 'programs, shaders, vertex arrays, frame buffers'),
    of('sockets', 'sockets of the page'),
    of('screens', 'screens connected to the server'),
  ]
}
