import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linesOf, type Outcome, runCommand } from '../support/command.ts'
import { send } from '../support/door.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const folder = temporaryFolder()
let station: TestStation
beforeAll(async () => {
  station = await startTestStation({ dataDir: folder.path })
})
afterAll(async () => {
  await station.stop()
  folder.remove()
})

const device = (...args: string[]): Promise<Outcome> =>
  runCommand('server/registry/device-cli.ts', [...args, '--data-dir', folder.path])
const add = (id: string, about: Readonly<Record<string, string>> = {}) => {
  const options = { village: 'my-dong', lon: '105.802', lat: '10.528', quantities: 'water_level:10,ph', ...about }
  return device('add', '--id', id, ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]))
}
const TOKEN = /^[\w-]{43}\n$/
const statusOf = async (token: string) => (await send(station, token.trim(), { values: { water_level: 1 } })).status

describe('device add', () => {
  test('prints the token alone on stdout, and it works at once', async () => {
    const { code, out, err } = await add('gauge-1', { name: 'Trạm số 1', actor: 'anna' })
    expect([code, out]).toEqual([0, expect.stringMatching(TOKEN)])
    expect(err).toMatch(/chỉ hiện một lần · .*once/)
    expect(err).not.toContain(out.trim())
    expect(await statusOf(out)).toBe(200)
  })

  test('keeps what was said of the device', async () => {
    await add('gauge-2', { name: 'Trạm số 2', source: 'simulated', quantities: 'water_level:0.5, ph' })
    const { out } = await device('list', '--json')
    const listed: { id: string }[] = JSON.parse(out)
    expect(listed.find(one => one.id === 'gauge-2')).toEqual({
      id: 'gauge-2',
      name: 'Trạm số 2',
      village: 'my-dong',
      lon: 105.802,
      lat: 10.528,
      source: 'simulated',
      isDisabled: false,
      oldTokenUntil: null,
      quantities: ['water_level', 'ph'],
    })
  })

  test.each([
    ['an id that is taken', 'gauge-1', {}],
    ['an id that could not stand in a topic', 'a.b', {}],
    ['a village that is not there', 'x1', { village: 'nowhere' }],
    ['a quantity that is not there', 'x2', { quantities: 'temperature' }],
    ['a quantity twice', 'x3', { quantities: 'ph,ph' }],
    ['an interval that is none', 'x4', { quantities: 'ph:0' }],
    ['a position that is none', 'x5', { lon: 'east' }],
    ['a position off the globe', 'x6', { lat: '91' }],
    ['a source that is none', 'x7', { source: 'invented' }],
  ])('refuses %s in one line of both languages', async (_what, id, about) => {
    const { code, out, err } = await add(id, about)
    expect([code, out]).toEqual([2, ''])
    expect(linesOf(err)).toHaveLength(1)
    expect(err).not.toMatch(/Error|at .*\.ts/)
  })
})

describe('device rotate and disable', () => {
  test('give a new token, refuse the old one, and refuse every one', async () => {
    const old = (await add('gauge-3')).out
    const { code, out } = await device('rotate', '--id', 'gauge-3', '--overlap', '0')
    expect([code, out]).toEqual([0, expect.stringMatching(TOKEN)])
    expect(await statusOf(out)).toBe(200)
    await expect.poll(() => statusOf(old), { timeout: 20_000 }).toBe(401)
    expect(await device('disable', '--id', 'gauge-3')).toMatchObject({ code: 0, out: '' })
    await expect.poll(() => statusOf(out), { timeout: 20_000 }).toBe(401)
    const listed = linesOf((await device('list')).out).find(line => line.startsWith('gauge-3'))
    expect(listed).toBe('gauge-3\tmy-dong\tmeasured\tdisabled\twater_level,ph')
  })

  test('keep the old token for a day unless told otherwise, thirty days at the most, and say until when', async () => {
    const old = (await add('gauge-4')).out
    const about = async () => {
      const listed = JSON.parse((await device('list', '--json')).out)
      return listed.find((one: { id: string }) => one.id === 'gauge-4').oldTokenUntil
    }
    const hoursLeft = async () => (Date.parse(await about()) - Date.now()) / 3_600_000
    const { out } = await device('rotate', '--id', 'gauge-4')
    expect([await statusOf(out), await statusOf(old)]).toEqual([200, 200])
    expect(await hoursLeft()).toBeCloseTo(24, 1)
    expect((await device('list')).out).toContain(`water_level,ph\tmã cũ đến · old token until ${await about()}\n`)
    expect((await device('rotate', '--id', 'gauge-4', '--overlap', '30d')).code).toBe(0)
    expect(await hoursLeft()).toBeCloseTo(720, 1)
    expect(await device('rotate', '--id', 'gauge-4', '--overlap', '721h')).toMatchObject({ code: 2, out: '' })
    expect((await device('rotate', '--id', 'gauge-4', '--overlap', '0')).code).toBe(0)
    expect(await about()).toBeNull()
  })

  test.each(['rotate', 'disable'])('%s of a device that is not there is an error', async command => {
    const { code, out, err } = await device(command, '--id', 'nobody')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('"nobody"')
  })
})

describe('what is mistyped', () => {
  test.each([
    [['add']],
    [['rotate']],
    [['rotate', '--id', 'gauge-1', '--overlap', 'long']],
    [['remove', '--id', 'x']],
    [[]],
    [['add', '--identity', 'x']],
  ])('%j ends with 2 and a word of help', async args => {
    const { code, out, err } = await device(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).not.toBe('')
  })

  test('--help is no mistake', async () => expect((await device('--help')).code).toBe(0))
})
