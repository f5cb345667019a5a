// Compares what a page looks like with how it looked when somebody last found it right. `UPDATE_PICTURES=1` takes new ones.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

const FOLDER = join(import.meta.dirname, '..', 'browser', 'pictures')
/** Of what didn't match: kept out of the repository. */
const FAILED = join(FOLDER, 'failed')
/** How far a colour may be off, 0 to 1: less than an eye sees, more than a rasteriser rounds. */
const COLOUR = 0.12

/**
 * Share of pixels that differ, 0 to 1; 1 when the sizes differ. A picture that isn't there yet is refused: a test must not pass
 * because nobody has looked.
 */
export function differenceFrom(name: string, taken: Buffer): number {
  const path = join(FOLDER, `${name}.png`)
  if (process.env['UPDATE_PICTURES']) {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(path, taken)
  }
  if (!existsSync(path)) throw new Error(`no picture ${name}: look at the page, then UPDATE_PICTURES=1`)
  const [before, after] = [PNG.sync.read(readFileSync(path)), PNG.sync.read(taken)]
  const { width, height } = before
  if (after.width !== width || after.height !== height) return 1
  const marks = new PNG({ width, height })
  const count = pixelmatch(before.data, after.data, marks.data, width, height, { threshold: COLOUR })
  if (count > 0) {
    mkdirSync(FAILED, { recursive: true })
    writeFileSync(join(FAILED, `${name}.png`), taken)
    writeFileSync(join(FAILED, `${name}-marks.png`), PNG.sync.write(marks))
  }
  return count / (width * height)
}
