// A desk of the Programme area: one page of one person at a station, where entries are made one after the other.
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { CommandActor } from '../../shared/programme/command.ts'
import type { ProgrammeState } from '../../shared/programme/state.ts'
import { type Entry, enter, press, visit } from './entry-form.ts'
import { LEAD, stateOf } from './programme.ts'
import { openProgramme } from './programme-page.ts'
import type { TestStation } from './station.ts'

/** As the station writes down who entered it. */
export const BY_LAN = expect.stringMatching(/^declared:Lan · Sở Khoa học và Công nghệ/)

export type Desk = {
  readonly page: Page
  readonly complaints: readonly string[]
  readonly go: (address: string) => Promise<void>
  /** Makes an entry on that page as `actor`; gives the station's state after it. */
  readonly enter: (address: string, entry: Entry, actor?: CommandActor) => Promise<ProgrammeState>
}

export async function openDesk(browser: Browser, station: TestStation): Promise<Desk> {
  const { page, complaints } = await openProgramme(browser, station, '/programme')
  const go = async (address: string) => {
    // What a failed entry left open isn't the next one's.
    if ((await page.getByRole('dialog').count()) > 0) await page.goto(station.url + address)
    else await visit(page, address)
  }
  return {
    page,
    complaints,
    go,
    async enter(address, entry, actor = LEAD) {
      await go(address)
      const request = await enter(page, entry)
      expect(request.headers()['idempotency-key']).toMatch(/^[0-9a-f]{32}$/)
      expect(request.postDataJSON()).toMatchObject({ actor })
      return stateOf(station)
    },
  }
}

/** Opens a form by the button of that name. */
export const byButton = (name: string) => (page: Page) => press(page, name)
