// The simulated offices of the programme beside a running station. What they know of it they read on, as a screen does.
import { eventsReplySchema, MAX_EVENTS_PAGE, stateReplySchema } from '../../../shared/programme/api-schema.ts'
import { fold } from '../../../shared/programme/fold.ts'
import { provinceDayOf } from '../../../shared/programme/province-day.ts'
import { type ProgrammeSnapshot, unpackState } from '../../../shared/programme/snapshot.ts'
import type { ProgrammeState } from '../../../shared/programme/state.ts'
import { type Units, unitsById } from '../../../shared/programme/units.ts'
import { registrySchema } from '../../../shared/registry.ts'
import { type BesideStationOptions, type ReachedStation, workBeside } from '../beside-station.ts'
import { nextDemoCommand } from './next-command.ts'

const EVERY_MS = 45_000
const WHO = { vi: 'chương trình mô phỏng', en: 'the simulated programme' }

type Picture = { readonly state: ProgrammeState; readonly units: Units }

export function runDemoProgramme(options: BesideStationOptions): { readonly stop: () => Promise<void> } {
  const { everyMs = EVERY_MS, random = Math.random, now = Date.now } = options
  let picture: Picture | undefined

  async function act(station: ReachedStation): Promise<boolean> {
    const known = picture
    // After a trouble it may be of another log.
    picture = undefined
    // A snapshot may be a little old; a writer must have seen the newest.
    const { state, units } = known ?? (await look(station))
    const seen = { state: await readOn(station, state), units }
    const request = nextDemoCommand(seen.state, units, random, provinceDayOf(now()))
    if (request) await station.command('/api/v1/programme/commands', request)
    picture = seen
    return request !== undefined
  }
  return workBeside({ who: WHO, everyMs, act }, options)
}

async function look({ get }: ReachedStation): Promise<Picture> {
  const { units } = registrySchema.parse(await get('/api/v1/registry'))
  const snapshot = stateReplySchema.parse(await get('/api/v1/programme/state'))
  const state = unpackState(snapshot as ProgrammeSnapshot)
  if (!state) throw new Error(`the station's state is of version ${snapshot.version}`)
  return { state, units: unitsById(units) }
}

async function readOn({ get }: ReachedStation, from: ProgrammeState): Promise<ProgrammeState> {
  for (let state = from; ; ) {
    const path = `/api/v1/programme/events?after=${state.lastId}&limit=${MAX_EVENTS_PAGE}`
    const { events } = eventsReplySchema.parse(await get(path))
    state = fold(state, events)
    if (events.length < MAX_EVENTS_PAGE) return state
  }
}
