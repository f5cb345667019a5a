// Which licences a package of production may have, and the list of all. Pure.
import type { Package } from './lockfile.ts'

/**
 * All of them let an Apache-2.0 work be shipped with theirs, their notices kept. MPL-2.0 asks for changes to its own files, of which
 * we make none; OFL-1.1 is for typefaces.
 */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Zlib',
])

/** @param expression SPDX: one name, or names joined by OR or by AND; anything more intricate is for a person to read */
export function isAllowedLicence(expression: string | undefined): boolean {
  const plain = (expression ?? '').replace(/^\((.*)\)$/, '$1')
  if (plain.includes(' OR ')) return plain.split(' OR ').some(one => ALLOWED.has(one))
  return plain.split(' AND ').every(one => ALLOWED.has(one))
}

/**
 * One line a package, then what each says of itself.
 * @param noticeOf a package's own licence file, where it is installed and has one
 */
export function licenceList(packages: readonly Package[], noticeOf: (path: string) => string | undefined): string {
  const lines = packages.map(({ name, version, licence }) => `${name} ${version}: ${licence ?? 'unknown'}`)
  const notices = packages.flatMap(({ path, name, version }) => {
    const notice = noticeOf(path)
    return notice === undefined ? [] : [`\n\n=== ${name} ${version}\n\n${notice.trim()}`]
  })
  return `${[...new Set(lines)].join('\n')}${[...new Set(notices)].join('')}\n`
}
