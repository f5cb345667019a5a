// A screen without identity and the administrator who lets it in, as the station meets both.
import { randomUUID } from 'node:crypto'
import type { OpenPairingReply } from '../../shared/access/pairing-schema.ts'
import type { Answer } from './door.ts'
import { openVisitor, type Visitor } from './people.ts'
import type { TestStation } from './station.ts'

export const UNIT = 'so-khcn-2025'
export const ADMINISTRATOR = [{ role: 'administrator', unit: UNIT }] as const

export type TestWall = {
  readonly display: string
  readonly visitor: Visitor
  readonly code: string
  readonly claim: () => Promise<Answer>
}

/** Shows a code. */
export async function openWall(station: TestStation, display: string = randomUUID()): Promise<TestWall> {
  const visitor = openVisitor(station.url)
  const answer = await visitor.post('/api/v1/access/pairings', { display })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  const { code, secret } = answer.body as OpenPairingReply
  return { display, visitor, code, claim: () => visitor.post('/api/v1/access/pairings/claim', { secret }) }
}

export const anApproval = (code: string, about: object = {}) => ({
  code,
  name: 'Sảnh bên trái',
  profile: 'mot-man-hinh',
  screen: null,
  scope: 'province',
  audience: 'office',
  actor: { name: 'Nguyễn Thị Sen', unit: UNIT },
  ...about,
})

export const approve = (administrator: Visitor, code: string, about: object = {}): Promise<Answer> =>
  administrator.post('/api/v1/access/pairings/approve', anApproval(code, about))

/** Let in and known. */
export async function pairWall(station: TestStation, administrator: Visitor, about: object = {}): Promise<TestWall> {
  const wall = await openWall(station)
  const approved = await approve(administrator, wall.code, about)
  if (approved.status !== 200) throw new Error(JSON.stringify(approved.body))
  const claimed = await wall.claim()
  if (claimed.status !== 200) throw new Error(JSON.stringify(claimed.body))
  await wall.visitor.me()
  return wall
}
