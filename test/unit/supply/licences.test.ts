import { expect, test } from 'vitest'
import { isAllowedLicence, licenceList } from '../../../supply/licences.ts'
import type { Package } from '../../../supply/lockfile.ts'

test.each(['MIT', 'Apache-2.0', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)', 'MPL-2.0'])('%s may be used', licence =>
  expect(isAllowedLicence(licence)).toBe(true),
)

test.each([
  undefined,
  '',
  'GPL-3.0-only',
  'AGPL-3.0-or-later',
  'UNLICENSED',
  'SEE LICENSE IN LICENSE',
  '(MIT AND GPL-3.0-only)',
  '(GPL-2.0-only OR AGPL-3.0-only)',
  '((MIT OR ISC) AND GPL-3.0-only)',
  'MIT,GPL-3.0-only',
])('%s may not', licence => expect(isAllowedLicence(licence)).toBe(false))

test('the list has a line a package, and the notices of those that have one', () => {
  const part = (path: string, name: string, licence: string | undefined): Package => ({
    path,
    name,
    licence,
    version: '1.0.0',
    integrity: undefined,
    isOptional: false,
    needs: [],
  })
  const packages = [part('p/a', 'a', 'MIT'), part('p/b/p/a', 'a', 'MIT'), part('p/b', 'b', undefined)]
  expect(licenceList(packages, path => (path === 'p/b' ? 'Copyright B\n' : undefined))).toBe(
    'a 1.0.0: MIT\nb 1.0.0: unknown\n\n=== b 1.0.0\n\nCopyright B\n',
  )
})
