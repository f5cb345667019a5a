// What changed between a moment and now, as somebody who comes on duty wants to know it: place by place, worst first. Pure; knows no
// words and no page.
import type { Priority } from '../../shared/alarms/rule.ts'
import { PRIORITIES } from '../../shared/alarms/rule.ts'
import { asksForAttention } from '../../shared/alarms/standing.ts'
import type { Alarm } from '../../shared/alarms/state.ts'
import type { LogEntry } from '../../shared/desk/state.ts'
import { type Freshness, freshnessOf } from '../../shared/freshness.ts'
import type { AnyEvent } from '../../shared/programme/event.ts'

/** A series as it stood at a moment. */
export type SeriesThen = {
  readonly id: string
  readonly device: string
  readonly village: string
  readonly intervalMs: number | null
  /** When it was last measured by then; undefined = never. */
  readonly t: number | undefined
}
export type Picture = {
  /** Epoch milliseconds; ages are judged by it. */
  readonly at: number
  readonly alarms: ReadonlyMap<string, Alarm>
  readonly series: readonly SeriesThen[]
}
/** An event of the programme with the village it is about. */
export type PlacedEvent = { readonly event: AnyEvent; readonly village: string | undefined }
export type ChangeSources = {
  readonly before: Picture
  readonly now: Picture
  readonly programme: readonly PlacedEvent[]
  readonly entries: Iterable<LogEntry>
}

export const HAPPENINGS = [
  'came',
  'went',
  'severer',
  'milder',
  'acknowledged',
  'shelved',
  'unshelved',
  'out-of-service',
  'returned-to-service',
] as const
export type Happening = (typeof HAPPENINGS)[number]

type Placed = {
  readonly key: string
  readonly village: string | null
  readonly at: number
  /** The larger, the sooner it is read. */
  readonly weight: number
}
export type Change = Placed &
  (
    | { readonly kind: 'alarm'; readonly alarm: Alarm; readonly happenings: readonly Happening[] }
    | {
        /** A station that is late or silent now, or has no data any more. */
        readonly kind: 'silent'
        readonly device: string
        readonly from: Freshness
        readonly to: Exclude<Freshness, 'live'>
        readonly series: readonly string[]
      }
    /** Stations of one place that are heard again, or for the first time. */
    | { readonly kind: 'back'; readonly devices: readonly string[] }
    | { readonly kind: 'programme'; readonly event: AnyEvent }
    | { readonly kind: 'entry'; readonly entry: LogEntry }
  )
export type ChangeGroup = { readonly village: string | null; readonly changes: readonly Change[] }
export const COUNTED = ['came', 'went', 'acknowledged', 'setAside', 'silent', 'back', 'programme', 'entries'] as const
export type Counts = Readonly<Record<(typeof COUNTED)[number], number>>
export type Changes = { readonly counts: Counts; readonly groups: readonly ChangeGroup[] }

export function changesBetween(sources: ChangeSources): Changes {
  const { before, now } = sources
  const alarms = [...now.alarms.values()].flatMap(alarm => alarmChange(before, alarm))
  const devices = deviceChanges(before, now)
  const programme = sources.programme.filter(({ event }) => event.at > before.at).map(programmeChange)
  const entries = [...sources.entries].filter(isSince(before.at)).map(entryChange)
  return {
    counts: countsOf(alarms, devices, programme.length, entries.length),
    groups: grouped([...alarms, ...devices, ...programme, ...entries]),
  }
}

type AlarmChange = Extract<Change, { kind: 'alarm' }>
type SilentChange = Extract<Change, { kind: 'silent' }>
type BackChange = Extract<Change, { kind: 'back' }>

function alarmChange({ at: since, alarms }: Picture, is: Alarm): readonly AlarmChange[] {
  const was = alarms.get(is.id)
  if (was?.version === is.version) return []
  const happenings = happeningsOf(was, is, since)
  if (happenings.length === 0) return []
  const severity = PRIORITIES.indexOf(is.priority)
  const weight = is.isActive ? 20 + 4 * severity + (asksForAttention(is) ? 2 : 0) : 6 + severity
  const times = [
    is.raisedAt,
    is.returnedAt ?? 0,
    is.acknowledged?.at ?? 0,
    is.shelved?.at ?? 0,
    is.outOfService?.at ?? 0,
  ]
  const at = Math.max(...times)
  return [{ kind: 'alarm', key: `alarm ${is.id}`, village: is.about.village, at, weight, alarm: is, happenings }]
}

