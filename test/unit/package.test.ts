// What a newcomer installs: exact versions, one install script, no hosts; and a guard before every command.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isAllowedLicence } from '../../supply/licences.ts'
import { readLock } from '../../supply/lockfile.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const read = (name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'))
const { dependencies, devDependencies, scripts, allowScripts } = read('package.json')
const lock: Record<string, { hasInstallScript?: boolean; resolved?: string; integrity?: string }> =
  read('package-lock.json').packages

const CARD = 'vite react deck.gl maplibre-gl socket.io socket.io-client @tanstack/react-query express vitest'.split(' ')

test("every package of the customer's card stands there by its own name", () => {
  expect(Object.keys({ ...dependencies, ...devDependencies })).toEqual(expect.arrayContaining(CARD))
})

test('versions are exact', () => {
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+/)
})

test('only the runtime itself may run an install script, and the lock names no host', () => {
  const withScript = Object.keys(lock).filter(name => lock[name]?.hasInstallScript)
  expect(withScript).toEqual(['node_modules/node'])
  expect(allowScripts).toEqual({ node: true })
  expect(Object.values(lock).filter(({ resolved }) => resolved !== undefined)).toEqual([])
})

test('every package in the lock is held to the content it had', () => {
  const unheld = Object.keys(lock).filter(
    name => name !== '' && !/^sha512-[\w+/]{86}==$/.test(lock[name]?.integrity ?? ''),
  )
  expect(unheld).toEqual([])
})

describe('what production is made of', () => {
  const { packages } = readLock(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  const installed = packages.filter(({ path }) => existsSync(join(ROOT, path, 'package.json')))

  test('has licences that go with ours, each of them', () => {
    expect(packages.length).toBeGreaterThan(100)
    expect(packages.filter(({ licence }) => !isAllowedLicence(licence)).map(({ name }) => name)).toEqual([])
  })

  test('brings no script that would run at its installation, beside the runtime', () => {
    const running = installed.filter(({ path }) => {
      const { scripts: own = {} } = read(join(path, 'package.json'))
      const names = ['preinstall', 'install', 'postinstall']
      // npm builds what has a binding.gyp without being told.
      return names.some(name => name in own) || existsSync(join(ROOT, path, 'binding.gyp'))
    })
    expect(installed.length).toBeGreaterThan(100)
    expect(running.map(({ name }) => name)).toEqual(['node'])
  })
})

describe('a Node that is too old', () => {
  const GUARD = 'node -r ./server/require-node.cjs '
  test('is met by the guard at every command', () => {
    for (const [name, command] of Object.entries(scripts)) expect(command, name).toMatch(new RegExp(`^${GUARD}`))
  })

  test.each([
    ['20.20.2', 1, 1],
    ['25.9.9', 1, 1],
    ['26.0.0', 0, 0],
  ])('%s ends with %i and %i line', (version, code, lines) => {
    const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`
    const guard = join(ROOT, 'server', 'require-node.cjs')
    const { status, stderr } = spawnSync(process.execPath, ['-e', `${pretend}; require(${JSON.stringify(guard)})`], {
      encoding: 'utf8',
    })
    expect([status, stderr.split('\n').filter(line => line !== '').length]).toEqual([code, lines])
  })
})
