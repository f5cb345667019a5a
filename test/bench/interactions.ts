// `npm run bench:interactions`: how long people wait from a press to the next picture, on pages over a whole simulated field and story.
// By the browser's own account (Event Timing); beside it a page with one button in the same run, for the machine's share.
import { ensureClientBuilt } from '../../server/ops/client-build.ts'
import { ensureChromium } from '../support/chromium.ts'
import { launchBrowser } from '../support/page.ts'
import { startSetPiece } from '../support/set-piece.ts'
import { type Interaction, interactionsOf, watchInteractions } from './interaction-times.ts'
import { percentile } from './statistics.ts'

const GOAL_MS = 200
const ROUNDS = 4
const SIZE = { width: 1366, height: 768 }
const SETTLE_MS = 600
const say = (line: string) => void process.stdout.write(`${line}\n`)

await ensureClientBuilt(say)
process.env['CHROMIUM_PATH'] = ensureChromium(say)
const station = await startSetPiece()
const browser = await launchBrowser()
type Bench = { readonly name: string; readonly path: string; readonly presses: readonly Press[] }
type Press = (page: Awaited<ReturnType<typeof browser.newPage>>) => Promise<void>
const click =
  (selector: string): Press =>
  page =>
    page.locator(selector).first().click()
const type =
  (selector: string, text: string): Press =>
  page =>
    page.locator(selector).first().pressSequentially(text, { delay: 80 })

const BENCHES: readonly Bench[] = [
  {
    name: 'desktop',
    path: '/',
    presses: [
      click('main nav a[href*="my-dong"]'),
      click('main nav a[href*="dinh-yen"]'),
      click('main fieldset button:nth-of-type(3)'),
      click('main fieldset button:nth-of-type(4)'),
    ],
  },
  {
    name: 'programme',
    path: '/programme/tasks?view=table',
    presses: [
      click('thead button'),
      click('thead th:nth-child(3) button'),
      type('main input[type="search"]', 'nước'),
      click('nav a[href^="/programme/funding"]'),
      click('nav a[href^="/programme/criteria"]'),
      click('nav a[href^="/programme/tasks"]'),
      click('main [role="tab"]:nth-of-type(2)'),
    ],
  },
  {
    name: 'alarms',
    path: '/alarms',
    presses: [
      type('main input[type="search"]', 'nước'),
      click('[data-list="alarms"] [role="row"][data-priority]'),
      click('nav a[href^="/alarms/rules"]'),
      click('nav a[href="/alarms"]'),
    ],
  },
]

try {
  const bare = await measure({ name: 'one button', path: '/lotus.svg', presses: [click('button'), click('button')] })
  const base = percentile(
    bare.map(({ durationMs }) => durationMs),
    0.75,
  )
  say(`a page with one button: p75 ${base.toFixed(0)} ms of ${bare.length} interactions`)
  for (const bench of BENCHES) {
    const times = await measure(bench)
    const whole = times.map(({ durationMs }) => durationMs)
    const script = times.map(({ scriptMs }) => scriptMs)
    const p75 = percentile(whole, 0.75)
    say(
      `${bench.name}: p75 ${p75.toFixed(0)} ms (${(p75 / base).toFixed(1)} × one button), of it until the page's work was done ${percentile(script, 0.75).toFixed(0)} ms; worst ${Math.max(...whole).toFixed(0)} ms; ${times.length} interactions`,
    )
    if (p75 > GOAL_MS) {
      say(`✗ ${bench.name}: the goal is ${GOAL_MS} ms`)
      process.exitCode = 1
    }
  }
} finally {
  await browser.close()
  await station.stop()
}

async function measure({ name, path, presses }: Bench): Promise<readonly Interaction[]> {
  const page = await browser.newPage({ viewport: SIZE, locale: 'vi-VN' })
  try {
    await page.addInitScript(watchInteractions)
    await page.goto(`${station.url}${name === 'one button' ? '/sign-in' : path}`)
    if (name === 'one button')
      await page.evaluate(() => {
        const button = document.createElement('button')
        button.textContent = 'OK'
        document.body.replaceChildren(button)
      })
    else await page.locator('main').waitFor()
    await page.waitForTimeout(5 * SETTLE_MS)
    const times: Interaction[] = []
    for (let round = 0; round < ROUNDS; round++) {
      for (const press of presses) {
        await press(page)
        await page.waitForTimeout(SETTLE_MS)
      }
      times.push(...(await page.evaluate(interactionsOf)))
    }
    return times
  } finally {
    await page.close()
  }
}