/** In the order of HAPPENINGS. */
function happeningsOf(was: Alarm | undefined, is: Alarm, since: number): readonly Happening[] {
  const wasActive = was?.isActive === true
  const isRaisedAnew = is.raisedAt > since
  const isFresh = (stamp: { readonly at: number; readonly eventId: number } | null, old: typeof stamp | undefined) =>
    stamp !== null && stamp.at > since && stamp.eventId !== old?.eventId
  const step = wasActive && is.isActive && !isRaisedAnew ? severityOf(is.priority) - severityOf(was.priority) : 0
  const found: Readonly<Record<Happening, boolean>> = {
    came: isRaisedAnew && (!wasActive || was.raisedAt !== is.raisedAt),
    went: wasActive ? !is.isActive || was.raisedAt !== is.raisedAt : isRaisedAnew && !is.isActive,
    severer: step > 0,
    milder: step < 0,
    acknowledged: isFresh(is.acknowledged, was?.acknowledged),
    shelved: isFresh(is.shelved, was?.shelved),
    unshelved: was?.shelved != null && is.shelved === null,
    'out-of-service': isFresh(is.outOfService, was?.outOfService),
    'returned-to-service': was?.outOfService != null && is.outOfService === null,
  }
  return HAPPENINGS.filter(happening => found[happening])
}
const severityOf = (priority: Priority): number => PRIORITIES.indexOf(priority)

const WEIGHT_OF_SILENT = { dead: 18, stale: 12, none: 10 } as const satisfies Record<SilentChange['to'], number>

/** A station whose series fell silent alike is one line; a station of which one series is silent is not back. */
function deviceChanges(before: Picture, now: Picture): readonly (SilentChange | BackChange)[] {
  const held = new Map(before.series.map(one => [one.id, one]))
  const changed = now.series.flatMap(is => {
    const was = held.get(is.id)
    const from = freshnessAt(before.at, was ?? { ...is, t: undefined })
    const to = freshnessAt(now.at, is)
    return from === to ? [] : [{ is, from, to }]
  })
  const silent = [...Map.groupBy(changed, ({ is, from, to }) => `${is.device} ${from} ${to}`)].flatMap(
    ([key, alike]): readonly SilentChange[] => {
      const [first] = alike
      if (!first || first.to === 'live') return []
      const { is, from, to } = first
      const series = alike.map(one => one.is.id).sort()
      const at = Math.max(...alike.map(one => one.is.t ?? 0))
      const weight = WEIGHT_OF_SILENT[to]
      return [{ kind: 'silent', key, village: is.village, at, weight, device: is.device, from, to, series }]
    },
  )
  const isSilent = new Set(silent.map(({ device }) => device))
  const heard = changed.filter(({ is, to }) => to === 'live' && !isSilent.has(is.device))
  const back = [...Map.groupBy(heard, ({ is }) => is.village)].map(([village, own]): BackChange => {
    const devices = [...new Set(own.map(({ is }) => is.device))].sort()
    const at = Math.max(...own.map(({ is }) => is.t ?? 0))
    return { kind: 'back', key: `back ${village}`, village, at, weight: 4, devices }
  })
  return [...silent, ...back]
}

const freshnessAt = (at: number, { t, intervalMs }: Pick<SeriesThen, 't' | 'intervalMs'>): Freshness =>
  freshnessOf(t === undefined ? undefined : at - t, intervalMs)

function programmeChange({ event, village = null }: { event: AnyEvent; village?: string | null | undefined }): Change {
  const weight = event.type === 'programme.obstacle-raised' ? 8 : 2
  return { kind: 'programme', key: `programme ${event.id}`, village: village ?? null, at: event.at, weight, event }
}

const isSince =
  (since: number) =>
  ({ writtenAt, corrections }: LogEntry): boolean =>
    writtenAt > since || (corrections.at(-1)?.at ?? 0) > since
const entryChange = (entry: LogEntry): Change => ({
  kind: 'entry',
  key: `entry ${entry.id}`,
  village: entry.village,
  at: entry.happenedAt,
  weight: 3,
  entry,
})

function countsOf(
  alarms: readonly AlarmChange[],
  devices: readonly (SilentChange | BackChange)[],
  programme: number,
  entries: number,
): Counts {
  const having = (...sought: readonly Happening[]) =>
    alarms.filter(({ happenings }) => happenings.some(one => sought.includes(one))).length
  return {
    came: having('came'),
    went: having('went'),
    acknowledged: having('acknowledged'),
    setAside: having('shelved', 'out-of-service'),
    silent: new Set(devices.flatMap(one => (one.kind === 'silent' ? one.device : []))).size,
    back: devices.reduce((sum, one) => sum + (one.kind === 'back' ? one.devices.length : 0), 0),
    programme,
    entries,
  }
}

function grouped(changes: readonly Change[]): readonly ChangeGroup[] {
  return [...Map.groupBy(changes, ({ village }) => village)]
    .map(([village, own]) => ({ village, changes: [...own].sort(byWeight) }))
    .sort(
      (a, b) =>
        (b.changes[0]?.weight ?? 0) - (a.changes[0]?.weight ?? 0) ||
        b.changes.length - a.changes.length ||
        compare(a.village ?? '', b.village ?? ''),
    )
}

const byWeight = (a: Change, b: Change): number => b.weight - a.weight || b.at - a.at || compare(a.key, b.key)
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
