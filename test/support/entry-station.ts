// A station with a kiosk of one unit and an officer who may enter there by PIN.
import { KIOSK_UNIT, pairKiosk, setPin } from './kiosk.ts'
import { ADMINISTRATOR, type TestWall } from './pairing.ts'
import { openPerson, type Visitor } from './people.ts'
import { startTestStation, type TestStation } from './station.ts'

export const OFFICER = [{ role: 'unit-officer', unit: KIOSK_UNIT }] as const

export type EntryStation = {
  readonly station: TestStation
  readonly administrator: Visitor
  readonly officer: Visitor
  readonly kiosk: TestWall
}

export async function startEntryStation(now: () => number): Promise<EntryStation> {
  const station = await startTestStation({ access: 'required', now })
  const administrator = await openPerson(station, 'quan-tri', ADMINISTRATOR)
  const officer = await openPerson(station, 'can-bo', OFFICER, 'Lê Văn Bưởi')
  await setPin(officer)
  return { station, administrator, officer, kiosk: await pairKiosk(station, administrator) }
}
