// Cuts one unit's part out of the programme, the alarms and the field. Pure. A row is taken when the unit, what it was or what carries it
// on stands in it; of the words in it, those that another place wrote or is named by are left out.

import { carriersOf } from '../../shared/programme/decide-rights.ts'
import { obstacleStandings } from '../../shared/programme/obstacle-standing.ts'
import { REPORTS_BACK_DAYS } from '../../shared/programme/overview.ts'
import type { ProgrammeState } from '../../shared/programme/state.ts'
import { type TaskStanding, taskStandings } from '../../shared/programme/task-standing.ts'
import { groupOf, type Units, unitsById } from '../../shared/programme/units.ts'
import { addDays } from '../../shared/programme/working-calendar.ts'
import type { Registry } from '../../shared/registry.ts'
import { districtOf, isEverybodys, ownUnits, ownVillages } from '../../shared/unit-board/own-units.ts'
import type { BoardTask, UnitWork } from '../../shared/unit-board/unit-board-schema.ts'
import type { ListView } from '../programme/lists/list.ts'
import { OBSTACLES } from '../programme/lists/obstacle-lists.ts'
import { viewOf } from '../programme/lists/pages.ts'
import { REPORTS } from '../programme/lists/report-lists.ts'
import { MILESTONES, taskRow } from '../programme/lists/task-lists.ts'
import { villageRowOf } from '../programme/lists/village-lists.ts'

/** What one unit is, for cutting. */
export type Cut = {
  readonly own: ReadonlySet<string>
  readonly villages: ReadonlySet<string>
  /** Districts of the plan that its villages lay in. */
  readonly districts: ReadonlySet<string>
  /** Its name as everybody may read it on this unit's board; null of another place. */
  readonly nameOf: (unit: string | null) => string | null
}

/** Undefined when there is no such unit. */
export function cutOf(registry: Registry, unitId: string): Cut | undefined {
  const own = ownUnits(registry, unitId)
  if (!own) return undefined
  const villages = ownVillages(registry, unitId).map(({ id }) => id)
  const districts = new Set(villages.flatMap(village => districtOf(registry, village)?.id ?? []))
  const units = unitsById(registry.units)
  return {
    own,
    villages: new Set(villages),
    districts,
    nameOf(id) {
      const unit = id === null ? undefined : units.get(id)
      return unit && (isEverybodys(unit) || own.has(unit.id)) ? unit.name : null
    },
  }
}

export type ProgrammeAt = { readonly state: ProgrammeState; readonly units: Units; readonly day: string }

export function programmePart(cut: Cut, at: ProgrammeAt): Omit<UnitWork, 'alarms'> {
  const view = viewOf({ ...at, basis: 'today' })
  const { state } = view
  return {
    villages: [...state.villages.values()]
      .filter(({ id }) => cut.villages.has(id))
      .toSorted((a, b) => a.order - b.order)
      .map(village => boardVillage(view, village)),
    tasks: taskStandings(state, at.day).flatMap(standing => boardTask(cut, view, standing)),
    milestones: MILESTONES.rowsOf(view).flatMap(({ unit, ...row }) =>
      (row.village !== null && cut.villages.has(row.village)) || (unit !== null && cut.own.has(unit)) ? [row] : [],
    ),
    reports: reportsOf(cut, view),
    obstacles: obstaclesOf(cut, view),
  }
}

function boardVillage(view: ListView, village: Parameters<typeof villageRowOf>[1]): UnitWork['villages'][number] {
  const row = villageRowOf(view, village)
  const { id, name, plannedYear, recognition, recognisedOn, recognitionBasis, set, met, notMet, open, total } = row
  const { dossierStage, dossierDueOn, dossierIsLate, isSimulated } = row
  return {
    id,
    name,
    plannedYear,
    recognition,
    recognisedOn,
    recognitionBasis,
    set,
    met,
    notMet,
    open,
    total,
    dossierStage,
    dossierDueOn,
    dossierIsLate,
    isSimulated,
  }
}

function boardTask(cut: Cut, view: ListView, standing: TaskStanding): readonly BoardTask[] {
  const part = partIn(cut, view, standing)
  if (!part) return []
  const {
    lead,
    partners: _partners,
    openRequests: _requests,
    updates: _updates,
    text,
    by,
    at,
    ...row
  } = taskRow(view, standing)
  // A task of all districts is told of by each of them: another's words stay with it.
  const isOwn = standing.state.latest !== null && cut.own.has(standing.state.latest.unit)
  return [
    { ...row, part, leadName: cut.nameOf(lead), ...(isOwn ? { text, by, at } : { text: null, by: null, at: null }) },
  ]
}

function partIn(cut: Cut, { state, units, day }: ListView, { task }: TaskStanding): BoardTask['part'] | undefined {
  const context = { state, units, today: day }
  const isCarried = (id: string) => carriersOf(context, id).some(unit => cut.own.has(unit.id))
  if (isCarried(task.lead)) return 'lead'
  const members = groupOf(state.plan, task.lead) ?? [task.lead]
  const isFormer = members.some(id => cut.own.has(id) || cut.districts.has(id))
  if (isFormer && carriersOf(context, task.lead).length === 0) return 'unassigned'
  return task.partners.some(isCarried) ? 'partner' : undefined
}

function reportsOf(cut: Cut, view: ListView): UnitWork['reports'] {
  const since = addDays(view.day, -REPORTS_BACK_DAYS)
  return REPORTS.rowsOf(view).flatMap(row => {
    const isIts = row.unit === null ? row.formerly !== null && cut.districts.has(row.formerly) : cut.own.has(row.unit)
    if (!isIts || row.dueOn < since) return []
    const { period, span, year, cutoff, dueOn, unitName, mark, submittedOn, lateDays, eventId, isSimulated } = row
    return [{ period, span, year, cutoff, dueOn, unitName, mark, submittedOn, lateDays, eventId, isSimulated }]
  })
}

function obstaclesOf(cut: Cut, view: ListView): UnitWork['obstacles'] {
  const open = new Set(obstacleStandings(view.state, view.day).flatMap(({ item, isOpen }) => (isOpen ? [item.id] : [])))
  return OBSTACLES.rowsOf(view).flatMap(({ unit, unitName: _name, responsible, moves: _moves, ...row }) =>
    open.has(row.id) && (cut.own.has(unit) || (row.village !== null && cut.villages.has(row.village)))
      ? [{ ...row, responsibleName: cut.nameOf(responsible) }]
      : [],
  )
}
