// A running display as the station meets one: a real socket that reports, remembers what it was told, and can die.
import { randomUUID } from 'node:crypto'
import type { DisplayCommandRequest } from '../../shared/displays/command.ts'
import type { DisplayProfile } from '../../shared/displays/profile.ts'
import type { DisplayReport, Fellows, Order } from '../../shared/displays/report.ts'
import { get } from './door.ts'
import { type LiveScreen, openScreen } from './screen.ts'

export const aReport = (about: Partial<DisplayReport> = {}): DisplayReport => ({
  display: randomUUID(),
  version: '0.1.0-test',
  width: 1920,
  height: 1080,
  pixelRatio: 1,
  scene: 'overview',
  fps: 60,
  heapBytes: 40_000_000,
  clock: Date.now(),
  uptimeMs: 60_000,
  contextLosses: 0,
  troubles: [],
  ...about,
})

export const aProfile = (about: Partial<DisplayProfile> = {}): DisplayProfile => ({
  id: 'thu',
  name: 'Tường thử',
  screens: [
    { id: 'a', x: 0, y: 0, width: 1920, height: 1080 },
    { id: 'b', x: 1932, y: 0, width: 1920, height: 1080 },
  ],
  groups: [{ screens: ['a', 'b'], turns: [{ scene: 'overview', seconds: 25 }] }],
  inches: 55,
  distanceMetres: 3,
  borders: 'communes',
  language: 'vi',
  night: null,
  refreshAt: null,
  hasSound: false,
  ...about,
})

export type TestDisplay = {
  readonly id: string
  readonly screen: LiveScreen
  readonly orders: Order[]
  readonly fellows: Fellows[]
  readonly report: (about?: Partial<DisplayReport>) => Promise<boolean>
}

export async function openDisplay(url: string, id: string = randomUUID()): Promise<TestDisplay> {
  const screen = await openScreen(url)
  const orders: Order[] = []
  const fellows: Fellows[] = []
  screen.socket.on('order', order => orders.push(order))
  screen.socket.on('fellows', body => fellows.push(body))
  const report = async (about: Partial<DisplayReport> = {}) =>
    (await screen.socket.timeout(5_000).emitWithAck('report', aReport({ display: id, ...about }))).ok
  return { id, screen, orders, fellows, report }
}

export const ADMINISTRATOR = { name: 'Nguyễn Thị Sen', unit: 'so-khcn-2025' }
type Command = DisplayCommandRequest extends infer R ? (R extends unknown ? Omit<R, 'actor'> : never) : never

export const commandDisplays = (url: string, command: Command, key: string = randomUUID()) =>
  get(`${url}/api/v1/displays/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ ...command, actor: ADMINISTRATOR }),
  })
