// Lets a simulated story happen: what comes and goes is decided as the station decides it, what people do goes through the same judgement
// as a real command, and what follows from time follows. Pure: the same story gives the same events.
import type { AlarmCommandRequest, AlarmRefusal } from '../../../shared/alarms/command.ts'
import { decideAlarmCommand } from '../../../shared/alarms/decide.ts'
import { decideSystem } from '../../../shared/alarms/decide-system.ts'
import type { AlarmDraft } from '../../../shared/alarms/event.ts'
import { foldingAlarms } from '../../../shared/alarms/fold.ts'
import { asksForAttention, standingOf } from '../../../shared/alarms/standing.ts'
import { type Alarm, EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import { subjectOfAlarm } from '../../../shared/alarms/target.ts'
import type { AlarmSeedEvent } from '../../alarms/seed.ts'
import { answersTo, type Deed, resetOf } from './people.ts'
import type { Publication } from './rule-trial.ts'
import type { AlarmScene, Happening } from './scene.ts'

const SYSTEM = 'simulated:Trạm mô phỏng'

type Moment = { readonly at: number } & (
  | { readonly kind: 'happening'; readonly happening: Happening }
  | { readonly kind: 'deed'; readonly deed: Deed }
  | { readonly kind: 'publication'; readonly publication: Publication }
  | { readonly kind: 'timer' }
)
export type Told = {
  /** Strictly ascending in time. */
  readonly events: readonly AlarmSeedEvent[]
  /** Deeds that the rules forbid: none, unless rules and story have grown apart. They are left out. */
  readonly refused: readonly AlarmRefusal[]
}

/** @param closesAt after the scene's end; by then people have answered everything */
export function replay(
  scene: AlarmScene,
  rules: readonly AlarmSeedEvent[],
  story: { readonly happenings: readonly Happening[]; readonly publications: readonly Publication[] },
  closesAt: number,
): Told {
  const events: AlarmSeedEvent[] = []
  const refused: AlarmRefusal[] = []
  const watches = new Map(scene.watches.map(watch => [watch.alarm, watch]))
  const open = foldingAlarms(EMPTY_ALARM_STATE)
  const agenda = createAgenda([
    ...story.happenings.map((happening): Moment => ({ at: happening.at, kind: 'happening', happening })),
    ...story.publications.map((publication): Moment => ({ at: publication.at, kind: 'publication', publication })),
  ])
  let lastId = 0
  let lastAt = 0
  for (const rule of rules) {
    open.take({ ...rule, id: ++lastId })
    lastAt = rule.at
  }

  function append(drafts: readonly AlarmDraft[], at: number, actor: string): void {
    for (const draft of drafts) {
      lastAt = Math.max(at, lastAt + 1)
      lastId += 1
      const event = { ...draft, at: lastAt, actor }
      events.push(event)
      open.take({ ...event, id: lastId })
      follow(draft)
    }
  }

  /** What people and time will do about it. */
  function follow({ type, subject }: AlarmDraft): void {
    const alarm = open.state().alarms.get(subject.slice(subjectOfAlarm('').length))
    if (!alarm) return
    if (alarm.occurrence === lastId && asksForAttention(alarm))
      for (const deed of answersTo(scene, alarm, closesAt)) agenda.add({ at: deed.at, kind: 'deed', deed })
    const isSeen = type === 'alarm.returned' || type === 'alarm.acknowledged'
    if (isSeen && standingOf(alarm) === 'latched') {
      const deed = resetOf(scene, alarm, lastAt, closesAt)
      agenda.add({ at: deed.at, kind: 'deed', deed })
    }
    if (type === 'alarm.shelved' && alarm.shelved) agenda.add({ at: alarm.shelved.until, kind: 'timer' })
    const reAlarmMs = scene.rules.get(alarm.rule)?.reAlarmMs ?? null
    if (type === 'alarm.acknowledged' && alarm.isActive && reAlarmMs !== null)
      agenda.add({ at: lastAt + reAlarmMs, kind: 'timer' })
  }

  function happen(moment: Moment): void {
    const { at } = moment
    const state = open.state()
    switch (moment.kind) {
      case 'happening': {
        const { watch, level, value } = moment.happening
        const { onDelayMs, offDelayMs } = watch.rule
        const change = { alarm: watch.alarm, level, value, t: at, since: at - (level ? onDelayMs : offDelayMs) }
        return append(decideSystem(state, [change], watches, at).events, at, SYSTEM)
      }
      case 'timer':
        return append(decideSystem(state, [], watches, at).events, at, SYSTEM)
      case 'deed': {
        const alarm = state.alarms.get(moment.deed.alarm)
        return alarm && isCalledFor(moment.deed, alarm) ? command(requestOf(moment.deed, alarm), at) : undefined
      }
      case 'publication': {
        const { rule, expected, reason, actor } = moment.publication
        command({ command: 'publish-rule', data: { rule, expected, reason }, actor, isSimulated: true }, at)
        for (const watch of scene.watches)
          if (watch.rule.id === rule.id) watches.set(watch.alarm, { ...watch, rule, ruleVersion: expected + 1 })
        return
      }
      default:
        moment satisfies never
    }
  }

  function command(request: AlarmCommandRequest, at: number): void {
    const { units } = scene
    const decision = decideAlarmCommand({ state: open.state(), units, now: at }, request)
    refused.push(...decision.refusals)
    const { name, unit } = request.actor
    append(decision.events, at, `simulated:${name} · ${units.get(unit)?.name ?? unit}`)
  }

  for (let moment = agenda.next(); moment; moment = agenda.next()) if (moment.at <= closesAt) happen(moment)
  return { events, refused }
}

/** People look before they act: somebody else may have done it, or it is over. */
function isCalledFor({ doing }: Deed, alarm: Alarm): boolean {
  switch (doing.command) {
    case 'acknowledge':
      return !alarm.isAcknowledged && !alarm.outOfService
    case 'shelve':
    case 'take-out-of-service':
      return alarm.isActive && !alarm.shelved && !alarm.outOfService
    case 'return-to-service':
      return alarm.outOfService !== null
    case 'reset':
      return standingOf(alarm) === 'latched'
    case 'assign':
    case 'comment':
      return true
    default:
      return doing satisfies never
  }
}

const requestOf = ({ doing, actor }: Deed, { id, occurrence }: Alarm): AlarmCommandRequest =>
  // Name and data belong together; TypeScript can't follow that through the union.
  ({
    command: doing.command,
    data: { ...doing.data, alarms: [{ id, occurrence }] },
    actor,
    isSimulated: true,
  }) as AlarmCommandRequest

type Agenda = { readonly add: (moment: Moment) => void; readonly next: () => Moment | undefined }

/** In the order of time; of the same instant, in the order they were added. */
function createAgenda(from: readonly Moment[]): Agenda {
  /** The next one is the last. */
  const moments = from.toSorted((a, b) => a.at - b.at).reverse()
  return {
    add(moment) {
      let low = 0
      for (let high = moments.length; low < high; ) {
        const middle = (low + high) >>> 1
        if ((moments[middle]?.at ?? 0) > moment.at) low = middle + 1
        else high = middle
      }
      moments.splice(low, 0, moment)
    },
    next: () => moments.pop(),
  }
}
