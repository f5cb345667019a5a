// The pages of access in a real Chromium, at a station that asks who people are: from its first administrator to a session that ran out
// under an open form.
import { Secret, TOTP } from 'otpauth'
import pino from 'pino'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startStation } from '../../server/compose.ts'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import { axeFaults } from '../support/axe.ts'
import { fill, messagesOf, opened, press, send, summaryOf, visit } from '../support/entry-form.ts'
import { launchBrowser } from '../support/page.ts'
import { hiddenTexts, lowTargets, rawKeys, sidewaysBy } from '../support/page-looks.ts'
import { PASSWORD } from '../support/people.ts'
import { aConfig } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SOON = { timeout: 60_000, interval: 200 }
const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]
const OFFICER_PASSWORD = 'lúa trổ đòng tháng tám'

const folder = temporaryFolder()
let station: Awaited<ReturnType<typeof startStation>>
let browser: Browser
/** As the station's log shows it. */
let setUpLink = ''
let invitation = ''
let administrator: Page
let officer: Page
const complaints: string[] = []

beforeAll(async () => {
  const log = pino(
    { level: 'warn' },
    {
      write(line: string) {
        setUpLink = /\/sign-in#[\w-]+/.exec(line)?.[0] ?? setUpLink
      },
    },
  )
  station = await startStation(aConfig({ access: 'required', dataDir: folder.path }), {
    log,
    clientFolder: CLIENT_FOLDER,
  })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await station.stop()
  folder.remove()
  expect(complaints).toEqual([])
})

/** Another browser: nobody is signed in there. */
async function openBrowser(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text())
  })
  await page.goto(`${station.url}${path}`)
  return page
}
const form = (page: Page) => page.locator('form').last()
async function signIn(page: Page, login: string, password: string) {
  await fill(form(page), { login, password })
  await send(form(page))
}

/** What a page must never do, in both languages at every size. */
async function expectFine(page: Page) {
  for (const language of ['en', 'vi']) {
    await page.getByRole('button', { name: language === 'en' ? 'English' : 'Tiếng Việt', exact: true }).click()
    for (const size of SIZES) {
      await page.setViewportSize(size)
      const about = `${page.url()} ${language} ${size.width}`
      expect([about, await sidewaysBy(page)]).toEqual([about, 0])
      expect([about, await hiddenTexts(page)]).toEqual([about, []])
      expect([about, await lowTargets(page)]).toEqual([about, []])
    }
    expect(await rawKeys(page, ['access', 'who', 'accounts', 'log', 'form', 'signIn'])).toEqual([])
    expect([page.url(), await axeFaults(page)]).toEqual([page.url(), []])
  }
  await page.setViewportSize({ width: 1366, height: 768 })
}

test('whoever comes is asked who they are; a wall asks to be paired, without the form', async () => {
  const page = await openBrowser('/programme?lang=vi')
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
  expect(await page.getByText('Trạm mới, chưa có tài khoản nào').count()).toBe(1)
  await expectFine(page)
  await page.context().close()
  const wall = await openBrowser('/wall')
  await wall.getByRole('heading', { name: 'Ghép màn hình này' }).waitFor()
  const loaded = await wall.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  expect(loaded.some(url => url.endsWith('.js'))).toBe(true)
  expect(loaded.filter(url => /sign-in|send-access/.test(url))).toEqual([])
  await wall.context().close()
})

test('the link in the log makes the first administrator, and leaves the address bar at once', async () => {
  administrator = await openBrowser(setUpLink)
  await administrator.getByRole('heading', { name: 'Quản trị viên đầu tiên' }).waitFor()
  expect(administrator.url()).toBe(`${station.url}/sign-in`)
  await expectFine(administrator)
  await fill(form(administrator), { name: 'Nguyễn Thị Sen', login: 'Sen', unit: 'so-khcn-2025', password: 'ngắn quá' })
  await send(form(administrator))
  await expect.poll(() => summaryOf(administrator), SOON).toContain('Cần ít nhất 12 ký tự.')
  await fill(form(administrator), { password: 'matkhau12345' })
  await send(form(administrator))
  await expect.poll(() => summaryOf(administrator), SOON).toContain('danh sách bị lộ')
  await fill(form(administrator), { password: PASSWORD })
  await send(form(administrator))
  await administrator.getByRole('button', { name: 'Tài khoản: Nguyễn Thị Sen' }).waitFor()
  expect(new URL(administrator.url()).pathname).toBe('/')
})

