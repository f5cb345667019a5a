import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { permissionsPage } from '../../support/permissions-page.ts'

const PAGE = join(import.meta.dirname, '..', '..', '..', 'docs', 'permissions.md')

test('docs/permissions.md says what the table says', () => {
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, permissionsPage())
  expect(readFileSync(PAGE, 'utf8')).toBe(permissionsPage())
})
