// A kiosk of one unit and an officer who enters there, as the station meets both.
import { randomUUID } from 'node:crypto'
import type { EntryReply } from '../../shared/entry/api-schema.ts'
import type { Answer } from './door.ts'
import { pairWall, type TestWall } from './pairing.ts'
import { PASSWORD, type Visitor } from './people.ts'
import type { TestStation } from './station.ts'

/** Has Định Yên's village. */
export const KIOSK_UNIT = 'commune-30226'
export const PIN = '274913'

export const pairKiosk = (station: TestStation, administrator: Visitor, unit = KIOSK_UNIT): Promise<TestWall> =>
  pairWall(station, administrator, { scope: `unit:${unit}`, audience: 'office', name: 'Ki-ốt xã' })

export async function setPin(officer: Visitor, pin = PIN): Promise<void> {
  const answer = await officer.post('/api/v1/access/pin', { current: PASSWORD, pin })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}

export const signInAt = (
  { visitor, display }: TestWall,
  login: string,
  pin = PIN,
  unit = KIOSK_UNIT,
): Promise<Answer> => visitor.post('/api/v1/entry/sign-in', { display, unit, login, pin })

/** In, or it fails. */
export async function beginEntry(kiosk: TestWall, login: string): Promise<EntryReply> {
  const answer = await signInAt(kiosk, login)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body as EntryReply
}

export type TestEntry = { readonly command: string; readonly data: object; readonly expected?: number }

/** @param enteredAt by the station's clock */
export const sendEntry = (
  { visitor }: TestWall,
  ticket: string,
  entry: TestEntry,
  enteredAt: number,
  { key = randomUUID(), wasOffline = false }: { readonly key?: string; readonly wasOffline?: boolean } = {},
): Promise<Answer> =>
  visitor.post(
    '/api/v1/entry/commands',
    { expected: 0, ...entry, enteredAt, wasOffline },
    { 'x-entry-ticket': ticket, 'idempotency-key': key },
  )

/** An obstacle of one name, which needs nothing to have been there before. */
export const anObstacle = (obstacle: string, about: object = {}): TestEntry => ({
  command: 'raise-obstacle',
  data: {
    obstacle,
    kind: 'obstacle',
    title: 'Thiếu máy đo mặn',
    text: 'Trạm bơm chưa có máy đo độ mặn',
    village: null,
    task: null,
    ...about,
  },
})
