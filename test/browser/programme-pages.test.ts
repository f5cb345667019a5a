// Every page of the Programme area over the simulated story, at the sizes people use: whole, marked, in both languages, by keyboard;
// and the past, which looks like nothing else and takes no entries.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SECTIONS } from '../../client/programme/section.ts'
import { en } from '../../client/programme/words/en.ts'
import { vi as words } from '../../client/programme/words/vi.ts'
import { DRAWN_MS, press, visit, wordsOf } from '../support/entry-form.ts'
import { launchBrowser, textOf, type Watched } from '../support/page.ts'
import { clippedTexts, countOf, hiddenTexts, lowTargets, rawKeys, sidewaysBy } from '../support/page-looks.ts'
import { aCommand, anUpdate, carryOut } from '../support/programme.ts'
import { openProgramme, startStoryStation } from '../support/programme-page.ts'
import type { TestStation } from '../support/station.ts'

const POLL = { timeout: DRAWN_MS, interval: 50 }
const AREAS = Object.keys(words)
/** Lists that come after the page say so until they are here. */
const COMING = /Đang (?:tải|đọc|dựng|kiểm tra)/

const PLACES = {
  overview: '',
  villages: '/villages',
  'one village': '/villages/my-dong',
  criteria: '/criteria',
  'criteria one by one': '/criteria?view=list',
  'sets of criteria': '/criteria?view=sets',
  'tasks as a board': '/tasks',
  'tasks as a table': '/tasks?view=table',
  'tasks along the years': '/tasks?view=timeline',
  'one task': '/tasks/1.4',
  funding: '/funding',
  reports: '/reports',
  'one period': '/reports/2025-Q2',
  'one report': '/reports/2025-Q2?unit=district-872',
  obstacles: '/obstacles',
  'one obstacle': '/obstacles/mp-vm-01',
  records: '/records',
  history: '/history',
  'settings: rules': '/settings',
  'settings: calendar': '/settings?part=calendar',
  'settings: villages': '/settings?part=villages',
  'settings: units': '/settings?part=units',
} as const
const ALL = Object.entries(PLACES)
const DENSE = ALL.filter(([name]) => ['overview', 'criteria', 'funding'].includes(name))

let browser: Browser
let station: TestStation

beforeAll(async () => {
  station = await startStoryStation()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await station.stop()
})

const main = (page: Page) => wordsOf(page.locator('main'))
/** The page is there and so are its lists. */
async function drawn(page: Page): Promise<void> {
  await expect.poll(() => countOf(page, 'main h2'), POLL).toBeGreaterThan(0)
  await expect.poll(() => main(page), POLL).not.toMatch(COMING)
}

describe.each([
  { width: 1920, height: 1080, places: ALL },
  { width: 1280, height: 720, places: DENSE },
  { width: 390, height: 844, places: ALL },
])('at $width × $height', ({ places, ...size }) => {
  let watched: Watched
  beforeAll(async () => {
    watched = await openProgramme(browser, station, '/programme', { size })
  })
  afterAll(() => watched.page.close())

  test.each(places)('%s is whole and marked', async (_, path) => {
    const { page, complaints } = watched
    await visit(page, `/programme${path}`)
    await drawn(page)
    expect({
      sideways: Math.max(0, await sidewaysBy(page)),
      hidden: await hiddenTexts(page),
      low: await lowTargets(page),
      keys: await rawKeys(page, AREAS),
      h1: await countOf(page, 'h1'),
      h2: await countOf(page, 'h2'),
      complaints: [...complaints],
    }).toEqual({ sideways: 0, hidden: [], low: [], keys: [], h1: 1, h2: 1, complaints: [] })
    expect(await wordsOf(page.locator('body'))).toContain(words.shell.simulated)
  })
})

test('in English the frame has no Vietnamese word left, on any page', async () => {
  const { page, complaints } = await openProgramme(browser, station, '/programme?lang=en')
  await drawn(page)
  const frame = () =>
    page.evaluate(() => {
      const around = document.querySelector('main')?.parentElement
      return [...(around?.children ?? [])]
        .filter(part => part.tagName !== 'MAIN')
        .map(part => (part instanceof HTMLElement ? part.innerText : ''))
        .join('\n')
    })
  for (const [name, path] of ALL) {
    await visit(page, `/programme${path}${path.includes('?') ? '&' : '?'}lang=en`)
    await expect.poll(() => countOf(page, 'main h2'), POLL).toBe(1)
    const text = (await frame()).replace('Đài Sen', '').replace('Tiếng Việt', '')
    expect(text, name).not.toMatch(/[À-ỹĐđ]/)
    for (const section of SECTIONS) expect(text, name).toContain(en.term.section[section])
    expect(await rawKeys(page, AREAS), name).toEqual([])
  }
  expect(complaints).toEqual([])
  await page.close()
})

