import { describe, expect, test } from 'vitest'
import { readOptions } from '../../../server/simulate/options.ts'

const optionsOf = (argv: string[], env: Record<string, string> = {}) => {
  const asked = readOptions(argv, env)
  if (asked.kind !== 'run') throw new Error(JSON.stringify(asked))
  return asked.options
}

describe('the command line', () => {
  test('needs nothing: the demo’s seed, broker and data', () => {
    expect(optionsOf([])).toEqual({
      url: 'mqtt://127.0.0.1:1883',
      seed: 2026,
      backfillHours: 0,
      credentials: undefined,
      dataDir: 'data/demo',
      seconds: undefined,
    })
  })

  test('takes what it is told, the environment where nothing is said', () => {
    const argv = [
      '--mqtt',
      'mqtt://broker:2000',
      '--seed',
      '7',
      '--backfill-hours',
      '1.5',
      '--credentials',
      'x.json',
      '--data-dir',
      'd',
      '--seconds',
      '30',
    ]
    const env = { MQTT_URL: 'mqtts://other', MQTT_PORT: '1999', DATA_DIR: 'e' }
    expect(optionsOf(argv, env)).toEqual({
      url: 'mqtt://broker:2000',
      seed: 7,
      backfillHours: 1.5,
      credentials: 'x.json',
      dataDir: 'd',
      seconds: 30,
    })
    expect(optionsOf([], env)).toMatchObject({ url: 'mqtts://other', dataDir: 'e' })
    expect(optionsOf([], { MQTT_PORT: '1999' }).url).toBe('mqtt://127.0.0.1:1999')
  })

  test('offers help', () => {
    expect(readOptions(['--help'], {})).toEqual({ kind: 'help' })
    expect(readOptions(['-h', '--seed', 'nonsense'], {})).toEqual({ kind: 'help' })
  })

  test.each([
    ['--seed', 'x'],
    ['--seed', '1.5'],
    ['--seed', '-1'],
    ['--seed', '4294967296'],
    ['--seed', ''],
    ['--backfill-hours', '-1'],
    ['--backfill-hours', '697'],
    ['--backfill-hours', 'NaN'],
    ['--seconds', '0'],
    ['--mqtt', 'nowhere'],
    ['--mqtt', 'http://broker'],
    ['--mqtt', 'mqtt://'],
    ['--mqtt', 'mqtt://user:secret@broker'],
    ['--sed', '1'],
    ['extra'],
    ['--mqtt'],
  ])('refuses %j %j in one line, in Vietnamese and English, without repeating a secret', (...argv) => {
    const asked = readOptions(argv, {})
    if (asked.kind !== 'refused') throw new Error(asked.kind)
    expect(asked.line).toMatch(/.+ · .+/)
    expect(asked.line).not.toContain('\n')
    expect(asked.line).not.toContain('secret')
  })
})
