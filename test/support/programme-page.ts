// The Programme area as somebody uses it in a browser: a station that tells the simulated story, and pages of a person who has
// said who they are. Knows no form; test/support/entry-form.ts fills those.
import type { Browser } from 'playwright-core'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import { plantStory } from '../../server/programme/plant.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import { demoSeed } from '../../server/simulate/programme/history.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import type { CommandActor } from '../../shared/programme/command.ts'
import { isSimulated } from '../../shared/programme/event.ts'
import { openPage, type Size, type Watched } from './page.ts'
import { LEAD } from './programme.ts'
import { startTestStation, type TestStation } from './station.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** The province's day that every run of the tests shows, whenever it runs. */
export const STORY_DAY = '2026-11-25'
/** That evening. */
export const STORY_STARTS_AT = Date.UTC(2026, 10, 25, 12, 0)
const STORY_SEED = 2026

type About = { readonly origins?: readonly string[] }

/** Its clock begins on the evening of `STORY_DAY` and goes on from there. */
export async function startStoryStation(about: About = {}): Promise<TestStation> {
  const folder = temporaryFolder()
  const store = await openSqliteStore({ path: databasePath(folder.path) })
  try {
    await plantStory(store, demoSeed(STORY_SEED, loadRegistry(), STORY_DAY), ({ actor }) => !isSimulated(actor))
  } finally {
    await store.close()
  }
  const station = await startOn(folder.path, about)
  return {
    ...station,
    stop: async () => {
      await station.stop()
      folder.remove()
    },
  }
}

/** The same evening with the facts alone: nothing is simulated, nobody has entered anything. */
export const startFactsStation = (about: About = {}): Promise<TestStation> => startOn(undefined, about)

function startOn(dataDir: string | undefined, { origins = [] }: About): Promise<TestStation> {
  const startedAt = performance.now()
  return startTestStation({
    ...(dataDir === undefined ? {} : { dataDir }),
    clientFolder: CLIENT_FOLDER,
    origins: [...origins],
    now: () => Math.round(STORY_STARTS_AT + performance.now() - startedAt),
  })
}

type Opened = { readonly size?: Size; readonly actor?: CommandActor }

/** A page of the station at `path`, of somebody who told it before who they are. */
export const openProgramme = (
  browser: Browser,
  { url }: Pick<TestStation, 'url'>,
  path: string,
  { size, actor = LEAD }: Opened = {},
): Promise<Watched> =>
  openPage(browser, `${url}${path}`, size, { 'dai-sen.actor': JSON.stringify({ name: actor.name, unit: actor.unit }) })
