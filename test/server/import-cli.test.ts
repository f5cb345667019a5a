import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linesOf, type Outcome, runCommand } from '../support/command.ts'
import { readingsOf } from '../support/door.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const folder = temporaryFolder()
let station: TestStation
let token: string
const file = (name: string, content: string): string => {
  const path = join(folder.path, name)
  writeFileSync(path, content)
  return path
}

beforeAll(async () => {
  const quantities = ['air_temperature', 'humidity', 'wind_speed', 'pm25'].map(code => ({ code, intervalMs: null }))
  token = await registerDevice(folder.path, aDevicePlan({ id: 'weather-1', source: 'simulated', quantities }))
  station = await startTestStation({ dataDir: folder.path })
})
afterAll(async () => {
  await station.stop()
  folder.remove()
})

const MAP = {
  time: ['Ngày', 'Giờ'],
  columns: {
    'Nhiệt độ': 'air_temperature',
    'Độ ẩm': 'humidity',
    Gió: { quantity: 'wind_speed', unit: 'km/h' },
    'PM2.5': 'pm25',
  },
}
/** As people keep such files: a byte order mark, semicolons, units in cells, gaps, a short row, a day that isn't. */
const CSV = [
  '\ufeffNgày;Giờ;Nhiệt độ;Độ ẩm;Gió;Ghi chú;PM2.5',
  '01/04/2019;08:00;27.0°C;94%;3.7 km/h;nắng;12',
  '01/04/2019;09:00;28,5;93 %;36;;N/A',
  '01/04/2019;10:00;;;;;',
  '31/04/2019;08:00;27;90;1;;5',
  '01/04/2019;11:00;29.5;91',
  '01/04/2019;12:00;30 m;90;0;;-',
  '01/04/2019;08:00;27.0°C;94%;3.7 km/h;lặp;12',
  '',
].join('\r\n')

const load = (csv: string, map: string, ...args: string[]): Promise<Outcome> =>
  runCommand('server/import/main.ts', [
    '--device',
    'weather-1',
    '--file',
    csv,
    '--map',
    map,
    '--data-dir',
    folder.path,
    ...args,
  ])
const of = async (quantity: string) =>
  (await readingsOf(station, `weather-1.${quantity}`)).map(one => [
    Temporal.Instant.fromEpochMilliseconds(one.t).toString(),
    one.v,
  ])

describe('an import', () => {
  test('of an irregular file stores what can be read and says what could not, and why', async () => {
    const { code, out } = await load(file('a.csv', CSV), file('map.json', JSON.stringify(MAP)))
    expect(code).toBe(0)
    expect(await of('air_temperature')).toEqual([
      ['2019-04-01T01:00:00Z', 27],
      ['2019-04-01T04:00:00Z', 29.5],
    ])
    expect(await of('humidity')).toEqual([
      ['2019-04-01T01:00:00Z', 94],
      ['2019-04-01T02:00:00Z', 93],
      ['2019-04-01T04:00:00Z', 91],
      ['2019-04-01T05:00:00Z', 90],
    ])
    expect(await of('wind_speed')).toEqual([
      ['2019-04-01T01:00:00Z', 1.02777778],
      ['2019-04-01T02:00:00Z', 10],
      ['2019-04-01T05:00:00Z', 0],
    ])
    expect(await of('pm25')).toEqual([['2019-04-01T01:00:00Z', 12]])
    expect(linesOf(out)).toEqual([
      '5 dòng có số liệu · rows with values',
      '10 số liệu mới · readings added',
      '4 đã có từ trước · already stored',
      expect.stringMatching(/^1 bỏ qua · skipped: không phải số .*line 3.*28,5/),
      expect.stringMatching(/^6 bỏ qua · skipped: ô trống .*line 3.*N\/A/),
      expect.stringMatching(/^1 bỏ qua · skipped: thời gian .*line 5.*31\/04\/2019/),
      expect.stringMatching(/^2 bỏ qua · skipped: thiếu ô .*line 6/),
      expect.stringMatching(/^1 bỏ qua · skipped: đơn vị lạ .*line 7.*30 m/),
    ])
  })

  test('that is run again adds nothing', async () => {
    const { code, out } = await load(join(folder.path, 'a.csv'), join(folder.path, 'map.json'))
    expect(code).toBe(0)
    expect(linesOf(out).slice(0, 3)).toEqual([
      '5 dòng có số liệu · rows with values',
      '0 số liệu mới · readings added',
      '14 đã có từ trước · already stored',
    ])
  })

  test('of readings that are out of range keeps them as bad, and refuses those of tomorrow', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
    const csv = file('range.csv', `t,pm25\n2018-01-01T00:00:00Z,-5\n${tomorrow},5\n`)
    const { out } = await load(csv, file('range.json', '{"time":"t","columns":{"pm25":"pm25"}}'))
    expect(out).toMatch(/^1 số liệu mới/m)
    expect(out).toMatch(/^1 bị từ chối · refused: .*clock/m)
    expect((await readingsOf(station, 'weather-1.pm25'))[0]).toMatchObject({ v: -5, q: 'bad' })
  })
})

