import { describe, expect, it } from 'vitest'
import {
  HELP_MS,
  RELOAD_PAUSE_MS,
  SILENT_MS,
  type Sight,
  SLEPT_MS,
  STALLED_MS,
  type Step,
  startWatch,
  type Watch,
  watchOver,
} from '../../../../client/displays/watchdog.ts'

const SECOND = 1_000
const well: Omit<Sight, 'now' | 'frameAt' | 'heardAt'> = {
  isHidden: false,
  isAnswering: undefined,
  msSinceReload: undefined,
}
type About = (now: number) => Partial<Sight>

/** Checks every second until `until`, probes answered as the station is; says what was done, and when. */
function live(
  about: About,
  { from = startWatch(0), until, isThere = true }: { from?: Watch; until: number; isThere?: boolean },
) {
  const acts: { readonly at: number; readonly act: Step['act'] }[] = []
  let watch = from
  let isAnswering: boolean | undefined
  for (let now = watch.checkedAt + SECOND; now <= until; now += SECOND) {
    const step = watchOver(watch, { ...well, now, frameAt: now, heardAt: now, isAnswering, ...about(now) })
    watch = step.watch
    isAnswering = step.act === 'probe' ? isThere : undefined
    if (step.act !== 'none' && step.act !== 'probe') acts.push({ at: now, act: step.act })
  }
  return { watch, acts }
}

describe('the watchdog of a wall', () => {
  it('does nothing while frames are drawn and messages come', () => {
    const { watch, acts } = live(() => ({}), { until: 600 * SECOND })
    expect(acts).toEqual([])
    expect(watch.ailment).toBeUndefined()
  })

  it('calls ten seconds without a frame a stall, and a millisecond less none', () => {
    const at = (now: number) =>
      watchOver({ ...startWatch(0), checkedAt: now - 1 }, { ...well, now, frameAt: 0, heardAt: now })
    expect(at(STALLED_MS - 1).watch.ailment).toBeUndefined()
    expect(at(STALLED_MS)).toMatchObject({ watch: { ailment: 'stalled' }, act: 'probe' })
  })

  it('calls half a minute without a message silence, and a millisecond less none', () => {
    const at = (now: number) =>
      watchOver({ ...startWatch(0), checkedAt: now - 1 }, { ...well, now, frameAt: now, heardAt: 0 })
    expect(at(SILENT_MS - 1).watch.ailment).toBeUndefined()
    expect(at(SILENT_MS)).toMatchObject({ watch: { ailment: 'silent' }, act: 'probe' })
  })

  it('builds the content anew first, and loads the page anew when that did not help in time', () => {
    const { acts } = live(() => ({ frameAt: 0 }), { until: 60 * SECOND })
    expect(acts[0]).toEqual({ at: STALLED_MS + SECOND, act: 'remount' })
    expect(acts[1]).toEqual({ at: STALLED_MS + SECOND + HELP_MS + SECOND, act: 'reload' })
  })

  it('neither rebuilds nor reloads while the station does not answer, however long', () => {
    expect(live(() => ({ heardAt: 0 }), { until: 3_600 * SECOND, isThere: false }).acts).toEqual([])
    expect(live(() => ({ frameAt: 0 }), { until: 3_600 * SECOND, isThere: false }).acts).toEqual([])
  })

  it('does not reload once the station is gone after the content was built anew', () => {
    const { watch } = live(() => ({ heardAt: 0 }), { until: 40 * SECOND })
    expect(watch.remountedAt).toBeDefined()
    expect(live(() => ({ heardAt: 0 }), { from: watch, until: 3_600 * SECOND, isThere: false }).acts).toEqual([])
  })

  it('takes a page that draws again for well after the time it had, and starts over with the next trouble', () => {
    const helped = live(now => ({ frameAt: now < 12 * SECOND ? 0 : now }), { until: 60 * SECOND })
    expect(helped.acts.map(({ act }) => act)).toEqual(['remount'])
    expect(helped.watch.remountedAt).toBeUndefined()
    const again = live(() => ({ frameAt: 60 * SECOND }), { from: helped.watch, until: 75 * SECOND })
    expect(again.acts.map(({ act }) => act)).toEqual(['remount'])
  })

  it('reloads again only when the pause is over, to the millisecond, and never where it cannot remember', () => {
    const remounted: Watch = { checkedAt: 100_000, awakeSince: 0, remountedAt: 100_000 - HELP_MS, ailment: 'stalled' }
    const act = (msSinceReload: Sight['msSinceReload']) =>
      watchOver(remounted, { ...well, now: 100_000, frameAt: 0, heardAt: 100_000, isAnswering: true, msSinceReload })
        .act
    expect(act(RELOAD_PAUSE_MS - 1)).toBe('none')
    expect(act(RELOAD_PAUSE_MS)).toBe('reload')
    expect(act(undefined)).toBe('reload')
    expect(act(null)).toBe('none')
  })

  it('does not watch a hidden page, and gives a page that comes back its time', () => {
    const { acts, watch } = live(() => ({ isHidden: true, frameAt: 0, heardAt: 0 }), { until: 600 * SECOND })
    expect(acts).toEqual([])
    const back = live(() => ({ frameAt: 0 }), { from: watch, until: watch.checkedAt + STALLED_MS - SECOND })
    expect(back.watch.ailment).toBeUndefined()
  })

  it('takes a check that comes late for a machine that slept, not for a stall', () => {
    const late = (gap: number) =>
      watchOver(startWatch(0), { ...well, now: gap, frameAt: -60 * SECOND, heardAt: -60 * SECOND }).watch.awakeSince
    expect(late(SLEPT_MS)).toBe(0)
    expect(late(SLEPT_MS + 1)).toBe(SLEPT_MS + 1)
  })

  it('believes no answer but a yes', () => {
    const act = (isAnswering: boolean | undefined) =>
      watchOver(
        { ...startWatch(0), checkedAt: STALLED_MS - 1 },
        { ...well, now: STALLED_MS, frameAt: 0, heardAt: 0, isAnswering },
      ).act
    expect([act(undefined), act(false), act(true)]).toEqual(['probe', 'probe', 'remount'])
  })
})
