// Everything a person may look for: villages, stations, units of today and of before, tasks, indicators, pages. Pure; words come with it.

import { setOn } from '../../shared/programme/criteria.ts'
import type { ProgrammeState } from '../../shared/programme/state.ts'
import { successorOn, unitsById } from '../../shared/programme/units.ts'
import { addDays } from '../../shared/programme/working-calendar.ts'
import type { Registry, Unit } from '../../shared/registry.ts'
import { unitIdOn, villagesOfUnit } from '../../shared/village-units.ts'
import { addressPlus } from '../app/address.ts'
import { placeChoice, searchWith } from '../desktop/desktop-address.ts'
import type { Station } from '../overview/stations.ts'
import { addressOf } from '../programme/section.ts'
import type { Thing } from './found-things.ts'

export type ThingWords = {
  readonly task: (id: string) => string
  readonly indicator: (id: string) => string
  /** Of a unit that is no more: until when, and who carries it on. */
  readonly formerUnit: (until: string, successor: string | undefined) => string
  readonly formerly: (names: string) => string
}

export type Known = {
  readonly registry: Registry | undefined
  readonly stations: readonly Station[]
  readonly programme: ProgrammeState | undefined
  readonly pages: readonly Thing[]
  /** ISO. */
  readonly day: string
  /** Of the address one is at, as far as it is to stay: on the map all of it, elsewhere the language and the time. */
  readonly search: string
}

export function knownThings({ registry, stations, programme, pages, day, search }: Known, words: ThingWords): Thing[] {
  return [
    ...(registry ? villageThings(registry, day, search, words) : []),
    ...stationThings(stations, registry, search),
    ...pages,
    ...(programme ? taskThings(programme, search, words) : []),
    ...(registry ? unitThings(registry, day, search, words) : []),
    ...(programme ? indicatorThings(programme, day, search, words) : []),
  ]
}

/** The map with a place on it. */
const placeAddress = (search: string, place: Parameters<typeof placeChoice>[0]): string =>
  `/${searchWith(search, placeChoice(place))}`

function villageThings(registry: Registry, day: string, search: string, words: ThingWords): readonly Thing[] {
  const units = unitsById(registry.units)
  return registry.villages.map(village => {
    const now = unitIdOn(village, day)
    const linked = village.links.flatMap(({ unit }) => units.get(unit) ?? [])
    const districts = linked
      .flatMap(({ parent }) => units.get(parent ?? '') ?? [])
      .filter(one => one.kind === 'district')
    const before = [...linked.filter(({ id }) => id !== now), ...districts].map(({ name }) => name)
    const home = units.get(now ?? '')?.name
    return {
      kind: 'village',
      id: village.id,
      name: village.name,
      others: [village.nameAscii, ...(home === undefined ? [] : [home]), ...before],
      detail: [home, before.length > 0 ? words.formerly(before.join(', ')) : undefined].filter(Boolean).join(' · '),
      to: placeAddress(search, { village: village.id }),
    }
  })
}

function stationThings(stations: readonly Station[], registry: Registry | undefined, search: string): readonly Thing[] {
  const names = new Map(registry?.villages.map(({ id, name }) => [id, name]))
  return stations.map(({ id, name, village }) => ({
    kind: 'station',
    id,
    name,
    others: [names.get(village) ?? village, id],
    detail: names.get(village) ?? village,
    to: placeAddress(search, { village, station: id }),
  }))
}

function taskThings({ plan }: ProgrammeState, search: string, words: ThingWords): readonly Thing[] {
  return (plan?.tasks ?? []).map(({ id, title }) => ({
    kind: 'task',
    id,
    name: title,
    others: [words.task(id)],
    detail: words.task(id),
    to: addressOf('tasks', id, search),
  }))
}

function indicatorThings(programme: ProgrammeState, day: string, search: string, words: ThingWords): readonly Thing[] {
  const groups = setOn(programme, day).set?.groups ?? []
  return groups.flatMap(({ criteria }) =>
    criteria.flatMap(criterion =>
      criterion.indicators.map(
        ({ id, title }): Thing => ({
          kind: 'indicator',
          id,
          name: title,
          others: [words.indicator(id), criterion.title],
          detail: `${words.indicator(id)} · ${criterion.title}`,
          to: addressPlus(addressOf('criteria', undefined, search), { view: 'list', q: id }),
        }),
      ),
    ),
  )
}

/** A unit with one village leads to it; others to the tasks they, or whoever carries them on, lead. */
function unitThings(registry: Registry, day: string, search: string, words: ThingWords): readonly Thing[] {
  const units = unitsById(registry.units)
  return registry.units.map(unit => {
    const heir = unit.validTo === null ? undefined : successorOn(units, unit.id, day)
    const [only, ...more] = villagesOfUnit(registry, unit.id) ?? []
    return {
      kind: 'unit',
      id: unit.id,
      name: unit.name,
      others: [],
      detail: unit.validTo === null ? '' : words.formerUnit(addDays(unit.validTo, -1), heir?.name),
      to:
        only !== undefined && more.length === 0
          ? placeAddress(search, { village: only })
          : unitAddress(heir ?? unit, search),
    }
  })
}

const unitAddress = ({ id, kind }: Unit, search: string): string =>
  kind === 'department' || kind === 'authority' || kind === 'group'
    ? addressPlus(addressOf('tasks', undefined, search), { lead: id, view: 'table' })
    : placeAddress(search, {})
