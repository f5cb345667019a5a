// A kiosk's page in a real browser: paired as an administrator pairs one, for a unit that has tasks, indicators and reports.
import type { BrowserContext } from 'playwright-core'
import illustrative from '../../server/programme/seed/illustrative-set.json' with { type: 'json' }
import { pairKiosk } from './kiosk.ts'
import type { Visitor } from './people.ts'
import type { TestStation } from './station.ts'

/** The commune does what the districts did, and villages are judged by the illustrative set: then it has something to enter. */
export async function giveWork(consolidator: Visitor, unit: string): Promise<void> {
  const send = async (command: string, data: object, expected = 0): Promise<void> => {
    const actor = { name: 'Trần Thị Tổng', unit }
    const answer = await consolidator.post('/api/v1/programme/commands', { command, data, actor, expected })
    const { newest } = answer.body as { newest?: { id: number } }
    if (newest && expected === 0) await send(command, data, newest.id)
    else if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }
  await send('publish-criteria-set', { set: illustrative.set })
  await send('change-setting', { key: 'criteriaSet', value: illustrative.set.id, reason: null })
  await send('change-setting', { key: 'districtStep', value: { kind: 'commune' }, reason: null })
}

/** Lets the browser in as a kiosk that was paired before; returns its display. */
export async function becomeKiosk(context: BrowserContext, station: TestStation, administrator: Visitor) {
  const wall = await pairKiosk(station, administrator)
  await context.addCookies(
    wall.visitor
      .cookies()
      .split('; ')
      .map(pair => {
        const [name = '', value = ''] = pair.split('=', 2)
        return { name, value, url: station.url, httpOnly: true, sameSite: 'Lax' as const }
      }),
  )
  return wall
}
