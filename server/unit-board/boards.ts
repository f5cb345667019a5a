// The boards of the units, cut anew when something has happened and otherwise held: a kiosk asks every few seconds. Knows no HTTP.
import { createHash } from 'node:crypto'
import { maskJson } from '../../shared/access/mask.ts'
import type { Audience } from '../../shared/access/role.ts'
import type { AlarmState } from '../../shared/alarms/state.ts'
import { carriersOf } from '../../shared/programme/decide-rights.ts'
import type { ProgrammeState } from '../../shared/programme/state.ts'
import type { Units } from '../../shared/programme/units.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import type { Registry } from '../../shared/registry.ts'
import type { CitizenNote } from '../../shared/unit-board/citizens-schema.ts'
import { ownVillages } from '../../shared/unit-board/own-units.ts'
import type { BoardStation, UnitBoard } from '../../shared/unit-board/unit-board-schema.ts'
import { unitIdOn } from '../../shared/village-units.ts'
import { type Cut, cutOf, programmePart } from './cut.ts'
import { alarmPart } from './cut-alarms.ts'

export type BoardsDeps = {
  readonly registry: Registry
  readonly citizens: readonly CitizenNote[]
  readonly programme: {
    readonly state: () => ProgrammeState
    readonly units: Units
    readonly today: () => string
  }
  readonly alarms: () => AlarmState
  readonly catalogue: () => readonly CatalogueSeries[]
}
export type PackedBoard = { readonly bytes: Buffer; readonly etag: string }
export type Boards = {
  /** Undefined when there is no such unit. */
  readonly of: (unit: string, audience: Audience) => PackedBoard | undefined
}

type Held = PackedBoard & { readonly key: string }

export function createBoards({ registry, citizens, programme, alarms, catalogue }: BoardsDeps): Boards {
  const personal = new Set(registry.quantities.flatMap(one => (one.personal === true ? [one.code] : [])))
  /** By unit and audience, of units there are: as many as there can be. */
  const held = new Map<string, Held>()

  function boardOf(unitId: string, cut: Cut, stations: readonly BoardStation[], audience: Audience): UnitBoard {
    const day = programme.today()
    const state = programme.state()
    const unit = registry.units.find(({ id }) => id === unitId)
    if (!unit) throw new TypeError(`cut for a unit that isn't there: ${unitId}`)
    const isIts = (id: string) =>
      cut.own.has(id) ||
      carriersOf({ state, units: programme.units, today: day }, id).some(carrier => cut.own.has(carrier.id))
    return {
      unit: { id: unit.id, name: unit.name, kind: unit.kind },
      districts: registry.units.flatMap(({ id, name }) => (cut.districts.has(id) ? [name] : [])),
      day,
      villages: ownVillages(registry, unitId).map(village => ({
        id: village.id,
        name: village.name,
        plannedYear: village.plannedYear,
        unitName: cut.nameOf(unitIdOn(village, day) ?? null),
      })),
      stations: [...stations],
      offers: citizens.filter(({ village }) => cut.villages.has(village)),
      work:
        audience === 'public'
          ? null
          : {
              ...programmePart(cut, { state, units: programme.units, day }),
              alarms: [...alarmPart(cut, alarms(), registry, isIts)],
            },
    }
  }

  return {
    of(unitId, audience) {
      const cut = cutOf(registry, unitId)
      if (!cut) return undefined
      const isHidden = audience === 'leader' ? () => false : (code: string) => personal.has(code)
      const stations = stationsOf(catalogue().filter(one => cut.villages.has(one.village) && !isHidden(one.quantity)))
      // All that a board hangs on.
      const key = JSON.stringify([programme.state().lastId, alarms().lastId, programme.today(), stations])
      const place = `${unitId} ${audience}`
      const known = held.get(place)
      if (known?.key === key) return known
      const board = boardOf(unitId, cut, stations, audience)
      const bytes = Buffer.from(JSON.stringify(maskJson(audience, board, personal)))
      const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`
      const fresh = { key, bytes, etag }
      held.set(place, fresh)
      return fresh
    },
  }
}

function stationsOf(series: readonly CatalogueSeries[]): readonly BoardStation[] {
  return [...Map.groupBy(series, ({ device }) => device).values()].flatMap(own => {
    const [first] = own
    if (!first) return []
    const { device: id, deviceName: name, village, lon, lat, source } = first
    const described = own.map(one => ({
      id: one.id,
      quantity: one.quantity,
      unit: one.unit,
      intervalMs: one.intervalMs,
    }))
    return [{ id, name, village, lon, lat, source, series: described }]
  })
}
