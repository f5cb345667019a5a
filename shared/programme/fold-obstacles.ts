// Obstacles and proposals on their way from raised to resolved, and the light records (training, handbook, equipment, …).
import type { Handlers } from './handlers.ts'
import { idIn } from './handlers.ts'
import { stampOf } from './stamp.ts'

type Types = 'programme.obstacle-raised' | 'programme.obstacle-moved' | 'programme.record-set'

export const foldObstacles: Handlers<Types> = {
  'programme.obstacle-raised': (draft, event) => {
    const id = idIn(event.subject)
    const { on, ...about } = event.data
    const first = { to: 'raised', unit: about.unit, text: about.text, dueOn: null, on, ...stampOf(event) } as const
    const item = {
      id,
      ...about,
      raisedOn: on,
      state: 'raised',
      responsible: null,
      dueOn: null,
      moves: [first],
    } as const
    draft.table('obstacles').set(id, item)
  },
  'programme.obstacle-moved': (draft, event) => {
    const held = draft.state.obstacles.get(idIn(event.subject))
    if (!held) return
    const { to, unit, text, dueOn, on } = event.data
    // Who answered isn't who must act next: the one who raised it is, until it is resolved or goes further.
    const responsible = to === 'answered' ? held.unit : to === 'assigned' || to === 'escalated' ? unit : null
    const moves = [...held.moves, { to, unit, text, dueOn, on, ...stampOf(event) }]
    draft.table('obstacles').set(held.id, { ...held, state: to, responsible, dueOn, moves })
  },
  'programme.record-set': (draft, event) => {
    const id = idIn(event.subject)
    draft.table('records').set(id, { id, ...event.data, ...stampOf(event) })
  },
}
