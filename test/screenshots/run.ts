// `npm run screenshots`: every scene of the wall at the sizes the README shows, from a set piece, into docs/wall. The same pictures on
// every machine, up to the rasteriser.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureClientBuilt } from '../../server/ops/client-build.ts'
import { SCENES } from '../../shared/displays/scene.ts'
import { ensureChromium } from '../support/chromium.ts'
import { launchBrowser } from '../support/page.ts'
import { startSetPiece } from '../support/set-piece.ts'
import { openStill, showScene } from '../support/still-page.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'wall')
const SIZES = [
  { width: 1920, height: 1080 },
  { width: 5760, height: 1080 },
] as const

const say = (line: string) => void process.stdout.write(`${line}\n`)
const wanted = process.argv.slice(2)

await ensureClientBuilt(say)
process.env['CHROMIUM_PATH'] = ensureChromium(say)
mkdirSync(FOLDER, { recursive: true })
const station = await startSetPiece()
const browser = await launchBrowser()
try {
  for (const size of SIZES) {
    const page = await openStill(browser, `${station.url}/wall?scene=overview`, size)
    for (const scene of SCENES.filter(one => wanted.length === 0 || wanted.includes(one))) {
      await showScene(page, scene)
      const path = join(FOLDER, `${scene}-${size.width}.png`)
      await page.screenshot({ path })
      say(path)
    }
    await page.close()
  }
} finally {
  await browser.close()
  await station.stop()
}
