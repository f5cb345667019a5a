// The pages that aren't one list: the overview, one village with everything of it, and the villages as GeoJSON. Pure.

import type { View } from '../../../shared/programme/api-schema.ts'
import { type StandingCounts, villageStanding } from '../../../shared/programme/assessment-standing.ts'
import { setOn } from '../../../shared/programme/criteria.ts'
import { programmeOverview, type VillageOverview } from '../../../shared/programme/overview.ts'
import type { OverviewReply, VillagePage, VillagesGeoJson } from '../../../shared/programme/page-schema.ts'
import type { VillageState } from '../../../shared/programme/state.ts'
import { dossierRow, indicatorRows } from './assessment-lists.ts'
import { fundingRows, SUPERVISION } from './funding-lists.ts'
import type { ListView } from './list.ts'
import { OBSTACLES, RECORDS } from './obstacle-lists.ts'
import { originOf, unitNameOf } from './row-parts.ts'
import { taskRow, villageMilestoneRows } from './task-lists.ts'
import { forecastPart, VILLAGES, villageFactsOf, villageRowOf } from './village-lists.ts'

type Page<T> = Omit<T, keyof View>

export function overviewPage(view: ListView): Page<OverviewReply> {
  const { state, units, day } = view
  const { villages, tasks, set, isSetLapsed, day: _day, ...rest } = programmeOverview(state, units, day)
  return {
    ...rest,
    years: [...rest.years],
    villages: villages.map(village => overviewVillage(view, village)),
    tasks: tasks && { counts: tasks.counts, worst: tasks.worst.map(standing => taskRow(view, standing)) },
    set: set && { id: set.id, title: set.title, illustrative: set.illustrative, isLapsed: isSetLapsed },
  }
}

function overviewVillage(view: ListView, village: VillageOverview): OverviewReply['villages'][number] {
  const { id, name, plannedYear, recognition, counts, forecast, stage, clock, isSimulated } = village
  const isRecognised = recognition.kind === 'recognised'
  return {
    id,
    name,
    plannedYear,
    recognition: recognition.kind,
    recognisedOn: isRecognised ? recognition.on : null,
    recognitionBasis: isRecognised ? recognition.basis : null,
    ...knownCounts(counts),
    dossierStage: stage,
    dossierDueOn: clock?.dueOn ?? null,
    dossierIsLate: clock?.isLate ?? null,
    ...forecastPart(view, forecast),
    isSimulated,
  }
}

/** Of indicators that aren't at hand nothing is known, not even that none is met. */
const knownCounts = ({ total, met, notMet, open }: StandingCounts) => ({
  total,
  met: total === null ? null : met,
  notMet: total === null ? null : notMet,
  open,
})

export function villagePage(view: ListView, village: VillageState): Page<VillagePage> {
  const { state, units, set } = view
  const isIts = (row: { readonly village: string | null }) => row.village === village.id
  return {
    village: villageRowOf(view, village),
    links: village.links.map(({ unit, from, to }) => ({ unit, name: units.get(unit)?.name ?? null, from, to })),
    recognition: recognitionOf(village),
    facts: [...villageFactsOf(village)],
    milestones: [...villageMilestoneRows(view, village)],
    groups: set
      ? villageStanding(state, village.id, set).byGroup.map(({ group, counts }) => ({
          id: group.id,
          title: group.title,
          counts: knownCounts(counts),
        }))
      : [],
    indicators: [...indicatorRows(view, village.id)],
    dossiers: dossiersOf(view, village.id),
    funding: [...fundingRows(view, { villages: [village.id] })],
    supervision: SUPERVISION.rowsOf(view).filter(isIts),
    obstacles: OBSTACLES.rowsOf(view).filter(isIts),
    records: RECORDS.rowsOf(view).filter(isIts),
  }
}

function recognitionOf({ recognition }: VillageState): VillagePage['recognition'] {
  if (!recognition) return null
  const { by, at, eventId, ...said } = recognition
  return { ...said, ...originOf([{ by, at, eventId }]) }
}

function dossiersOf(view: ListView, village: string): VillagePage['dossiers'] {
  return [...view.state.dossiers.values()]
    .filter(dossier => dossier.village === village)
    .toSorted((a, b) => a.round - b.round)
    .flatMap(dossier =>
      dossierRow(view, dossier).map(row => ({
        ...row,
        moves: dossier.moves.map(({ to, on, unit, note, by, at, eventId }) => ({
          to,
          on,
          unit,
          unitName: unitNameOf(view, unit),
          note,
          eventId,
          ...originOf([{ by, at, eventId }]),
        })),
      })),
    )
}

/** Points in the order of the plan (RFC 7946); a feature's id is the village's. */
export function villagesGeoJson(view: ListView): Pick<VillagesGeoJson, 'type' | 'features'> {
  return {
    type: 'FeatureCollection',
    features: VILLAGES.rowsOf(view).map(({ id, lon, lat, ...properties }) => ({
      type: 'Feature',
      id,
      geometry: lon === null || lat === null ? null : { type: 'Point', coordinates: [lon, lat] },
      properties,
    })),
  }
}

/** The view everything is read from, by the set in use. */
export function viewOf({ state, units, day, basis }: Omit<ListView, 'set'>): ListView {
  return { state, units, day, basis, set: setOn(state, day).set }
}
