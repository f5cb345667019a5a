// Checks of the light records: training, handbook, infrastructure proposals, equipment, data connections.
import { checkUnit } from './decide-actor.ts'
import type { Judges } from './decide-judgement.ts'
import { LIMITS, MOST } from './decide-limits.ts'
import { carriersOf, leadOf, requireRight } from './decide-rights.ts'
import { checkDay, checkId, checkNote, checkPastDay, checkText } from './decide-values.ts'
import { knownVillage } from './decide-villages.ts'
import { subjectOf } from './event.ts'

export const judgeRecords: Judges<'set-record'> = {
  'set-record': (j, { record: id, ...record }) => {
    const { kind, title, owner, state, on, village, note } = record
    const held = j.state.records.get(id)
    checkId(j, 'record', id)
    if (!held && j.state.records.size >= MOST.records) j.refuse('limit-reached', null, MOST.records)
    if (held && held.kind !== kind) j.refuse('record-kind', 'kind')
    // What has an owner is changed, and given away, by that owner. One that ended may stay in an old record.
    requireRight(j, carriersOf(j, held?.owner ?? owner), leadOf(j))
    if (owner !== held?.owner) checkUnit(j, 'owner', owner)
    checkText(j, 'title', title, LIMITS.title)
    if (state === 'done') {
      if (on === null) j.refuse('record-undated', 'on')
      else checkPastDay(j, 'on', on)
    } else if (on !== null) checkDay(j, 'on', on)
    if (village !== null) knownVillage(j, village)
    checkNote(j, 'note', note)
    return [{ type: 'programme.record-set', subject: subjectOf.record(id), data: record }]
  },
}