describe('the past', () => {
  const DAY = 'at=2025-05-19'
  const PAST = 'ĐANG XEM QUÁ KHỨ·19/05/2025 23:59'
  /** What begins an entry there. */
  const ENTRIES = {
    '/tasks/1.4': [words.tasks.update, words.tasks.request, words.tasks.setDeadline],
    '/tasks': [words.tasks.reach, words.shell.importXlsx],
    '/criteria': [words.criteria.importResults],
    '/villages/my-dong': [words.villages.recordRecognition, words.villages.addMilestone, words.villages.openDossier],
    '/funding': [words.funding.form.book, words.funding.form.plan, words.funding.form.note],
    '/reports': [words.reports.submit],
    '/obstacles': [words.obstacles.raise],
    '/records': [words.records.add],
    '/settings?part=villages': [words.settings.villages.add],
    '/settings?part=calendar': [words.settings.calendar.add],
  } as const
  let watched: Watched
  beforeAll(async () => {
    watched = await openProgramme(browser, station, `/programme?${DAY}`)
  })
  afterAll(() => watched.page.close())
  const whole = () => wordsOf(watched.page.locator('body'))
  const recognised = () =>
    wordsOf(watched.page.locator('section:has(> h3)').filter({ hasText: words.overview.recognised }).first())

  test('is said on every page, and nobody was recognised yet', async () => {
    const { page } = watched
    await drawn(page)
    expect(await whole()).toContain(PAST)
    expect(await recognised()).toMatch(/\n0\s?\/ 9/)
    await visit(page, `/programme/history?${DAY}`)
    await drawn(page)
    expect(await whole()).toContain(PAST)
    const events = await wordsOf(page.getByRole('table'))
    expect(events).toContain('19/05/2025')
    expect(events).not.toMatch(/\/2026|(?:2[0-9]|3[01])\/05\/2025/)
  })

  test.each(Object.entries(ENTRIES))('takes no entry at %s, and says why', async (path, names) => {
    const { page } = watched
    await visit(page, `/programme${path}${path.includes('?') ? '&' : '?'}${DAY}`)
    await drawn(page)
    for (const name of names) {
      const button = page.getByRole('button', { name, exact: true }).first()
      await button.waitFor({ timeout: DRAWN_MS })
      expect(await button.isDisabled(), name).toBe(true)
      const reason = await button.evaluate(
        element => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent,
      )
      expect(reason, name).toBe(words.shell.readOnlyPast)
    }
  })

  test.each(['/funding?form=book', '/obstacles?form=raise', '/records?form=set', '/villages/my-dong?form=dossier'])(
    'opens no form from an address: %s',
    async path => {
      const { page } = watched
      await visit(page, `/programme${path}&${DAY}`)
      await drawn(page)
      expect(await countOf(page, 'form')).toBe(0)
    },
  )

  test('is entered by typing the day, and left by one press', async () => {
    const { page, complaints } = watched
    await visit(page, '/programme')
    await drawn(page)
    expect(await whole()).not.toContain('QUÁ KHỨ')
    await page.getByLabel(words.shell.asOf).fill('19/05/2025')
    await expect.poll(whole, POLL).toContain(PAST)
    await expect.poll(recognised, POLL).toMatch(/\n0\s?\/ 9/)
    await page.getByTestId('time-bar').getByRole('button', { name: 'Về hiện tại' }).click()
    await expect.poll(recognised, POLL).toMatch(/\n6\s?\/ 9/)
    expect(await whole()).not.toContain('QUÁ KHỨ')
    expect(new URL(page.url()).search).toBe('')
    expect(complaints).toEqual([])
  })
})

