// `npm run soak [-- --laps 171 --rounds 10 --minutes 60 --speed 10 --out docs/soak.svg --draw]`: the scene changes of seven days of a wall
// within hours, in laps of an hour and more; prints what was done and what grew, plots it, and ends with 1 when something grew by more
// than 5 % or the page loaded itself anew. `--minutes` ends it early.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureClientBuilt } from '../../server/ops/client-build.ts'
import { print } from '../bench/statistics.ts'
import { DRIFT_LIMIT, type Drift } from './drift.ts'
import { runSoak, type SoakResult } from './soak.ts'
import { soakPlot } from './soak-plot.ts'

const WEEK_HOURS = 168
/** Of the wall that nobody gave a profile: seven scenes of 25 s and nine villages of 20 s. */
const ROUND = { scenes: 16, seconds: 7 * 25 + 9 * 20 }
const WEEK_SCENES = Math.ceil((WEEK_HOURS * 3_600 * ROUND.scenes) / ROUND.seconds)
/** A week has so many laps of ten rounds: about one an hour. */
const ROUNDS_A_LAP = 10
const WEEK_LAPS = Math.ceil(WEEK_SCENES / ROUND.scenes / ROUNDS_A_LAP)
/** What a screen draws in a second, if it can. */
const FRAMES_A_SECOND = 60

const { values } = parseArgs({
  options: {
    laps: { type: 'string', default: String(WEEK_LAPS) },
    rounds: { type: 'string', default: String(ROUNDS_A_LAP) },
    minutes: { type: 'string', default: 'Infinity' },
    speed: { type: 'string', default: '10' },
    out: { type: 'string', default: 'docs/soak.svg' },
    draw: { type: 'boolean', default: false },
  },
})
const say = (line: string) => process.stdout.write(`${line}\n`)
const count = (value: number) => Math.round(value).toLocaleString('en')

const share = (part: number, whole: number) => `${((part / whole) * 100).toFixed(part / whole < 0.1 ? 1 : 0)} %`

const NOTHING: Drift = { first: 0, last: 0, share: Number.POSITIVE_INFINITY, isWithin: false }

/** @returns what was done, in lines */
function report({ done, reloads, errors, metrics, drifts, lifeDrifts }: SoakResult): readonly string[] {
  const about = [
    `${count(done.scenes)} scene changes, ${share(done.scenes, WEEK_SCENES)} of the ${count(WEEK_SCENES)} of 7 days; ${share(done.drawnScenes, done.scenes)} of them drawn at least twice while they stood`,
    `${count(done.cuts)} cuts of the line, ${count(done.socketsOpened)} connections, ${count(done.contextLosses)} lost contexts, ${count(reloads)} reloads, ${count(errors.length)} errors`,
    `${done.hours.toFixed(1)} h of the page's time at the station's own rate of messages (${share(done.hours, WEEK_HOURS)} of 7 days): ${count(done.messages)} messages; ${count(done.animationFrames)} frames (${((done.animationFrames / (WEEK_HOURS * 3_600 * FRAMES_A_SECOND)) * 100).toFixed(2)} % of 7 days at ${FRAMES_A_SECOND} a second)`,
  ]
  print({
    title: 'Soak of the wall',
    about: `${about.join('. ')}.`,
    lines: [
      ...metrics.map(({ id, name, unit }) => {
        const { first, last, share: grown, isWithin } = drifts.get(id) ?? NOTHING
        const life = lifeDrifts.get(id) ?? NOTHING
        const figure = (value: number) => (Number.isInteger(value) ? count(value) : value.toFixed(1))
        return {
          name,
          value: `${figure(first)} → ${figure(last)} ${unit}`.trimEnd(),
          note: `${(grown * 100).toFixed(1)} %, in a life of the map ${(life.share * 100).toFixed(1)} %`,
          goal: { text: `≤ ${DRIFT_LIMIT * 100} %`, isMet: isWithin && life.isWithin },
        }
      }),
      { name: 'reloads', value: String(reloads), goal: { text: 'none', isMet: reloads === 0 } },
      { name: 'errors of the page', value: String(errors.length), goal: { text: 'none', isMet: errors.length === 0 } },
    ],
  })
  for (const error of new Set(errors)) say(`  ${error}`)
  return about
}

await ensureClientBuilt(say)
const result = await runSoak({
  laps: Number(values.laps),
  scenes: WEEK_SCENES,
  roundsPerLap: Number(values.rounds),
  minutes: Number(values.minutes),
  speed: Number(values.speed),
  size: { width: 1_280, height: 720 },
  isDrawn: values.draw,
  say,
})
const about = report(result)
mkdirSync(dirname(values.out), { recursive: true })
writeFileSync(values.out, soakPlot('Soak of the wall', about, result.metrics, DRIFT_LIMIT))
say(`\n${result.isPassed ? 'passed' : 'FAILED'}; plot: ${values.out}`)
process.exitCode = result.isPassed ? 0 : 1
