// The Alarms area as somebody on duty uses it in a browser: pages by keyboard, and the lines of the desk as they stand there.
import type { Browser, Page } from 'playwright-core'
import type { CommandActor } from '../../shared/programme/command.ts'
import { ON_DUTY } from './alarms.ts'
import { DRAWN_MS } from './entry-form.ts'
import { openPage, type Size, type Watched } from './page.ts'

export const POLL = { timeout: DRAWN_MS, interval: 50 } as const

type Opened = {
  readonly size?: Size
  /** Null = nobody has said yet who they are. */
  readonly actor?: CommandActor | null
  /** The map takes long to draw where no test looks at it. */
  readonly hasMap?: boolean
}

export const openAlarmsPage = (
  browser: Browser,
  { url }: { readonly url: string },
  path = '/alarms',
  { size, actor = ON_DUTY, hasMap = false }: Opened = {},
): Promise<Watched> =>
  openPage(browser, `${url}${path}`, size, {
    ...(actor ? { 'dai-sen.actor': JSON.stringify(actor) } : {}),
    'dai-sen.alarm-desk': JSON.stringify({ hasMap }),
  })

/** Presses one key after the other where the focus is. */
export async function pressKeys(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

export type SeenLine = {
  /** Null for a line that stands for several. */
  readonly alarm: string | null
  readonly text: string
  readonly isSelected: boolean
  readonly hasFocus: boolean
}

export const linesOf = (page: Page): Promise<readonly SeenLine[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-list="alarms"] [role="row"][data-priority]')].map(row => ({
      alarm: new URLSearchParams(row.querySelector('a')?.search).get('alarm'),
      text: row.innerText.replaceAll(/\s+/g, ' '),
      isSelected: row.getAttribute('aria-selected') === 'true',
      hasFocus: row === document.activeElement,
    })),
  )
/** Ids of the alarms that have a line, from the top. */
export const alarmsListed = async (page: Page): Promise<readonly string[]> =>
  (await linesOf(page)).flatMap(({ alarm }) => alarm ?? [])
/** Text of an alarm's line, '' while it has none. */
export const lineOf = async (page: Page, alarm: string): Promise<string> =>
  (await linesOf(page)).find(line => line.alarm === alarm)?.text ?? ''

export const linkOf = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.querySelector('[data-link]')?.getAttribute('data-link') ?? null)
