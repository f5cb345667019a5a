// Sessions beside each other in time: what a slow disk lets happen between two requests.
import { expect, test } from 'vitest'
import { createAccessRecords } from '../../../server/access/records.ts'
import { createSessions } from '../../../server/access/sessions.ts'
import type { AccessStore } from '../../../server/store/access.ts'

const CLIENT = { address: '127.0.0.1', agent: 'thử' }

test('a session that is ended stays ended while its pages go on asking', async () => {
  let clock = 0
  let isSlow = false
  const waiting: (() => void)[] = []
  const store: AccessStore = {
    accessRecords: async () => [],
    changeAccess: () => (isSlow ? new Promise<void>(resolve => waiting.push(resolve)) : Promise.resolve()),
  }
  const records = await createAccessRecords(store)
  const account = {
    login: 'sen',
    name: 'Sen',
    grants: [{ role: 'leader', unit: null }] as const,
    passwordHash: null,
    totpSecret: null,
    totpStep: 0,
    isDisabled: false,
    outside: null,
    createdAt: 0,
  }
  await records.change([{ kind: 'account', id: 'a', body: { ...account, grants: [...account.grants] } }], [])
  const sessions = createSessions({ records, now: () => clock })
  const token = await sessions.open('a', CLIENT, 'password')
  clock += 61_000
  const found = sessions.byToken(token)
  if (!found) throw new Error('no session')
  isSlow = true
  const ending = sessions.end(found.id, 'revoked', 'person:Sen')
  // The page asks while the disk is still at it: a minute has gone by, so its time is written down.
  sessions.touch(found)
  for (let i = 0; i < 20; i++) {
    waiting.shift()?.()
    await new Promise(resolve => setImmediate(resolve))
  }
  expect(await ending).toBe(true)
  expect(sessions.byToken(token)).toBeUndefined()
})
