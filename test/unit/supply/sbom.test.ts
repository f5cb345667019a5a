import { describe, expect, test } from 'vitest'
import { readLock } from '../../../supply/lockfile.ts'
import { sbomOf } from '../../../supply/sbom.ts'

const LOCK = JSON.stringify({
  name: 'station',
  version: '1.0.0',
  lockfileVersion: 3,
  packages: {
    '': {
      name: 'station',
      version: '1.0.0',
      license: 'Apache-2.0',
      dependencies: { a: '1.0.0', '@s/b': '2.0.0' },
      devDependencies: { d: '1.0.0' },
    },
    'node_modules/a': { version: '1.0.0', license: 'MIT', integrity: 'sha512-qrs=', dependencies: { c: '^1.0.0' } },
    'node_modules/a/node_modules/c': { version: '1.1.0', license: 'ISC', integrity: 'sha512-AAA=' },
    'node_modules/@s/b': {
      version: '2.0.0',
      license: '(MIT OR Apache-2.0)',
      dependencies: { c: '^2.0.0' },
      optionalDependencies: { 'b-linux': '2.0.0', gone: '1.0.0' },
    },
    'node_modules/b-linux': { version: '2.0.0', optional: true },
    'node_modules/c': { version: '2.0.0', license: 'ISC' },
    'node_modules/alias': { name: 'c', version: '2.0.0', license: 'ISC' },
    'node_modules/d': { version: '1.0.0', license: 'MIT', dev: true },
  },
})
const sbom = JSON.parse(JSON.stringify(sbomOf(readLock(LOCK))))

test('is CycloneDX 1.6 of the application, and of what it takes in production alone', () => {
  expect(sbom).toMatchObject({
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': 'station@1.0.0', licenses: [{ license: { id: 'Apache-2.0' } }] },
    },
  })
  expect(sbom.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(sbom.components.map((one: { 'bom-ref': string }) => one['bom-ref'])).toEqual([
    '@s/b@2.0.0',
    'a@1.0.0',
    'b-linux@2.0.0',
    'c@1.1.0',
    'c@2.0.0',
  ])
})

test('a component has its address, its hash and its licence', () => {
  const [scoped, a, optional] = sbom.components
  expect(a).toEqual({
    type: 'library',
    'bom-ref': 'a@1.0.0',
    name: 'a',
    version: '1.0.0',
    scope: 'required',
    purl: 'pkg:npm/a@1.0.0',
    hashes: [{ alg: 'SHA-512', content: 'aabb' }],
    licenses: [{ license: { id: 'MIT' } }],
  })
  expect(scoped).toMatchObject({ purl: 'pkg:npm/%40s/b@2.0.0', licenses: [{ expression: '(MIT OR Apache-2.0)' }] })
  expect(optional).toMatchObject({ scope: 'optional' })
  expect(optional).not.toHaveProperty('licenses')
})

describe('what needs what', () => {
  test.each([
    ['station@1.0.0', ['@s/b@2.0.0', 'a@1.0.0']],
    // Its own copy before the common one.
    ['a@1.0.0', ['c@1.1.0']],
    ['@s/b@2.0.0', ['b-linux@2.0.0', 'c@2.0.0']],
    ['c@2.0.0', []],
  ])('%s', (ref, dependsOn) => expect(sbom.dependencies).toContainEqual({ ref, dependsOn }))
})

test('the same lock makes the same document, another lock another one', () => {
  expect(sbomOf(readLock(LOCK))).toEqual(sbom)
  const other = JSON.parse(JSON.stringify(sbomOf(readLock(LOCK.replaceAll('1.1.0', '1.1.1')))))
  expect(other.serialNumber).not.toBe(sbom.serialNumber)
})

test('what is no lockfile is refused', () => {
  for (const text of ['{}', '[]', '{"name":"a","version":"1","packages":[]}']) expect(() => readLock(text)).toThrow()
})