describe('an exercise', () => {
  test('sends the rows through the HTTP door at their pace, with the times at which they are sent', async () => {
    const csv = file('b.csv', `t,h\n${[0, 1, 2, 3].map(i => `2020-01-01T00:0${i}:00Z,${60 + i}`).join('\n')}\n`)
    const map = file('b.json', '{"time":"t","columns":{"h":"humidity"}}')
    const startedAt = Date.now()
    const { code, out, err } = await runCommand(
      'server/import/main.ts',
      [
        '--device',
        'weather-1',
        '--file',
        csv,
        '--map',
        map,
        '--data-dir',
        folder.path,
        '--speed',
        '200',
        '--url',
        station.url,
      ],
      { DEVICE_TOKEN: token },
    )
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^4 số liệu mới/m)
    const sent = (await readingsOf(station, 'weather-1.humidity')).filter(one => one.t >= startedAt)
    expect(sent.map(one => one.v)).toEqual([60, 61, 62, 63])
    expect(sent.every(one => one.q === 'good')).toBe(true)
    const pauses = sent.slice(1).map((one, i) => one.t - (sent[i]?.t ?? 0))
    expect(pauses).toEqual([300, 300, 300])
  })

  test('with a wrong token is refused and says so', async () => {
    const args = ['--device', 'weather-1', '--file', join(folder.path, 'b.csv'), '--map', join(folder.path, 'b.json')]
    const { code, out, err } = await runCommand(
      'server/import/main.ts',
      [...args, '--data-dir', folder.path, '--speed', '10000', '--url', station.url],
      { DEVICE_TOKEN: 'x'.repeat(43) },
    )
    expect([code, out]).toEqual([3, ''])
    expect(err).toContain('401')
  })
})

describe('what does not fit is said before anything is read', () => {
  const good = () => [join(folder.path, 'a.csv'), join(folder.path, 'map.json')] as const
  test.each<[string, () => Promise<Outcome>, RegExp]>([
    ['no file', () => load('/nowhere.csv', good()[1]), /ENOENT/],
    ['no map', () => load(good()[0], '/nowhere.json'), /ENOENT/],
    ['a map that is no JSON', () => load(good()[0], file('x.json', '{')), /JSON/],
    [
      'a map with a misspelt field',
      () => load(good()[0], file('y.json', '{"times":"t","columns":{"a":"ph"}}')),
      /times/,
    ],
    [
      'a column that is not in the file',
      () => load(good()[0], file('z.json', '{"time":"Ngày","columns":{"Mưa":"pm25"}}')),
      /Mưa/,
    ],
    [
      'a quantity the device has not',
      () => load(good()[0], file('w.json', '{"time":"Ngày","columns":{"Gió":"ph"}}')),
      /ph/,
    ],
    ['a speed that is none', () => load(...good(), '--speed', '-1'), /--speed/],
    ['an exercise without a token', () => load(...good(), '--speed', '60'), /DEVICE_TOKEN/],
    ['an unknown option', () => load(...good(), '--fast'), /--fast/],
    [
      'a device that is not there',
      () =>
        runCommand('server/import/main.ts', [
          '--device',
          'nobody',
          '--file',
          good()[0],
          '--map',
          good()[1],
          '--data-dir',
          folder.path,
        ]),
      /"nobody"/,
    ],
    ['nothing at all', () => runCommand('server/import/main.ts', []), /--device/],
  ])('%s', async (_what, run, words) => {
    const { code, out, err } = await run()
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(words)
    expect(err).not.toMatch(/\n\s+at /)
  })
})
