// Gathers what an exported incident holds: readings of its place, alarms and programme events of its time, outlines. Reads only; words
// come from the parts whose events they are.
import type { TFunction } from 'i18next'
import { foldAlarms } from '../../../shared/alarms/fold.ts'
import { type AlarmSnapshot, unpackAlarms } from '../../../shared/alarms/snapshot.ts'
import type { Series } from '../../../shared/api.ts'
import type { Incident } from '../../../shared/desk/state.ts'
import { isSimulated } from '../../../shared/programme/event.ts'
import { fold } from '../../../shared/programme/fold.ts'
import { type ProgrammeSnapshot, unpackState } from '../../../shared/programme/snapshot.ts'
import { unitsById } from '../../../shared/programme/units.ts'
import { QUALITY_CODE } from '../../../shared/quality.ts'
import type { Registry } from '../../../shared/registry.ts'
import { alarmEventWords } from '../../alarms/alarm-words.ts'
import { priorityOfEvent, villageOfEvent } from '../../alarms/history/event-facts.ts'
import { alarmNames } from '../../alarms/use-alarm-names.ts'
import type { Geo } from '../../map/geo-query.ts'
import { actorWords, eventWords } from '../../programme/event-words.ts'
import { quantityWords } from '../../registry/quantity-words.ts'
import { eventsAfter, type LoggedEvent, PastFailed, readingsAfter, readPast } from '../past-loading.ts'
import {
  exportStep,
  type IncidentRecord,
  MAX_EXPORT_LINES,
  type RecordedLine,
  type RecordedReading,
  type RecordedSeries,
  thinned,
} from './incident-record.ts'

export type CollectDeps = {
  readonly incident: Incident
  readonly place: IncidentRecord['place']
  readonly registry: Registry
  readonly geo: Pick<Geo, 'communes'>
  /** Of each language. */
  readonly alarmWords: Readonly<Record<'vi' | 'en', TFunction<'alarms'>>>
  readonly programmeWords: Readonly<Record<'vi' | 'en', TFunction<'programme'>>>
  readonly station: string
  readonly now: number
  /** 0–1. */
  readonly onShare: (share: number) => void
}
const LANGUAGES = ['vi', 'en'] as const
const PAGE = 10_000
const EVENTS_PAGE = 1_000
const MAX_STEP_MS = 3_600_000

/** @throws PastFailed; or as `fetch` when it was given up */
export async function collectIncident(deps: CollectDeps, signal: AbortSignal): Promise<IncidentRecord> {
  const { incident, place, registry, geo, station, now } = deps
  const { series, stepMs } = await readingsOf(deps, signal)
  const [alarms, programme] = [await alarmLines(deps, signal), await programmeLines(deps, signal)]
  const lines = [...alarms.lines, ...programme.lines].toSorted((a, b) => a.at - b.at)
  const villages = registry.villages.filter(({ id }) => incident.village === null || id === incident.village)
  return {
    title: incident.title,
    text: incident.text,
    place,
    from: incident.from,
    to: incident.to,
    savedBy: actorWords(incident.by),
    savedAt: incident.savedAt,
    exportedAt: now,
    station,
    notes: incident.annotations.map(({ at, text, by }) => ({ at, text, by: actorWords(by) })),
    outlines: villages.flatMap(({ id, name, outlineId }) => {
      const found = geo.communes.features.find(feature => feature.id === outlineId)
      const rings = found?.geometry.coordinates.map(ring => ring.map(([lon = 0, lat = 0]) => [lon, lat] as const))
      return rings ? [{ village: id, name, rings }] : []
    }),
    series,
    lines: lines.slice(0, MAX_EXPORT_LINES),
    linesLeftOut: Math.max(0, lines.length - MAX_EXPORT_LINES),
    stepMs,
    chain: [...alarms.chain, ...programme.chain],
  }
}

