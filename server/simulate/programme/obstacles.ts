// The simulated obstacles on their way: raised by a commune or the lead, handed on by the lead, answered by whoever must act.
import { addDays } from '../../../shared/programme/working-calendar.ts'
import { OBSTACLES, type ObstacleMoveStory, type ObstacleStory, SAYINGS, WAYS } from './obstacle-story.ts'
import { carrierOf, communeOf, type Deed, type Scene, tellerOf, workday } from './scene.ts'

const AUTHORITY = 'ubnd-tinh'
const LEAD = 'so-khcn'

export const obstacleDeeds = (scene: Scene): readonly Deed[] =>
  OBSTACLES.flatMap((story, place) => deedsOf(scene, story, `mp-vm-${String(place + 1).padStart(2, '0')}`))

function deedsOf(scene: Scene, story: ObstacleStory, obstacle: string): readonly Deed[] {
  const teller = tellerOf(scene, obstacle)
  const { kind = 'obstacle', title, text, task = null, villageAt } = story
  const village = villageAt === null ? null : (scene.villages[villageAt % scene.villages.length] ?? null)
  const on = workday(scene, typeof story.on === 'string' ? story.on : addDays(scene.today, -story.on.daysAgo))
  teller.say(on, village ? communeOf(village, on) : carrierOf(scene, LEAD, on), {
    command: 'raise-obstacle',
    data: { obstacle, kind, title, text, village: village?.id ?? null, task },
  })
  let holder = LEAD
  for (const move of WAYS[story.way] as readonly ObstacleMoveStory[]) {
    const day = workday(scene, addDays(on, move.afterDays))
    const next = move.to === 'assigned' ? story.by : move.to === 'escalated' ? AUTHORITY : null
    const mover = move.to === 'answered' ? holder : LEAD
    teller.say(day, carrierOf(scene, mover, day), {
      command: 'move-obstacle',
      data: {
        obstacle,
        to: move.to,
        responsible: next === null ? null : (carrierOf(scene, next, day) ?? null),
        text: SAYINGS[move.to],
        dueOn: move.dueDays === undefined ? null : addDays(day, move.dueDays),
      },
    })
    holder = next ?? holder
  }
  return teller.deeds()
}
