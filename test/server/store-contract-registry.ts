// The contract of devices, series and the chain of events that records their changes.
import { expect, test } from 'vitest'
import type { NewDevice, NewSeries, TokenRotation } from '../../server/store/store.ts'
import type { PlaceOf } from './store-contract.ts'

const aDevice = (id: string): NewDevice => ({
  id,
  name: `Trạm ${id}`,
  village: 'my-dong',
  lon: 105.802,
  lat: 10.528,
  source: 'measured',
  tokenHash: `hash of ${id}`,
  createdAt: 1_000,
})
const aRotation = (tokenHash: string, about: Partial<TokenRotation> = {}): TokenRotation => ({
  tokenHash,
  previousUntil: null,
  at: 4_000,
  actor: 'anna',
  ...about,
})
const NO_PREVIOUS = { previousTokenHash: null, previousTokenUntil: null }
const LEVEL: NewSeries = { quantity: 'water_level', unit: 'm', intervalMs: 10_000 }
const ONLINE: NewSeries = { quantity: 'online', unit: '{state}', intervalMs: null }

export function registryContract(at: PlaceOf): void {
  test('a device is added once, with its series, and read back as it went in', async () => {
    const { store } = at()
    expect(await store.addDevice(aDevice('first'), [LEVEL, ONLINE], 'anna')).toBe(true)
    expect(await store.addDevice({ ...aDevice('first'), name: 'other', tokenHash: 'x' }, [], 'anna')).toBe(false)
    const { devices, series } = await store.registry()
    expect(devices.filter(one => one.id === 'first')).toEqual([
      { ...aDevice('first'), previousTokenHash: null, previousTokenUntil: null, disabledAt: null },
    ])
    expect(series.filter(one => one.device === 'first')).toEqual([
      { n: expect.any(Number), device: 'first', ...LEVEL },
      { n: expect.any(Number), device: 'first', ...ONLINE },
    ])
  })

  test('a series is given once; its number never changes', async () => {
    const { store } = at()
    await store.addDevice(aDevice('second'), [LEVEL], 'anna')
    const numbers = async () => (await store.registry()).series.filter(one => one.device === 'second').map(one => one.n)
    const before = await numbers()
    expect(await store.addSeries('second', LEVEL, 2_000, 'anna')).toBe(true)
    expect(await numbers()).toEqual(before)
    expect(await store.addSeries('second', ONLINE, 2_000, 'anna')).toBe(true)
    expect((await numbers()).slice(0, 1)).toEqual(before)
    expect(await numbers()).toHaveLength(2)
    expect(await store.addSeries('nobody', ONLINE, 2_000, 'anna')).toBe(false)
  })

  test('a token is replaced and a device disabled; a new token enables it again', async () => {
    const { store } = at()
    await store.addDevice(aDevice('third'), [LEVEL], 'anna')
    const third = async () => (await store.registry()).devices.find(one => one.id === 'third')
    expect(await store.disableDevice('third', 3_000, 'anna')).toBe(true)
    expect(await third()).toMatchObject({ disabledAt: 3_000, tokenHash: 'hash of third' })
    expect(await store.rotateToken('third', aRotation('new hash', { previousUntil: 9_000 }))).toBe(true)
    expect(await third()).toMatchObject({ disabledAt: null, tokenHash: 'new hash', ...NO_PREVIOUS })
    expect(await store.rotateToken('nobody', aRotation('x'))).toBe(false)
    expect(await store.disableDevice('nobody', 1, 'anna')).toBe(false)
  })

  test('the token before stays for as long as was said; never more than two, and a rotation without overlap leaves one', async () => {
    const { store } = at()
    await store.addDevice(aDevice('turning'), [LEVEL], 'anna')
    const turning = async () => (await store.registry()).devices.find(one => one.id === 'turning')
    await store.rotateToken('turning', aRotation('second', { previousUntil: 9_000 }))
    const kept = { tokenHash: 'second', previousTokenHash: 'hash of turning', previousTokenUntil: 9_000 }
    expect(await turning()).toMatchObject(kept)
    await store.rotateToken('turning', aRotation('third', { previousUntil: 9_500 }))
    expect(await turning()).toMatchObject({
      tokenHash: 'third',
      previousTokenHash: 'second',
      previousTokenUntil: 9_500,
    })
    await store.rotateToken('turning', aRotation('fourth'))
    expect(await turning()).toMatchObject({ tokenHash: 'fourth', ...NO_PREVIOUS })
  })

  test('every change, and only a change, is an event that names who, when and what, in a chain that holds', async () => {
    const { store } = at()
    const lastId = (await store.events(0, 1_000)).at(-1)?.id ?? 0
    await store.addDevice(aDevice('fourth'), [LEVEL], 'anna')
    await store.addDevice(aDevice('fourth'), [LEVEL], 'anna')
    await store.addSeries('fourth', LEVEL, 2_000, 'bình')
    await store.addSeries('fourth', ONLINE, 2_000, 'bình')
    await store.rotateToken('fourth', aRotation('y', { at: 3_000, actor: 'chi', previousUntil: 5_000 }))
    await store.disableDevice('fourth', 4_000, 'dũng')
    const events = await store.events(lastId, 1_000)
    expect(events.map(({ id, at: when, actor, type, subject }) => [id - lastId, when, actor, type, subject])).toEqual([
      [1, 1_000, 'anna', 'device.added', 'fourth'],
      [2, 2_000, 'bình', 'device.series-added', 'fourth'],
      [3, 3_000, 'chi', 'device.token-rotated', 'fourth'],
      [4, 4_000, 'dũng', 'device.disabled', 'fourth'],
    ])
    expect(new Set(events.map(event => event.hash)).size).toBe(4)
    expect(events[2]?.data).toEqual({ previousUntil: 5_000 })
    expect(JSON.stringify(events)).not.toContain('hash of fourth')
    expect(await store.brokenEvent()).toBeNull()
  })

  test('events are read in pages from any id', async () => {
    const { store } = at()
    const all = await store.events(0, 1_000)
    expect(all.map(event => event.id)).toEqual(all.map((_, i) => i + 1))
    expect(await store.events(0, 2)).toEqual(all.slice(0, 2))
    expect(await store.events(2, 1)).toEqual(all.slice(2, 3))
    expect(await store.events(all.length, 5)).toEqual([])
  })

  test('text that means something to a database or a page is just text', async () => {
    const { store } = at()
    const name = `'; drop table device; -- <script>alert("1")</script> \u0000 =1+1`
    await store.addDevice({ ...aDevice('injected'), name, tokenHash: 'z' }, [LEVEL], `x'); --`)
    expect((await store.registry()).devices.find(one => one.id === 'injected')?.name).toBe(name)
    expect((await store.events(0, 1_000)).at(-1)?.actor).toBe(`x'); --`)
    expect(await store.brokenEvent()).toBeNull()
  })
}
