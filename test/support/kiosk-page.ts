// A kiosk's page in a real browser: paired as an administrator pairs one, for a unit that has tasks, indicators and reports.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import illustrative from '../../server/programme/seed/illustrative-set.json' with { type: 'json' }
import { KIOSK_UNIT, pairKiosk, setPin } from './kiosk.ts'
import { launchBrowser } from './page.ts'
import { ADMINISTRATOR, UNIT } from './pairing.ts'
import { openPerson, type Visitor } from './people.ts'
import { startTestStation, type TestStation } from './station.ts'

export type OfficersKiosk = {
  readonly browser: Browser
  readonly station: TestStation
  readonly administrator: Visitor
  readonly consolidator: Visitor
  readonly context: BrowserContext
  readonly page: Page
  /** Its id. */
  readonly display: string
  /** Errors of the page and its policy: should stay empty. */
  readonly complaints: readonly string[]
}

/** A station where people sign in, a kiosk of a unit that has work, an officer with a PIN, and the kiosk's page, nowhere yet. */
export async function openOfficersKiosk(): Promise<OfficersKiosk> {
  const station = await startTestStation({ clientFolder: CLIENT_FOLDER, access: 'required' })
  const browser = await launchBrowser()
  const administrator = await openPerson(station, 'quan-tri', ADMINISTRATOR)
  const consolidator = await openPerson(station, 'tong-hop', [{ role: 'consolidator', unit: UNIT }])
  await giveWork(consolidator, UNIT)
  await setPin(await openPerson(station, 'can-bo', [{ role: 'unit-officer', unit: KIOSK_UNIT }], 'Lê Văn Bưởi'))
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, locale: 'vi-VN' })
  const { display } = await becomeKiosk(context, station, administrator)
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text())
  })
  return { browser, station, administrator, consolidator, context, page, display, complaints }
}

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
