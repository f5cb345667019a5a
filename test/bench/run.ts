// `npm run bench [-- --quick] [--history]`: one run on one machine. Figures depend on the machine and on what else it does; ratios much less.
import { availableParallelism, cpus } from 'node:os'
import { measureAlarms } from './alarms.ts'
import { measureBundle } from './bundle.ts'
import { measureDerived } from './derived.ts'
import { measureFrames } from './frames.ts'
import { measureHistory } from './history.ts'
import { measureLatency } from './latency.ts'
import { measureProgramme } from './programme.ts'
import { print, type Section } from './statistics.ts'
import { measureSteps } from './steps.ts'
import { measureThroughput } from './throughput.ts'

const isQuick = process.argv.includes('--quick')
const startedAt = performance.now()
const say = (line: string) => process.stdout.write(`${line}\n`)

say(
  `Đài Sen benchmark${isQuick ? ' (quick)' : ''}: Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}`,
)
const sections: Section[] = []
// A store of 10 million readings takes a while to build: by itself, when asked for.
const isHistory = process.argv.includes('--history')
const ALL = [
  measureThroughput,
  measureLatency,
  measureFrames,
  measureProgramme,
  measureAlarms,
  measureSteps,
  measureBundle,
]
for (const measure of isHistory ? [measureHistory, measureDerived] : ALL) {
  const section = await measure({ isQuick })
  print(section)
  sections.push(section)
}
const goals = sections.flatMap(({ lines }) => lines.flatMap(({ goal }) => (goal ? [goal] : [])))
const met = goals.filter(({ isMet }) => isMet).length
say(`\n${met} of ${goals.length} goals met, in ${Math.round((performance.now() - startedAt) / 1_000)} s.`)
