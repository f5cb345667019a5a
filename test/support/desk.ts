// The desk's door as people at the centre use it.
import { randomUUID } from 'node:crypto'
import type { DeskCommand, DeskCommandData } from '../../shared/desk/command.ts'
import { type DeskSnapshot, unpackDesk } from '../../shared/desk/snapshot.ts'
import type { DeskState } from '../../shared/desk/state.ts'
import type { CommandActor } from '../../shared/programme/command.ts'
import { type Answer, get } from './door.ts'

type Place = { readonly url: string }

export const LAN: CommandActor = { name: 'Trần Thị Lan', unit: 'so-khcn-2025' }
export const MINH: CommandActor = { name: 'Lê Văn Minh', unit: 'so-khcn-2025' }

export const anEntry = (about: Partial<DeskCommandData['write-log-entry']> = {}): DeskCommand => ({
  command: 'write-log-entry',
  data: {
    id: randomUUID(),
    text: 'Gọi trạm bơm: đã mở cống',
    happenedAt: Date.now(),
    village: null,
    alarms: [],
    kind: 'phone',
    ...about,
  },
})
export const aHandOver = (about: Partial<DeskCommandData['hand-over-shift']> = {}): DeskCommand => {
  const to = about.to ?? Date.now()
  return {
    command: 'hand-over-shift',
    data: { id: randomUUID(), from: to - 12 * 3_600_000, to, text: 'Ca yên', outgoing: LAN, incoming: MINH, ...about },
  }
}
export const anIncident = (about: Partial<DeskCommandData['save-incident']> = {}): DeskCommand => {
  const to = about.to ?? Date.now()
  const data = { id: randomUUID(), title: 'Triều cường', from: to - 3_600_000, to, village: null, text: '', ...about }
  return { command: 'save-incident', data }
}

export const commandDesk = (
  { url }: Place,
  command: DeskCommand,
  { key = randomUUID(), actor = LAN }: { readonly key?: string; readonly actor?: CommandActor } = {},
): Promise<Answer> =>
  get(`${url}/api/v1/desk/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ ...command, actor }),
  })

export async function deskAt({ url }: Place, query = ''): Promise<DeskState> {
  const { body } = await get(`${url}/api/v1/desk/state${query}`)
  const state = unpackDesk(body as DeskSnapshot)
  if (!state) throw new Error('another version')
  return state
}
