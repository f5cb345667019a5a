// `npm run soak [-- --minutes 20 --speed 10 --out docs/soak.svg --draw]`: the wall for hours or days within minutes; prints what was done
// and what grew, plots it, and ends with 1 when something grew by more than 5 % or the page loaded itself anew.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureClientBuilt } from '../../server/ops/client-build.ts'
import { print } from '../bench/statistics.ts'
import { DRIFT_LIMIT } from './drift.ts'
import { runSoak, type SoakResult } from './soak.ts'
import { soakPlot } from './soak-plot.ts'

const WEEK_HOURS = 168
/** A scene every 25 s. */
const WEEK_SCENES = (WEEK_HOURS * 3_600) / 25

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    speed: { type: 'string', default: '10' },
    samples: { type: 'string', default: '30' },
    out: { type: 'string', default: 'docs/soak.svg' },
    path: { type: 'string', default: '/wall' },
    draw: { type: 'boolean', default: false },
  },
})
const say = (line: string) => process.stdout.write(`${line}\n`)
const count = (value: number) => Math.round(value).toLocaleString('en')

/** @returns what was done, in lines */
function report({ done, reloads, errors, metrics, drifts }: SoakResult): readonly string[] {
  const about = [
    `${done.hours.toFixed(1)} h of the page's time (${((done.hours / WEEK_HOURS) * 100).toFixed(0)} % of 7 days), ${count(done.scenes)} scene changes (7 days of 25 s each: ${count(WEEK_SCENES)})`,
    `${count(done.messages)} messages, ${count(done.animationFrames)} animation frames, ${count(done.cuts)} cuts of the line, ${count(done.socketsOpened)} connections, ${count(done.contextLosses)} lost contexts, ${count(reloads)} reloads`,
  ]
  print({
    title: 'Soak of the wall',
    about: `${about.join('. ')}.`,
    lines: [
      ...metrics.map(({ id, name, unit }) => {
        const { first, last, share, isWithin } = drifts.get(id) ?? { first: 0, last: 0, share: 0, isWithin: false }
        const figure = (value: number) => (Number.isInteger(value) ? count(value) : value.toFixed(1))
        return {
          name,
          value: `${figure(first)} → ${figure(last)} ${unit}`.trimEnd(),
          note: `${(share * 100).toFixed(1)} %`,
          goal: { text: `≤ ${DRIFT_LIMIT * 100} %`, isMet: isWithin },
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
  minutes: Number(values.minutes),
  speed: Number(values.speed),
  samples: Number(values.samples),
  path: values.path,
  size: { width: 1_280, height: 720 },
  isDrawn: values.draw,
  isOneScene: true,
  say,
})
const about = report(result)
mkdirSync(dirname(values.out), { recursive: true })
writeFileSync(values.out, soakPlot('Soak of the wall', about, result.metrics, DRIFT_LIMIT))
say(`\n${result.isPassed ? 'passed' : 'FAILED'}; plot: ${values.out}`)
process.exitCode = result.isPassed ? 0 : 1
