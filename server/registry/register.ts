// Adding, re-keying and disabling devices: checks against the catalogue, then one store transaction. Used by the command line.
import { deviceIdSchema } from '../../shared/ids.ts'
import type { Registry } from '../../shared/registry.ts'
import type { NewSeries, Store } from '../store/store.ts'
import type { DevicePlan } from './device-plan.ts'
import { hashToken, newToken } from './token.ts'

/** Why a device can't be added or changed, Vietnamese · English. */
export type Refusal = { readonly refusal: string }
export type Issued = { readonly token: string }

/** Bounds of one registration, so that a typing mistake can't fill the catalogue. */
const MAX_QUANTITIES = 64

export function checkPlan(plan: DevicePlan, registry: Registry): readonly NewSeries[] | Refusal {
  const quantities = new Map(registry.quantities.map(quantity => [quantity.code, quantity]))
  const codes = plan.quantities.map(quantity => quantity.code)
  const unknown = codes.filter(code => !quantities.has(code))
  if (!deviceIdSchema.safeParse(plan.id).success)
    return no(
      `mã thiết bị không hợp lệ: "${plan.id}"`,
      `not a device id: "${plan.id}" (letters, digits, - and _, at most 64)`,
    )
  if (!registry.villages.some(village => village.id === plan.village))
    return no(
      `không có làng "${plan.village}"`,
      `no village "${plan.village}"; one of ${registry.villages.map(v => v.id).join(', ')}`,
    )
  if (!(Math.abs(plan.lon) <= 180 && Math.abs(plan.lat) <= 90))
    return no('tọa độ không hợp lệ', `not a position: ${plan.lon}, ${plan.lat}`)
  if (unknown.length > 0)
    return no(
      `đại lượng lạ: ${unknown.join(', ')}`,
      `unknown quantities: ${unknown.join(', ')}; known: ${[...quantities.keys()].join(', ')}`,
    )
  if (codes.length === 0 || codes.length > MAX_QUANTITIES || new Set(codes).size !== codes.length)
    return no('danh sách đại lượng trống, lặp hoặc quá dài', `quantities: 1 to ${MAX_QUANTITIES}, each once`)
  return plan.quantities.flatMap(({ code, intervalMs }) => {
    const quantity = quantities.get(code)
    return quantity ? [{ quantity: code, unit: quantity.unit, intervalMs }] : []
  })
}

/** The token is in the answer and nowhere else; the store keeps its hash. */
export async function addDevice(
  store: Store,
  registry: Registry,
  plan: DevicePlan,
  at: number,
  actor: string,
): Promise<Issued | Refusal> {
  const series = checkPlan(plan, registry)
  if ('refusal' in series) return series
  const token = newToken()
  const { id, name, village, lon, lat, source } = plan
  const device = { id, name, village, lon, lat, source, tokenHash: hashToken(token), createdAt: at }
  const isAdded = await store.addDevice(device, series, actor)
  return isAdded ? { token } : no(`thiết bị "${id}" đã có`, `device "${id}" exists`)
}

/** How long the token before goes on working when nobody says otherwise, and at the most. */
export const DEFAULT_OVERLAP_MS = 24 * 3_600_000
export const MAX_OVERLAP_MS = 30 * DEFAULT_OVERLAP_MS

/**
 * A new token; a disabled device works again, with that one alone.
 * @param overlapMs how long the present token goes on working, 0 = it stops now
 */
export async function rotateDevice(
  store: Store,
  id: string,
  { at, actor, overlapMs }: { readonly at: number; readonly actor: string; readonly overlapMs: number },
): Promise<Issued | Refusal> {
  if (!(overlapMs >= 0 && overlapMs <= MAX_OVERLAP_MS))
    return no('thời gian dùng song song: từ 0 đến 30 ngày', 'the overlap of two tokens: 0 to 30 days')
  const token = newToken()
  const previousUntil = overlapMs === 0 ? null : at + overlapMs
  const rotation = { tokenHash: hashToken(token), previousUntil, at, actor }
  return (await store.rotateToken(id, rotation)) ? { token } : noDevice(id)
}

export async function disableDevice(store: Store, id: string, at: number, actor: string): Promise<Refusal | undefined> {
  return (await store.disableDevice(id, at, actor)) ? undefined : noDevice(id)
}

const no = (vi: string, en: string): Refusal => ({ refusal: `${vi} · ${en}` })
const noDevice = (id: string): Refusal => no(`không có thiết bị "${id}"`, `no device "${id}"`)
