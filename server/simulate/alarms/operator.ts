// The simulated operator of the alarms beside a running station: what stands is looked at anew for each deed.
import { type AlarmSnapshot, unpackAlarms } from '../../../shared/alarms/snapshot.ts'
import type { AlarmState } from '../../../shared/alarms/state.ts'
import { stateReplySchema } from '../../../shared/programme/api-schema.ts'
import { unitsById } from '../../../shared/programme/units.ts'
import { registrySchema } from '../../../shared/registry.ts'
import { type BesideStationOptions, type ReachedStation, workBeside } from '../beside-station.ts'
import { nextDeed, type OperatorScene } from './next-deed.ts'

const EVERY_MS = 40_000
const WHO = { vi: 'trực ban mô phỏng', en: 'the simulated operator' }

export function runDemoOperator(options: BesideStationOptions): { readonly stop: () => Promise<void> } {
  const { everyMs = EVERY_MS, random = Math.random, now = Date.now } = options
  let office: Pick<OperatorScene, 'villages' | 'units'> | undefined

  async function act(station: ReachedStation): Promise<boolean> {
    office ??= await officeOf(station)
    const state = await alarmsOf(station)
    const request = nextDeed({ ...office, state, now: now() }, random)
    if (request) await station.command('/api/v1/alarms/commands', request)
    return request !== undefined
  }
  return workBeside({ who: WHO, everyMs, act }, options)
}

async function officeOf({ get }: ReachedStation): Promise<Pick<OperatorScene, 'villages' | 'units'>> {
  const { villages, units } = registrySchema.parse(await get('/api/v1/registry'))
  return { villages, units: unitsById(units) }
}

async function alarmsOf({ get }: ReachedStation): Promise<AlarmState> {
  const snapshot = stateReplySchema.parse(await get('/api/v1/alarms/state'))
  const state = unpackAlarms(snapshot as AlarmSnapshot)
  if (!state) throw new Error(`the station's alarms are of version ${snapshot.version}`)
  return state
}
