import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { linesOf, runCommand } from '../support/command.ts'
import { openVisitor, PASSWORD } from '../support/people.ts'
import { startTestStation, type TestStation } from '../support/station.ts'

let station: TestStation
beforeEach(async () => {
  station = await startTestStation({ access: 'required' })
})
afterEach(() => station.stop())

const account = (...args: string[]) =>
  runCommand('server/access/account-cli.ts', [...args, '--url', station.url, '--data-dir', station.dataDir])
const ADD = ['add', '--login', 'sen', '--name', 'Nguyễn Thị Sen', '--role', 'administrator'] as const

test('adds somebody, whose link sets the password once', async () => {
  const added = await account(...ADD, '--unit', 'so-khcn-2025')
  expect(added.code).toBe(0)
  const [link = ''] = linesOf(added.out)
  expect(link).toMatch(new RegExp(`^${station.url}/sign-in#[\\w-]{43}$`))
  const invitation = link.split('#')[1] ?? ''
  const visitor = openVisitor(station.url)
  expect((await visitor.post('/api/v1/access/invitations/accept', { invitation, password: PASSWORD })).status).toBe(200)
  expect((await visitor.me()).rights).toContain('manage-accounts')
  const listed = await account('list')
  expect(linesOf(listed.out)).toEqual(['sen\tNguyễn Thị Sen\tactive\tadministrator@so-khcn-2025'])
  const again = await account('invite', '--login', 'sen')
  expect(linesOf(again.out)).toHaveLength(1)
})

test('says in both languages what is wrong, and ends with 1 or 2', async () => {
  expect(await account(...ADD)).toMatchObject({ code: 1, out: '' })
  expect(await account(...ADD, '--unit', 'khong-co')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/ · .*unit/),
  })
  expect(await account('invite', '--login', 'ai')).toMatchObject({ code: 1, err: expect.stringContaining(' · ') })
  expect((await account('--nothing')).code).toBe(2)
  expect((await account()).code).toBe(2)
})

test('is nothing without the key in the data folder', async () => {
  const stranger = await runCommand('server/access/account-cli.ts', [
    'list',
    '--url',
    station.url,
    '--data-dir',
    join(station.dataDir, 'khac'),
  ])
  expect(stranger).toMatchObject({ code: 1, out: '', err: expect.stringContaining('khóa') })
})
