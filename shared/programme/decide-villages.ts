// Checks of commands about villages: adding one, its communes over time, what is known of it, its recognition.
import type { Judgement, Judges } from './decide-judgement.ts'
import { LIMITS, MOST, PLACE_ID, RESERVED_VILLAGE_ID } from './decide-limits.ts'
import { authorityOf, leadOf, requireRight, villageHoldersOf } from './decide-rights.ts'
import {
  checkCount,
  checkDay,
  checkId,
  checkNote,
  checkPastDay,
  checkProgrammeDay,
  checkText,
  checkYear,
  isWholeWithin,
} from './decide-values.ts'
import { subjectOf } from './event.ts'
import type { UnitLink, VillageFact, VillageFactKey } from './facts.ts'
import { recognitionOf } from './recognition-progress.ts'
import type { VillageState } from './state.ts'
import { isValidOn } from './units.ts'

type Names = 'add-village' | 'link-village' | 'record-village-fact' | 'set-village-milestone' | 'record-recognition'

export const judgeVillages: Judges<Names> = {
  'add-village': (j, { village, ...about }) => {
    const { villages } = j.state
    requireRight(j, leadOf(j), authorityOf(j))
    if (village === RESERVED_VILLAGE_ID) j.refuse('id-reserved', 'village', village)
    else if (checkId(j, 'village', village, PLACE_ID) && villages.has(village))
      j.refuse('village-exists', 'village', village)
    if (villages.size >= MOST.villages) j.refuse('limit-reached', null, MOST.villages)
    checkText(j, 'name', about.name, LIMITS.villageName)
    checkYear(j, 'plannedYear', about.plannedYear)
    checkLinks(j, about.links)
    const [longitude, latitude] = about.centre ?? [0, 0]
    // Not a number is neither inside nor outside.
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) j.refuse('centre-outside', 'centre')
    checkText(j, 'source', about.source, LIMITS.source)
    const order = Math.max(0, ...[...villages.values()].map(one => one.order)) + 1
    return [{ type: 'programme.village-added', subject: subjectOf.village(village), data: { ...about, order } }]
  },

  'link-village': (j, { village: id, unit: unitId, from, reason }) => {
    const village = knownVillage(j, id)
    requireRight(j, leadOf(j), authorityOf(j))
    checkNote(j, 'reason', reason)
    if (checkProgrammeDay(j, 'from', from)) {
      checkCommune(j, 'unit', { unit: unitId, from, to: null })
      if (village) checkFollows(j, village, unitId, from)
    } else if (!j.units.has(unitId)) j.refuse('unit-unknown', 'unit', unitId.slice(0, 64))
    return [{ type: 'programme.village-linked', subject: subjectOf.village(id), data: { unit: unitId, from, reason } }]
  },

  'record-village-fact': (j, { village: id, ...known }) => {
    const village = knownVillage(j, id)
    if (village) requireRight(j, villageHoldersOf(j, village), leadOf(j))
    checkFact(j, known)
    return [{ type: 'programme.village-fact-recorded', subject: subjectOf.village(id), data: known }]
  },

  'set-village-milestone': (j, { village: id, ...milestone }) => {
    const village = knownVillage(j, id)
    if (village) {
      requireRight(j, villageHoldersOf(j, village), leadOf(j))
      const isNew = !village.milestones.some(one => one.id === milestone.milestone)
      if (isNew && village.milestones.length >= MOST.milestones) j.refuse('limit-reached', null, MOST.milestones)
    }
    checkId(j, 'milestone', milestone.milestone)
    checkText(j, 'title', milestone.title, LIMITS.title)
    if (milestone.plannedOn !== null) checkProgrammeDay(j, 'plannedOn', milestone.plannedOn)
    if (milestone.reachedOn !== null) checkPastDay(j, 'reachedOn', milestone.reachedOn)
    return [{ type: 'programme.village-milestone-set', subject: subjectOf.village(id), data: milestone }]
  },

  'record-recognition': (j, { village: id, ...recognition }) => {
    const village = knownVillage(j, id)
    const { state, decision, decidedOn, reportedOn, confidence, source, note } = recognition
    requireRight(j, authorityOf(j))
    if (decision !== null) checkText(j, 'decision', decision, { min: 1, ...LIMITS.document })
    if (decidedOn !== null) checkPastDay(j, 'decidedOn', decidedOn)
    if (reportedOn !== null) checkPastDay(j, 'reportedOn', reportedOn)
    if (source !== null) checkText(j, 'source', source, LIMITS.source)
    checkNote(j, 'note', note)
    if (state === 'withdrawn' && village && recognitionOf(j.state, village).kind !== 'recognised')
      j.refuse('recognition-not-held', 'state')
    if (state !== 'unknown') {
      if (decidedOn === null && reportedOn === null) j.refuse('recognition-undated', 'decidedOn')
      if (confidence === 'none') j.refuse('recognition-unfounded', 'confidence')
      if (confidence === 'confirmed' && decision === null) j.refuse('recognition-unnumbered', 'decision')
    }
    return [{ type: 'programme.recognition-recorded', subject: subjectOf.village(id), data: recognition }]
  },
}