async function readingsOf({ incident, registry, onShare }: CollectDeps, signal: AbortSignal) {
  const { from, to, village } = incident
  const state = (await readPast(`/api/v1/state?at=${from}`, signal)) as { readonly series: readonly Series[] }
  const chosen = state.series.filter(one => village === null || one.village === village)
  const held = new Map<string, RecordedReading[]>(
    chosen.map(({ id, latest }) => [
      id,
      latest ? [[Math.floor((latest.t - from) / 1_000), latest.v, QUALITY_CODE[latest.q]]] : [],
    ]),
  )
  const stepMs = exportStep(to - from, chosen.length)
  const step = stepMs > 1_000 ? Math.min(stepMs, MAX_STEP_MS) : undefined
  let [begin, cursor]: [number, string | null] = [from, null]
  while (begin < to) {
    const page = await readingsAfter({ from: begin, to, step, cursor, limit: PAGE }, signal)
    for (const [i, t] of page.t.entries())
      held
        .get(page.series[page.n[i] ?? -1] ?? '')
        ?.push([Math.round((t - from) / 1_000), page.v[i] ?? 0, page.q[i] ?? 3])
    cursor = page.next
    if (cursor === null) begin = page.until
    onShare(Math.min(1, ((page.t.at(-1) ?? begin) - from) / (to - from)))
  }
  const villages = new Map(registry.villages.map(({ id, name }) => [id, name]))
  const words = { vi: quantityWords(registry.quantities, 'vi'), en: quantityWords(registry.quantities, 'en') }
  const series = chosen.flatMap((one): readonly RecordedSeries[] => {
    const readings = thinned(held.get(one.id) ?? [], stepMs)
    if (readings.length === 0) return []
    const { deviceName, quantity, source, lon, lat } = one
    return [
      {
        station: deviceName,
        village: villages.get(one.village) ?? one.village,
        name: { vi: words.vi.name(quantity), en: words.en.name(quantity) },
        unit: words.vi.unit(quantity),
        decimals: words.vi.decimals(quantity),
        source,
        lon,
        lat,
        readings,
      },
    ]
  })
  return { series, stepMs: step === undefined ? null : stepMs }
}

type Lines = { readonly lines: readonly RecordedLine[]; readonly chain: IncidentRecord['chain'] }
const NOTHING: Lines = { lines: [], chain: [] }

/** The snapshot of a family when the incident began, and what followed until it was over; undefined for those who may not read it. */
async function familyOf<Snapshot>(
  path: string,
  { from, to }: Incident,
  lastIdOf: (snapshot: Snapshot) => number | undefined,
  signal: AbortSignal,
) {
  let snapshot: Snapshot
  try {
    snapshot = (await readPast(`${path}?at=${from}`, signal)) as Snapshot
  } catch (error) {
    if (error instanceof PastFailed && (error.status === 401 || error.status === 403)) return undefined
    throw error
  }
  const events: LoggedEvent[] = []
  let after = lastIdOf(snapshot)
  while (after !== undefined) {
    const page = await eventsAfter(path, after, EVENTS_PAGE, signal)
    events.push(...page.events.filter(({ at }) => at <= to))
    const isOver = page.next === null || events.length > MAX_EXPORT_LINES || (page.events.at(-1)?.at ?? to) > to
    after = isOver ? undefined : (page.next ?? undefined)
  }
  return { snapshot, events }
}

const chainOf = (family: string, events: readonly LoggedEvent[]): IncidentRecord['chain'] => {
  const last = events.at(-1)
  return last ? [{ family, event: last.id, hash: last.hash }] : []
}
const inBoth = (say: (language: 'vi' | 'en') => string) => ({ vi: say('vi'), en: say('en') })

async function alarmLines({ incident, registry, alarmWords }: CollectDeps, signal: AbortSignal): Promise<Lines> {
  const found = await familyOf<AlarmSnapshot>(
    '/api/v1/alarms/state',
    incident,
    one => unpackAlarms(one)?.lastId,
    signal,
  )
  const before = found && unpackAlarms(found.snapshot)
  if (!found || !before) return NOTHING
  const state = foldAlarms(before, found.events)
  const [vi, en] = LANGUAGES.map(language =>
    alarmNames({ state, registry, language, quantities: quantityWords(registry.quantities, language) }),
  )
  if (!vi || !en) return NOTHING
  const names = { vi, en }
  const here = found.events.filter(
    event => incident.village === null || villageOfEvent(event, state) === incident.village,
  )
  return {
    lines: here.map(event => ({
      at: event.at,
      kind: 'alarm',
      priority: priorityOfEvent(event, state) ?? null,
      text: inBoth(language => alarmEventWords(alarmWords[language], event, names[language])),
      isSimulated: isSimulated(event.actor),
    })),
    chain: chainOf('alarm', found.events),
  }
}

async function programmeLines(
  { incident, registry, programmeWords }: CollectDeps,
  signal: AbortSignal,
): Promise<Lines> {
  const path = '/api/v1/programme/state'
  const found = await familyOf<ProgrammeSnapshot>(path, incident, one => unpackState(one)?.lastId, signal)
  const before = found && unpackState(found.snapshot)
  if (!found || !before) return NOTHING
  const names = { state: fold(before, found.events), units: unitsById(registry.units) }
  return {
    lines: found.events.map(event => ({
      at: event.at,
      kind: 'programme',
      priority: null,
      text: inBoth(language => eventWords(programmeWords[language], names, event)),
      isSimulated: isSimulated(event.actor),
    })),
    chain: chainOf('programme', found.events),
  }
}
