// An officer at a kiosk's page in a real browser: comes in by PIN, chooses, types.
import type { Page } from 'playwright-core'
import { PIN } from './kiosk.ts'

export async function signInByPin(page: Page, login: string, shown: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(login)
  for (const digit of PIN) await page.getByRole('button', { name: `Số ${digit}`, exact: true }).click()
  await page.getByRole('button', { name: 'Bắt đầu nhập' }).click()
  await page.getByText(shown).waitFor()
}

/** @param deed as the kiosk calls it */
export async function chooseTask(page: Page, deed: string, task: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^${deed}`) }).click()
  await page.getByRole('link', { name: new RegExp(`^${task.replace('.', '\\.')} `) }).click()
  await page.getByRole('heading', { name: `${deed} ${task}` }).waitFor()
}

/** @param outcome what the page says of it then */
export async function sendTyped(page: Page, outcome: string): Promise<void> {
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  await page.getByText(outcome, { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Nhập tiếp' }).click()
}

export async function updateTask(page: Page, task: string, text: string, outcome: string): Promise<void> {
  await chooseTask(page, 'Cập nhật nhiệm vụ', task)
  await page.getByRole('radio', { name: 'Đang thực hiện' }).check()
  await page.getByLabel('Đã làm được gì').fill(text)
  await sendTyped(page, outcome)
}
