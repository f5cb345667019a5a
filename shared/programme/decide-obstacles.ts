// Checks of obstacles and proposals: anyone raises them; who must act, who raised them, the lead and the authority move them.
import { checkUnit } from './decide-actor.ts'
import type { Judges } from './decide-judgement.ts'
import { LIMITS, MOST } from './decide-limits.ts'
import { authorityOf, carriersOf, leadOf, requireRight } from './decide-rights.ts'
import { knownTask } from './decide-tasks.ts'
import { checkId, checkProgrammeDay, checkText } from './decide-values.ts'
import { knownVillage } from './decide-villages.ts'
import { subjectOf } from './event.ts'
import type { ObstacleState } from './facts.ts'

/** Where an obstacle may go. An answer may not be enough (back to raised, or on to others); what was resolved may come up again. */
export const OBSTACLE_MOVES: Readonly<Record<ObstacleState, readonly ObstacleState[]>> = {
  raised: ['assigned', 'answered', 'escalated', 'resolved'],
  assigned: ['assigned', 'answered', 'escalated', 'resolved'],
  answered: ['assigned', 'escalated', 'resolved', 'raised'],
  escalated: ['assigned', 'answered', 'escalated', 'resolved'],
  resolved: ['raised'],
}

export const judgeObstacles: Judges<'raise-obstacle' | 'move-obstacle'> = {
  'raise-obstacle': (j, { obstacle: id, ...about }) => {
    const { obstacles } = j.state
    if (checkId(j, 'obstacle', id) && obstacles.has(id)) j.refuse('obstacle-exists', 'obstacle', id)
    if (obstacles.size >= MOST.obstacles) j.refuse('limit-reached', null, MOST.obstacles)
    checkText(j, 'title', about.title, LIMITS.title)
    checkText(j, 'text', about.text, LIMITS.text)
    if (about.village !== null) knownVillage(j, about.village)
    if (about.task !== null) knownTask(j, about.task)
    const data = { ...about, unit: j.actor.unit, on: j.today }
    return [{ type: 'programme.obstacle-raised', subject: subjectOf.obstacle(id), data }]
  },

  'move-obstacle': (j, { obstacle: id, to, responsible, text, dueOn }) => {
    const item = j.state.obstacles.get(id)
    if (!item) j.refuse('obstacle-unknown', 'obstacle', id.slice(0, 64))
    else {
      const allowed = OBSTACLE_MOVES[item.state]
      if (!allowed.includes(to)) j.refuse('obstacle-move', 'to', item.state, to, allowed)
      if (item.moves.length >= MOST.obstacleMoves) j.refuse('limit-reached', null, MOST.obstacleMoves)
      const acting = item.responsible === null ? [] : carriersOf(j, item.responsible)
      requireRight(j, acting, carriersOf(j, item.unit), leadOf(j), authorityOf(j))
    }
    const namesWho = to === 'assigned' || to === 'escalated'
    if (namesWho) {
      if (responsible === null) j.refuse('responsible-missing', 'responsible')
      else checkUnit(j, 'responsible', responsible)
    } else if (responsible !== null) j.refuse('responsible-unexpected', 'responsible')
    // Handing it on may go without words; an answer, a solution and raising it again may not.
    checkText(j, 'text', text, namesWho ? { ...LIMITS.text, min: 0 } : LIMITS.text)
    if (dueOn !== null) {
      if (!namesWho) j.refuse('due-unexpected', 'dueOn')
      else if (checkProgrammeDay(j, 'dueOn', dueOn) && dueOn < j.today) j.refuse('due-in-past', 'dueOn', dueOn)
    }
    const unit = namesWho ? (responsible ?? j.actor.unit) : j.actor.unit
    const data = { to, unit, text, dueOn, on: j.today }
    return [{ type: 'programme.obstacle-moved', subject: subjectOf.obstacle(id), data }]
  },
}