test('the administrator adds an account; its link is shown once', async () => {
  await visit(administrator, '/admin/accounts')
  await press(administrator, 'Thêm tài khoản')
  const dialog = opened(administrator, 'Thêm tài khoản')
  await send(dialog)
  await expect.poll(() => summaryOf(administrator), SOON).toContain('Vai trò 1 cần một đơn vị.')
  await fill(dialog, { name: 'Lê Văn An', login: 'le.van.an', 'grants.0.unit': 'commune-30112' })
  await send(dialog)
  const shown = opened(administrator, 'Liên kết mời le.van.an')
  invitation = new URL(await shown.locator('code').innerText()).hash
  expect(await axeFaults(administrator)).toEqual([])
  await press(shown, 'Xong')
  await administrator.getByText('Chờ đặt mật khẩu').waitFor()
  expect(await administrator.locator('body').innerText()).not.toContain(invitation.slice(1))
  await administrator.getByText('Mỗi vai trò làm được gì').click()
  await expectFine(administrator)
})

test('a login that is taken is refused by its field', async () => {
  await press(administrator, 'Thêm tài khoản')
  const dialog = opened(administrator, 'Thêm tài khoản')
  await fill(dialog, { name: 'Lê Văn Ân', login: 'le.van.an', 'grants.0.role': 'viewer' })
  await send(dialog)
  await expect.poll(() => summaryOf(administrator), SOON).toContain('Tên đăng nhập đã có người dùng')
  await administrator.keyboard.press('Escape')
  await press(administrator, 'Đóng và bỏ')
})

test('the invited person sets a password, once', async () => {
  officer = await openBrowser(`/sign-in${invitation}`)
  await officer.getByText('Xin chào Lê Văn An.').waitFor()
  await fill(form(officer), { password: OFFICER_PASSWORD })
  await send(form(officer))
  await officer.getByRole('button', { name: 'Tài khoản: Lê Văn An' }).waitFor()
  const late = await openBrowser(`/sign-in${invitation}`)
  await late.getByRole('heading', { name: 'Liên kết này không dùng được nữa' }).waitFor()
  await expectFine(late)
  await late.context().close()
})

test('their role hides what they may not, and says so where they go all the same', async () => {
  await visit(officer, '/programme/settings')
  await officer.getByRole('heading', { name: 'Thiết lập' }).waitFor()
  expect(await officer.getByRole('button', { name: /^Đổi|^Thay đổi/ }).count()).toBe(0)
  await visit(officer, '/alarms')
  await officer.locator('main').waitFor()
  expect(await officer.getByRole('link', { name: 'Gửi tin' }).count()).toBe(0)
  await visit(officer, '/admin/accounts')
  await officer.getByRole('heading', { name: 'Trang này không dành cho tài khoản của bạn' }).waitFor()
  await expectFine(officer)
})

test('what they enter stands in their own name, for the unit of their role', async () => {
  await visit(officer, '/programme/obstacles')
  await press(officer, await raiseWords(officer))
  const dialog = officer.getByRole('dialog')
  await dialog.waitFor()
  expect(await dialog.locator('[name="actor.name"], [name="actor.unit"]').count()).toBe(0)
  expect(await dialog.innerText()).toMatch(/Lê Văn An\s+Xã Mỹ Hiệp/)
})

