// Entry forms filled without a mouse: opened, refused before anything is sent, filled, sent once, said, gone.
// Fields go by the names of the command's parts, which is how refusals find them.
import type { Locator, Page, Request } from 'playwright-core'
import { expect } from 'vitest'

/** A slow machine draws slowly; a page that never comes fails all the same. */
export const DRAWN_MS = 30_000
const POLL = { timeout: DRAWN_MS, interval: 50 }
const COMMANDS = '/api/v1/programme/commands'

export type Fields = Readonly<Record<string, string>>
export type Entry = {
  /** Name of the dialog, as it is read out. */
  readonly title: string | RegExp
  /** Opens it by keyboard. */
  readonly open: (page: Page) => Promise<void>
  /** What is filled in wrongly; nothing = what stands there at first is sent. */
  readonly wrong?: (form: Locator) => Promise<void>
  /** What the summary must say of it. */
  readonly refusal: string
  /** Gives the form that is sent in the end, where another one follows. */
  readonly right: (form: Locator) => Promise<Locator | undefined>
  /** What is recorded, as the message says it. */
  readonly said: string
  /** What stands on the page afterwards. */
  readonly shown: string
}

/** Goes to another address of the same page, as its own links do: no new load. */
export const visit = (page: Page, address: string): Promise<void> =>
  page.evaluate(to => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)

/** Presses what has that name, by keyboard. */
export async function press(within: Page | Locator, name: string, role: 'button' | 'link' | 'tab' = 'button') {
  await within.getByRole(role, { name, exact: true }).first().press('Enter', { timeout: DRAWN_MS })
}

/** Chooses of the options in sight. */
export const choose = (form: Locator, label: string): Promise<void> =>
  form.getByRole('radio', { name: label, exact: true }).press('Space')

/** Fills by the fields' names: texts are typed over, lists chosen from by value or words. */
export async function fill(form: Locator, fields: Fields): Promise<undefined> {
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`)
    const tag = await field.evaluate(element => element.tagName)
    if (tag === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
}

export const opened = (page: Page, title: string | RegExp): Locator =>
  page.getByRole('dialog', { name: title, exact: true })
export const send = (form: Locator): Promise<void> => form.locator('button[type="submit"]').press('Enter')

/** Whole way of one entry, from the button to what the page shows then. Returns what was sent. */
export async function enter(page: Page, entry: Entry): Promise<Request> {
  const sent: Request[] = []
  const note = (request: Request) => {
    if (request.method() === 'POST' && new URL(request.url()).pathname === COMMANDS) sent.push(request)
  }
  page.on('request', note)
  try {
    await entry.open(page)
    const form = opened(page, entry.title)
    await form.waitFor({ timeout: DRAWN_MS })
    expect(await form.locator(':focus').count(), 'the focus is in the form').toBe(1)
    await entry.wrong?.(form)
    await send(form)
    await expect.poll(() => summaryOf(page), POLL).toContain(entry.refusal)
    expect(await summaryOf(page)).toMatch(/Cần sửa \d+ chỗ trước khi gửi/)
    expect(sent, 'sent although it is wrong').toEqual([])
    const last = (await entry.right(form)) ?? form
    await send(last)
    await expect.poll(() => messagesOf(page), POLL).toContain(`Đã ghi: ${entry.said}`)
    await expect.poll(() => last.count(), POLL).toBe(0)
    await expect.poll(() => wordsOf(page.locator('main')), POLL).toContain(entry.shown)
    expect(sent.length).toBe(1)
    const [request] = sent
    if (!request) throw new Error('nothing was sent')
    return request
  } finally {
    page.off('request', note)
  }
}

/** Text as it is read: a space that doesn't break is a space. */
export const wordsOf = async (element: Locator): Promise<string> =>
  (await element.innerText()).replaceAll(/[\u00a0\u202f]/g, ' ')

export const messagesOf = (page: Page): Promise<string> => wordsOf(page.getByRole('region', { name: 'Thông báo' }))

/** The list of what is wrong with a form, when it has the focus. */
export async function summaryOf(page: Page): Promise<string> {
  const focused = page.locator('form [role="group"]:focus')
  return (await focused.count()) === 1 ? wordsOf(focused) : ''
}
