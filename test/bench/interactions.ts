// `npm run bench:interactions`: how long people wait from a press to the next picture, on pages over a whole simulated field and story.
// By the browser's own account (Event Timing); beside it a page with one button in the same run, for the machine's share.
import { ensureClientBuilt } from '../../server/ops/client-build.ts'
import { ensureChromium } from '../support/chromium.ts'
import { launchBrowser } from '../support/page.ts'
import { SET_PIECE_AT, startSetPiece } from '../support/set-piece.ts'
import { type Interaction, interactionsOf, watchInteractions } from './interaction-times.ts'
import { percentile } from './statistics.ts'

const GOAL_MS = 200
const ROUNDS = 4
const SIZE = { width: 1366, height: 768 }
const SETTLE_MS = 600
const QUICKEST: Interaction = { durationMs: 16, scriptMs: 0 }
const say = (line: string) => void process.stdout.write(`${line}\n`)

await ensureClientBuilt(say)
process.env['CHROMIUM_PATH'] = ensureChromium(say)
const station = await startSetPiece()
const browser = await launchBrowser()
type Page = Awaited<ReturnType<typeof browser.newPage>>
type Press = { readonly name: string; readonly on: (page: Page) => Promise<void> }
type Bench = { readonly name: string; readonly path: string; readonly presses: readonly Press[] }
type Timed = Interaction & { readonly press: string }

const click = (selector: string): Press => ({ name: selector, on: page => page.locator(selector).first().click() })
const tab = (name: string): Press => ({ name, on: page => page.getByRole('tab', { name }).click() })
const button = (name: string): Press => ({
  name,
  on: page => page.getByRole('button', { name, exact: true }).first().click(),
})
const key = (name: string): Press => ({ name, on: page => page.keyboard.press(name) })
const letters = (selector: string, text: string): Press => ({
  name: `“${text}”`,
  on: async page => {
    await page.locator(selector).first().fill('')
    await page.locator(selector).first().pressSequentially(text, { delay: 80 })
  },
})
const slide = (times: number): Press => ({
  name: 'the time slider',
  on: async page => {
    await page.getByRole('slider', { name: 'Thời điểm đang xem' }).focus()
    for (let i = 0; i < times; i++) await page.keyboard.press('ArrowLeft', { delay: 80 })
  },
})

const VILLAGES = 'nav[aria-label="Chín làng thông minh"]'
const PROVINCE = '[data-testid="breadcrumbs"] a'

/** Each list ends where it can begin again. */
const BENCHES: readonly Bench[] = [
  {
    name: 'desktop',
    path: '/',
    presses: [
      click(`${VILLAGES} a[href*="my-dong"]`),
      tab('Chương trình'),
      tab('Cảnh báo'),
      click(PROVINCE),
      click(`${VILLAGES} a[href*="dinh-yen"]`),
      click('[data-station] a'),
      click(PROVINCE),
      click('main summary'),
      button('Mưa'),
      button('Mưa'),
      click('main summary'),
    ],
  },
  {
    name: 'search',
    path: '/',
    presses: [key('Control+k'), letters('dialog [role="combobox"]', 'dinh yen'), key('ArrowDown'), key('Escape')],
  },
  {
    name: 'history',
    path: `/history?series=${await levelSeries()}`,
    presses: [button('7 ngày'), tab('Lịch'), tab('Theo giờ'), tab('Đường'), button('24 giờ')],
  },
  {
    name: 'time machine',
    path: `/?village=my-dong&at=${new Date(SET_PIECE_AT - 2 * 3_600_000).toISOString()}`,
    presses: [slide(5)],
  },
  {
    name: 'programme',
    path: '/programme/tasks?view=table',
    presses: [
      letters('main input[type="search"]', 'nước'),
      click('nav a[href^="/programme/funding"]'),
      click('nav a[href^="/programme/criteria"]'),
      click('nav a[href^="/programme/tasks"]'),
    ],
  },
  {
    name: 'alarms',
    path: '/alarms',
    presses: [
      letters('main input[type="search"]', 'nước'),
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
  for (const bench of BENCHES) report(bench.name, await measure(bench), base)
} finally {
  await browser.close()
  await station.stop()
}

/** @returns id of some water level */
async function levelSeries(): Promise<string> {
  const series = (await (await fetch(`${station.url}/api/v1/series`)).json()) as { series: { id: string }[] }
  const found = series.series.find(({ id }) => id.endsWith('.water_level'))
  if (!found) throw new Error('no water level')
  return found.id
}

function report(name: string, times: readonly Timed[], base: number): void {
  const p75 = percentile(
    times.map(({ durationMs }) => durationMs),
    0.75,
  )
  const script = percentile(
    times.map(({ scriptMs }) => scriptMs),
    0.75,
  )
  const worst = times.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, 3)
  say(
    `${p75 > GOAL_MS ? '✗' : '✓'} ${name}: p75 ${p75.toFixed(0)} ms (${(p75 / base).toFixed(1)} × one button; goal ${GOAL_MS} ms), of it until the handlers were done ${script.toFixed(0)} ms; ${times.length} interactions; slowest ${worst.map(({ press, durationMs }) => `${durationMs.toFixed(0)} ms ${press}`).join(', ')}`,
  )
  if (p75 > GOAL_MS) process.exitCode = 1
}

async function measure({ name, path, presses }: Bench): Promise<readonly Timed[]> {
  const page = await browser.newPage({ viewport: SIZE, locale: 'vi-VN' })
  try {
    await page.addInitScript(watchInteractions)
    await page.goto(`${station.url}${name === 'one button' ? '/sign-in' : path}`)
    if (name === 'one button')
      await page.evaluate(() => {
        const only = document.createElement('button')
        only.textContent = 'OK'
        document.body.replaceChildren(only)
      })
    else await page.locator('main').waitFor()
    await page.waitForTimeout(5 * SETTLE_MS)
    const times: Timed[] = []
    for (let round = 0; round < ROUNDS; round++) {
      for (const press of presses) {
        await press.on(page)
        await page.waitForTimeout(SETTLE_MS)
        const seen = await page.evaluate(interactionsOf)
        // What is quicker than can be told isn't told at all.
        for (const one of seen.length > 0 ? seen : [QUICKEST]) times.push({ ...one, press: press.name })
      }
    }
    return times
  } finally {
    await page.close()
  }
}