describe('by keyboard', () => {
  let watched: Watched
  beforeAll(async () => {
    watched = await openProgramme(browser, station, '/programme/tasks?view=table')
  })
  afterAll(() => watched.page.close())

  test("names change between today's units and the plan's", async () => {
    const { page } = watched
    await drawn(page)
    expect(await main(page)).toContain('Sở Nông nghiệp và Môi trường')
    await page.getByLabel(words.shell.basis, { exact: true }).press('ArrowDown')
    await expect.poll(() => main(page), POLL).toContain('Sở Nông nghiệp và Phát triển nông thôn')
    expect(await main(page)).not.toContain('Sở Nông nghiệp và Môi trường')
    expect(new URL(page.url()).searchParams.get('basis')).toBe('plan')
  })

  test('a table is sorted by its heads and walked by arrows', async () => {
    const { page } = watched
    await visit(page, '/programme/tasks?view=table')
    await drawn(page)
    const head = page.getByRole('columnheader', { name: words.tasks.task, exact: true })
    const firstRow = () => page.getByRole('table').first().getByRole('rowheader').first().innerText()
    expect(await firstRow()).toMatch(/^1\.1 /)
    await press(head, words.tasks.task)
    await expect.poll(() => head.getAttribute('aria-sort'), POLL).toBe('ascending')
    await press(head, words.tasks.task)
    await expect.poll(() => head.getAttribute('aria-sort'), POLL).toBe('descending')
    expect(await firstRow()).toMatch(/^7\.5 /)
    expect(new URL(page.url()).searchParams.get('sort')).not.toBeNull()
    await page.getByRole('table').first().getByRole('rowheader').first().getByRole('link').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).pathname, POLL).toBe('/programme/tasks/7.4')
  })

  test('the criteria matrix is one stop; arrows move within, Enter opens, Esc leads back to the cell', async () => {
    const { page, complaints } = watched
    await visit(page, '/programme/criteria')
    await drawn(page)
    const grid = page.getByRole('grid')
    expect(await grid.locator('td[tabindex="0"]').count()).toBe(1)
    await grid.locator('td[tabindex="0"]').focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
    const cell = page.locator('td:focus')
    const heard = await cell.getAttribute('aria-label')
    expect(heard).toMatch(/^(?:Đạt|Chưa đạt|Chưa đánh giá)/)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect.poll(() => dialog.innerText(), POLL).toMatch(/^Tân Thuận Tây: 1\.3 /)
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count(), POLL).toBe(0)
    await expect.poll(() => cell.getAttribute('data-row'), POLL).toBe('1')
    expect(await cell.getAttribute('data-column')).toBe('2')
    expect(complaints).toEqual([])
  })
})

test.each([
  { width: 1920, height: 1080 },
  { width: 5760, height: 1080 },
  { width: 390, height: 844 },
])('the wall at $width × $height shows the programme in five tiles, whole, and marks what is simulated', async size => {
  const { page, complaints } = await openProgramme(browser, station, '/wall?scene=programme', { size })
  await expect.poll(() => textOf(page, 'kpi-criteria'), POLL).toMatch(/\d+\s*\/\s*243/)
  for (const tile of ['kpi-recognised', 'kpi-criteria', 'kpi-late-tasks', 'kpi-funding', 'kpi-reports'])
    expect(await clippedTexts(page, `[data-testid="${tile}"]`), tile).toEqual([])
  expect(await textOf(page, 'kpi-criteria')).toMatch(/minh họa[\s\S]*MÔ PHỎNG/)
  // Six villages are recognised by what the press reported, whatever the story adds.
  expect(await textOf(page, 'kpi-recognised')).not.toContain('MÔ PHỎNG')
  const said = aCommand('update-task', anUpdate('Họp giao ban', { task: '1.5' }), { isSimulated: true })
  await carryOut(station, said)
  await expect.poll(() => textOf(page, 'ticker'), POLL).toContain('MÔ PHỎNG')
  // Three screens have room for the villages by name.
  const isWide = size.width > 4_000
  expect(await countOf(page, '[data-testid="programme-board"] li')).toBe(isWide ? 9 : 0)
  expect(await clippedTexts(page, '[data-testid="programme-board"]')).toEqual([])
  if (isWide) expect(await textOf(page, 'programme-board')).toMatch(/Phú Cường21\/ 27 chỉ tiêu/)
  expect(await sidewaysBy(page)).toBeLessThanOrEqual(0)
  expect(complaints).toEqual([])
  await page.close()
})