test('a session ended elsewhere: the sign-in stands over the form, and what was typed is still there', async () => {
  const typed = 'Kênh nội đồng bị bồi lắng'
  const title = officer.getByRole('dialog').locator('input[type="text"]').first()
  await title.fill(typed)
  await officer.getByRole('dialog').locator('[name="text"]').fill('Cần nạo vét trước vụ hè thu.')
  await visit(administrator, '/admin/accounts')
  await administrator.getByText('Chờ đặt mật khẩu').waitFor({ state: 'detached', timeout: 45_000 })
  await press(administrator, 'Khác le.van.an')
  await press(administrator.getByRole('dialog'), 'Kết thúc mọi phiên')
  await send(administrator.getByRole('dialog'))
  const over = opened(officer, 'Phiên đăng nhập đã hết')
  await over.waitFor(SOON)
  expect(await axeFaults(officer)).toEqual([])
  await officer.keyboard.press('Escape')
  await officer.keyboard.press('Escape')
  await expect.poll(() => over.isVisible(), SOON).toBe(true)
  await fill(over, { login: 'le.van.an', password: OFFICER_PASSWORD })
  await send(over)
  await expect.poll(() => over.count(), SOON).toBe(0)
  expect(await title.inputValue()).toBe(typed)
  await send(officer.getByRole('dialog'))
  await expect.poll(() => messagesOf(officer), SOON).toContain(typed)
  await expect.poll(() => officer.getByTestId('link-state').innerText(), SOON).toBe('trực tiếp')
  await visit(officer, '/programme/history')
  await officer.getByText('Lê Văn An · Xã Mỹ Hiệp').first().waitFor()
  expect(await officer.locator('main').innerText()).toContain('đăng nhập')
})

test('one’s own account: other sessions, another password, a second factor with real codes', async () => {
  const other = await openBrowser('/account')
  await signIn(other, 'le.van.an', OFFICER_PASSWORD)
  await other.getByRole('heading', { name: 'Phiên đang mở' }).waitFor()
  await expect.poll(() => other.getByRole('row').count(), SOON).toBe(3)
  await expectFine(other)
  await press(other, 'Thêm mã xác thực')
  await fill(form(other), { current: OFFICER_PASSWORD })
  await send(form(other))
  const key = await other.getByRole('dialog').locator('code').innerText()
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) })
  expect(await axeFaults(other)).toEqual([])
  await fill(form(other), { code: '12345' })
  await send(form(other))
  await expect.poll(() => summaryOf(other), SOON).toContain('Mã có đúng sáu số.')
  await fill(form(other), { code: totp.generate() })
  await send(form(other))
  await other.getByText('Đang dùng: mỗi lần đăng nhập hỏi thêm sáu số').waitFor()
  await press(other, 'Đăng xuất')
  await other.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
  await signIn(other, 'le.van.an', OFFICER_PASSWORD)
  await other.locator('[name="code"]').waitFor()
  // The code that confirmed it was used.
  await fill(form(other), { code: totp.generate({ timestamp: Date.now() + 30_000 }) })
  await send(form(other))
  await other.getByRole('button', { name: 'Tài khoản: Lê Văn An' }).waitFor()
  await other.context().close()
})

test('whoever fails too often is told how long to wait', async () => {
  const page = await openBrowser('/sign-in')
  const wait = page.getByText(/Thử lại được sau \d+ giây/)
  // The first waits are short: on a slow machine they are over before the page says so, the later ones are not.
  for (let i = 0; i < 12 && (await wait.count()) === 0; i++) {
    await signIn(page, 'khong.co.ai', 'không phải đâu nhé')
    await expect.poll(() => page.locator('form').getAttribute('aria-busy'), SOON).toBe(null)
    await page.waitForTimeout(300)
  }
  await wait.waitFor()
  await page.context().close()
})

test('the log tells all of it', async () => {
  await visit(administrator, '/admin/access-log')
  await administrator.getByRole('table').waitFor()
  const words = await administrator.locator('main').innerText()
  for (const said of [
    'Thêm tài khoản',
    'Đặt mật khẩu',
    'Thêm mã xác thực',
    'Kết thúc mọi phiên',
    'Đăng nhập không được',
  ])
    expect(words).toContain(said)
  await administrator.locator('select[name="kind"]').selectOption('refusals')
  expect(await administrator.getByRole('rowheader', { name: 'Thêm tài khoản' }).count()).toBe(0)
  await expectFine(administrator)
})

const raiseWords = async (page: Page): Promise<string> =>
  (
    await page
      .getByRole('button', { name: /vướng mắc/i })
      .first()
      .innerText()
  ).trim()
