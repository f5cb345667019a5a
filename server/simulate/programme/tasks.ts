// The simulated work on the plan's tasks: words, requests, and what is done each year. Who speaks is who carries the lead's duty
// on that day.
import type { CommandData } from '../../../shared/programme/command.ts'
import type { Day, PlanTask, TaskStatus } from '../../../shared/programme/facts.ts'
import { addDays, daysBetween, yearOf } from '../../../shared/programme/working-calendar.ts'
import { carrierOf, communeOf, type Deed, type Dice, diceOf, type Scene, tellerOf, workday } from './scene.ts'
import { REQUESTS, type RequestStory, TASK_STORIES, type TaskStory } from './task-story.ts'

export function taskDeeds(scene: Scene): readonly Deed[] {
  return [
    ...scene.plan.tasks.flatMap(task => {
      const story = TASK_STORIES[task.id]
      if (task.deadline.kind === 'yearly') return yearlyDeeds(scene, task)
      return story ? wordDeeds(scene, task, story) : []
    }),
    ...REQUESTS.flatMap((request, place) => requestDeeds(scene, request, place)),
    ...deadlineDeeds(scene),
  ]
}

const dayFor = (scene: Scene, on: Day | { readonly daysAgo: number }): Day =>
  workday(scene, typeof on === 'string' ? on : addDays(scene.today, -on.daysAgo))

/** A unit of the lead, a group's members in turn. */
function speakerOf(scene: Scene, task: PlanTask, day: Day, turn: number): string | undefined {
  const members = scene.plan.groups[task.lead] ?? [task.lead]
  return carrierOf(scene, members[turn % members.length] ?? task.lead, day)
}

function wordDeeds(scene: Scene, task: PlanTask, story: TaskStory): readonly Deed[] {
  const dice = diceOf(scene.seed, `task ${task.id}`)
  const teller = tellerOf(scene, `task ${task.id}`)
  // The plain pace would go past the end; the last word is said on the day itself.
  const end = story.until === null ? scene.today : dayFor(scene, story.until)
  const days = wordDays(scene, story, { dice, end })
  for (const [turn, day] of days.entries()) {
    const { status, progress } = standingAt(story, day)
    const text = story.says[turn % story.says.length] ?? story.says[0]
    teller.say(day, speakerOf(scene, task, day, turn), {
      command: 'update-task',
      data: { task: task.id, status, progress, text, files: [], year: null },
    })
  }
  return teller.deeds()
}

function wordDays(scene: Scene, story: TaskStory, { dice, end }: { dice: Dice; end: Day }): readonly Day[] {
  const days = new Set<Day>()
  for (
    let day = workday(scene, story.firstOn);
    day < end;
    day = workday(scene, addDays(day, dice.whole(...story.everyDays)))
  )
    days.add(day)
  for (const day of [story.doneOn, story.stoppedOn, story.until === null ? undefined : end])
    if (day !== undefined) days.add(workday(scene, day))
  return [...days].sort()
}

function standingAt(
  { firstOn, doneOn, stoppedOn, progressTo }: TaskStory,
  day: Day,
): { readonly status: TaskStatus; readonly progress: number | null } {
  if (stoppedOn !== undefined && day >= stoppedOn) return { status: 'stopped', progress: null }
  if (doneOn !== undefined && day >= doneOn) return { status: 'done', progress: 100 }
  if (progressTo === undefined) return { status: 'in-progress', progress: null }
  const whole = doneOn === undefined ? 365 : daysBetween(firstOn, doneOn)
  const share = Math.min(1, (daysBetween(firstOn, day) + 1) / Math.max(1, whole))
  return { status: 'in-progress', progress: Math.max(5, Math.round((progressTo * share) / 5) * 5) }
}

/** Done late in each year; for the running one there are only words. */
function yearlyDeeds(scene: Scene, task: PlanTask): readonly Deed[] {
  const dice = diceOf(scene.seed, `task ${task.id}`)
  const teller = tellerOf(scene, `task ${task.id}`)
  for (let year = yearOf(scene.plan.validFrom); year <= yearOf(scene.today); year++) {
    say(`${year}-05-${dice.whole(10, 28)}`, 'in-progress', 30, 'Rà soát nhu cầu vốn của các xã.', year)
    say(`${year}-09-${dice.whole(10, 28)}`, 'in-progress', 70, 'Thẩm định dự kiến phân bổ.', year)
    say(
      `${year}-12-${dice.whole(5, 20)}`.replace(/-(\d)$/, '-0$1'),
      'done',
      100,
      'Đã trình phương án phân bổ của năm (mô phỏng).',
      year,
    )
  }
  return teller.deeds()

  function say(on: Day, status: TaskStatus, progress: number, text: string, year: number): void {
    const day = workday(scene, on)
    const data: CommandData['update-task'] = { task: task.id, status, progress, text, files: [], year }
    teller.say(day, speakerOf(scene, task, day, 0), { command: 'update-task', data })
  }
}

function requestDeeds(
  scene: Scene,
  { task, on, closedAfter, text, villageAt }: RequestStory,
  place: number,
): readonly Deed[] {
  const teller = tellerOf(scene, `request ${place}`)
  const village = scene.villages[villageAt % scene.villages.length]
  const planTask = scene.plan.tasks.find(one => one.id === task)
  if (!village || !planTask) return []
  const asked = dayFor(scene, on)
  const request = `mp-${place + 1}`
  teller.say(asked, communeOf(village, asked), { command: 'request-task', data: { task, request, text, on: asked } })
  if (closedAfter === null) return teller.deeds()
  const day = workday(scene, addDays(asked, closedAfter))
  teller.say(day, speakerOf(scene, planTask, day, 0), {
    command: 'close-task-request',
    data: { task, request, text: 'Đã trả lời bằng văn bản (mô phỏng).', on: day },
  })
  return teller.deeds()
}

/** One duty without a date of its own is given one that is near. */
function deadlineDeeds(scene: Scene): readonly Deed[] {
  const teller = tellerOf(scene, 'deadlines')
  const task = scene.plan.tasks.find(
    ({ id, deadline }) => deadline.kind === 'by-plan' && TASK_STORIES[id]?.doneOn === undefined,
  )
  if (!task) return []
  const day = workday(scene, addDays(scene.today, -25))
  teller.say(day, carrierOf(scene, 'so-khcn', day), {
    command: 'set-task-deadline',
    data: {
      task: task.id,
      deadline: { kind: 'day', day: workday(scene, addDays(scene.today, 12)) },
      reason: 'Theo kết luận giao ban (mô phỏng)',
    },
  })
  return teller.deeds()
}
