// A station with a programme to ask for lists and to send files to, and commands that must be taken.
import { randomUUID } from 'node:crypto'
import { illustrativeSet } from '../../server/programme/seed.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import type { Command } from '../../shared/programme/command.ts'
import { type Answer, get } from '../support/door.ts'

export const ACTOR = { name: 'Nguyễn Thị Sen', unit: 'so-khcn-2025' } as const
export const DEMO_SET = { ...illustrativeSet(loadRegistry()), predecessor: 'qd-384-2023' }
/** The programme's rules ask what day it is: a day of the demo's year. */
export const NOW = Date.parse('2026-11-25T10:00:00+07:00')

type Reached = { readonly url: string }
export const programmeUrl = ({ url }: Reached, path: string): string => `${url}/api/v1/programme/${path}`

/** Sends a command on a subject that nobody wrote about, and must be taken; `expected` where somebody did. */
export async function command(station: Reached, one: Command, expected = 0): Promise<void> {
  const { status, body } = await get(programmeUrl(station, 'commands'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ ...one, actor: ACTOR, expected }),
  })
  if (status !== 200) throw new Error(`${one.command}: ${status} ${JSON.stringify(body)}`)
}

export async function versionOf(station: Reached, subject: string): Promise<number> {
  const { body } = await get(programmeUrl(station, `events?subject=${encodeURIComponent(subject)}&limit=1`))
  return (body as { events: { id: number }[] }).events[0]?.id ?? 0
}

/** The demonstration's set in use, one indicator assessed, one amount planned and paid from, one obstacle, one record. */
export async function fill(station: Reached): Promise<void> {
  await command(station, { command: 'publish-criteria-set', data: { set: DEMO_SET } })
  const chosen = await versionOf(station, 'setting:criteriaSet')
  const data = { key: 'criteriaSet', value: DEMO_SET.id, reason: 'để thử' } as const
  await command(station, { command: 'change-setting', data }, chosen)
  await command(station, {
    command: 'assess-indicator',
    data: {
      village: 'my-dong',
      set: DEMO_SET.id,
      indicator: '1.1',
      step: 'self',
      outcome: 'met',
      value: 95,
      note: 'danh sách hộ',
      evidence: [],
    },
  })
  const place = { village: 'my-dong', source: await firstSource(station), year: 2026 } as const
  await command(station, {
    command: 'plan-funding',
    data: { ...place, kind: 'allocated', amount: 1_500_000_000, note: null },
  })
  const seen = await versionOf(station, `funding:${place.village}:${place.source}:2026`)
  await command(
    station,
    {
      command: 'book-funding',
      data: { ...place, kind: 'disbursed', amount: 250_000_000, on: '2026-10-01', document: null, note: null },
    },
    seen,
  )
  await command(station, {
    command: 'raise-obstacle',
    data: {
      obstacle: 'duong-truyen',
      kind: 'obstacle',
      title: 'Đường truyền',
      text: 'Chưa có cáp',
      village: 'my-dong',
      task: null,
    },
  })
  await command(station, {
    command: 'set-record',
    data: {
      record: 'tap-huan-1',
      kind: 'training',
      title: 'Tập huấn',
      owner: 'so-khcn-2025',
      state: 'done',
      on: '2026-05-05',
      village: 'my-dong',
      note: null,
    },
  })
}

export async function firstSource(station: Reached): Promise<string> {
  const { body } = await get(programmeUrl(station, 'state'))
  const { state } = body as { state: { plan: { fundingSources: { id: string }[] } } }
  return state.plan.fundingSources[0]?.id ?? ''
}

/** The bytes of a file that is answered. */
export async function download(url: string): Promise<Buffer> {
  const response = await fetch(url)
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
  return Buffer.from(await response.arrayBuffer())
}

export type Sent = { readonly commit?: boolean; readonly head?: number; readonly key?: string; readonly type?: string }
/** Sends a file to be imported; a commit has its own key unless told another. */
export function sendFile(station: Reached, kind: string, bytes: Buffer | string, about: Sent = {}): Promise<Answer> {
  const { commit = false, head, key = randomUUID(), type = 'application/octet-stream' } = about
  const query = new URLSearchParams({ actorName: ACTOR.name, actorUnit: ACTOR.unit })
  if (commit) query.set('commit', 'true')
  if (head !== undefined) query.set('head', String(head))
  return get(programmeUrl(station, `import/${kind}?${query}`), {
    method: 'POST',
    headers: { 'content-type': type, ...(commit ? { 'idempotency-key': key } : {}) },
    body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
  })
}
