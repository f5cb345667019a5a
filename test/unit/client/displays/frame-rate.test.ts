import { describe, expect, it } from 'vitest'
import { createFrameRate } from '../../../../client/displays/frame-rate.ts'

/** Frames from `from` on, evenly. */
function draw(rate: ReturnType<typeof createFrameRate>, from: number, ms: number, perSecond: number): number {
  for (let i = 0; i < (ms / 1_000) * perSecond; i++) rate.count(from + (i * 1_000) / perSecond)
  return from + ms
}

describe('the frame rate of a page', () => {
  it('is not known before ten whole seconds', () => {
    const rate = createFrameRate(500)
    draw(rate, 500, 9_999, 30)
    expect(rate.perSecond(500 + 9_999)).toBeNull()
    expect(rate.perSecond(500 + 10_000)).not.toBeNull()
  })
  it('is what was drawn over the last ten seconds, not since the start', () => {
    const rate = createFrameRate(0)
    let now = draw(rate, 0, 20_000, 60)
    expect(rate.perSecond(now)).toBe(60)
    now = draw(rate, now, 10_000, 20)
    expect(rate.perSecond(now)).toBe(20)
  })
  it('falls to nothing on a page that draws no more, also after a long gap', () => {
    const rate = createFrameRate(0)
    const now = draw(rate, 0, 15_000, 60)
    expect(rate.perSecond(now + 5_000)).toBe(30)
    expect(rate.perSecond(now + 11_000)).toBe(0)
    expect(rate.perSecond(now + 3_600_000)).toBe(0)
  })
  it('begins anew after a pause in which nobody could draw', () => {
    const rate = createFrameRate(0)
    const now = draw(rate, 0, 15_000, 60)
    rate.restart(now)
    expect(rate.perSecond(now + 9_000)).toBeNull()
  })
})