/** The village of a command, which must be there. */
export function knownVillage(j: Judgement, id: string, field = 'village'): VillageState | undefined {
  const village = j.state.villages.get(id)
  if (!village) j.refuse('village-unknown', field, id.slice(0, 64))
  return village
}

function checkLinks(j: Judgement, links: readonly UnitLink[]): void {
  checkCount(j, 'links', links, { min: 1, max: MOST.links })
  let isSound = true
  for (const [at, { from, to }] of links.entries()) {
    const fromIsDay = from === null || checkDay(j, `links.${at}.from`, from)
    const toIsDay = to === null || checkDay(j, `links.${at}.to`, to)
    isSound &&= fromIsDay && toIsDay
  }
  if (!isSound) return
  for (const [at, link] of links.entries()) checkCommune(j, `links.${at}.unit`, link)
  if (!areContinuous(links)) j.refuse('links-not-continuous', 'links')
}

/** Only the first may begin before memory and only the last may be open; each begins where the one before ends. */
const areContinuous = (links: readonly UnitLink[]): boolean =>
  links.every(
    ({ from, to }, at) =>
      (from === null || to === null || from < to) &&
      (at === 0 || (from !== null && from === links[at - 1]?.to)) &&
      (to !== null || at === links.length - 1),
  )

/** A commune that is there when the link begins, and doesn't end before the link does. */
function checkCommune(j: Judgement, field: string, { unit: id, from, to }: UnitLink): void {
  const unit = j.units.get(id)
  if (!unit) return j.refuse('unit-unknown', field, id.slice(0, 64))
  if (unit.kind !== 'commune') j.refuse('link-not-commune', field, unit.name)
  const begins = from === null ? unit.validFrom === null : isValidOn(unit, from)
  const ends = to === null || unit.validTo === null || to <= unit.validTo
  if (!begins || !ends) j.refuse('link-outside-unit', field, unit.name, unit.validFrom, unit.validTo)
}

/** From the day of the last link on, so that a wrong one can be corrected, but the past isn't cut away. */
function checkFollows(j: Judgement, { links }: VillageState, unit: string, from: string): void {
  const last = links.at(-1)
  if (links.length >= MOST.links) j.refuse('limit-reached', null, MOST.links)
  if (!last) return
  if (last.from !== null && from < last.from) j.refuse('link-before-last', 'from', last.from)
  else if (last.to !== null && from > last.to) j.refuse('links-not-continuous', 'from')
  if (last.unit === unit && last.to === null) j.refuse('link-unchanged', 'unit', j.units.get(unit)?.name ?? unit)
}

function checkFact(j: Judgement, known: { readonly fact: VillageFactKey } & VillageFact): void {
  const { fact, value, on, document, source, confidence } = known
  const isNumber = fact === 'ocop-stars'
  if (value !== null) {
    if (confidence === 'none') j.refuse('fact-unfounded', 'confidence')
    if (isNumber !== (typeof value === 'number')) j.refuse('fact-kind', 'value', isNumber)
    else if (typeof value === 'string') checkText(j, 'value', value, LIMITS.factText)
    else if (!isWholeWithin(value, LIMITS.stars)) j.refuse('fact-kind', 'value', isNumber)
  }
  if (on !== null) checkPastDay(j, 'on', on)
  checkNote(j, 'document', document, LIMITS.document)
  checkText(j, 'source', source, LIMITS.source)
}
