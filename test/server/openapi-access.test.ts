// What the doors of people's accounts answer is what the document says: one person's way through all of them.
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ACCESS_OPERATIONS } from '../../shared/access/operations.ts'
import type { Answer } from '../support/door.ts'
import { addPerson, openPerson, openVisitor, PASSWORD } from '../support/people.ts'
import { startTestStation, type TestStation } from '../support/station.ts'

let station: TestStation
const tried = new Map<string, Answer>()

beforeAll(async () => {
  station = await startTestStation({ access: 'required' })
})
afterAll(() => station.stop())

test('every door answers as promised', async () => {
  await addPerson(station, 'sen', [{ role: 'administrator', unit: 'so-khcn-2025' }])
  const visitor = openVisitor(station.url)
  const post = async (id: string, path: string, body: unknown = {}) => {
    tried.set(id, await visitor.post(`/api/v1/access/${path}`, body))
    return tried.get(id)?.body as Readonly<Record<string, never>>
  }
  const get = async (id: string, path: string) => void tried.set(id, await visitor.get(`/api/v1/access/${path}`))
  await get('accessMe', 'me')
  await post('accessSignIn', 'sign-in', { login: 'sen', password: PASSWORD })
  await get('accessAccounts', 'accounts')
  await get('accessEvents', 'events')
  await get('accessSessions', 'sessions')
  const { invitation } = await post('accessCommand', 'commands', {
    command: 'add-account',
    data: { login: 'moi', name: 'Trần Văn Mới', grants: [{ role: 'leader', unit: null }] },
  })
  await post('accessInvitation', 'invitations/look', { invitation })
  await post('accessChangePassword', 'password', { current: PASSWORD, password: `${PASSWORD} mới` })
  const { secret } = await post('accessStartTotp', 'totp/start', { current: `${PASSWORD} mới` })
  const code = new TOTP({ secret: Secret.fromBase32(String(secret)) }).generate()
  await post('accessConfirmTotp', 'totp/confirm', { code })
  await post('accessRemoveTotp', 'totp/remove', { current: `${PASSWORD} mới` })
  await post('accessSetPin', 'pin', { current: `${PASSWORD} mới`, pin: '274913' })
  await post('accessRemovePin', 'pin/remove', { current: `${PASSWORD} mới` })
  const other = await openPerson(station, 'khac', [{ role: 'leader', unit: null }])
  const own = (await other.get('/api/v1/access/sessions')).body as { sessions: { id: string }[] }
  tried.set('accessRevokeSession', await other.post('/api/v1/access/sessions/revoke', { session: own.sessions[0]?.id }))
  await post('accessSignOut', 'sign-out')
  await post('accessAcceptInvitation', 'invitations/accept', { invitation, password: PASSWORD })

  expect([...tried.keys()].sort()).toEqual(ACCESS_OPERATIONS.map(({ id }) => id).sort())
  for (const { id, answers } of ACCESS_OPERATIONS) {
    const answer = tried.get(id)
    expect([id, answer?.status]).toEqual([id, 200])
    answers.find(one => one.status === 200)?.schema?.parse(answer?.body)
  }
})
