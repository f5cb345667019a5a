// Runs spreadsheet jobs in a process of their own: a file that is built to exhaust its reader exhausts only that one's memory
// and time. (A thread can't be stopped inside a loop of the engine.) One at a time: memory is what all of them share.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Answer, Job, Results } from './job.ts'
import { refuse, type SpreadsheetRefusal } from './refusal.ts'

/** Jobs that may wait while one runs. */
export const MAX_WAITING = 8
export type ProcessLimits = { readonly memoryMegabytes: number; readonly timeMs: number }
/** A workbook at its limits takes some seconds, on a busy machine several times that. */
const LIMITS: Readonly<Record<Job['kind'], ProcessLimits>> = {
  read: { memoryMegabytes: 768, timeMs: 60_000 },
  write: { memoryMegabytes: 1_024, timeMs: 60_000 },
}
/** How the engine ends a process that is out of memory, where that isn't a signal. */
const ABORTED = 134

let unfinished = 0
let last: Promise<unknown> = Promise.resolve()

export type JobAbout = {
  readonly limits?: ProcessLimits
  /** Ends the process, or the wait for it; what was read or written so far is thrown away. */
  readonly signal?: AbortSignal | undefined
}

/**
 * @returns `busy` when too many wait, `too-heavy` when memory or time ran out
 * @throws the signal's reason when it is aborted; when the job itself has a bug
 */
export function runJob<K extends Job['kind']>(
  job: Extract<Job, { kind: K }>,
  { limits = LIMITS[job.kind], signal }: JobAbout = {},
): Promise<Results[K] | SpreadsheetRefusal> {
  if (unfinished > MAX_WAITING) return Promise.resolve(refuse('busy'))
  unfinished++
  const result = last
    .then(() => {
      signal?.throwIfAborted()
      return runApart<Results[K]>(job, limits, signal)
    })
    .finally(() => unfinished--)
  last = result.catch(() => undefined)
  return result
}

function runApart<T>(
  job: Job,
  { memoryMegabytes, timeMs }: ProcessLimits,
  signal: AbortSignal | undefined,
): Promise<T | SpreadsheetRefusal> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./job.ts', import.meta.url)), {
      execArgv: [`--max-old-space-size=${memoryMegabytes}`],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const end = () => void child.kill('SIGKILL')
    const late = setTimeout(end, timeMs)
    signal?.addEventListener('abort', end)
    child.on('message', (answer: Answer) => {
      if ('bug' in answer) reject(answer.bug)
      else resolve(answer.value as T)
    })
    child.on('error', reject)
    // After an answer this changes nothing.
    child.on('exit', (code, endedBy) => {
      clearTimeout(late)
      signal?.removeEventListener('abort', end)
      if (signal?.aborted) reject(signal.reason as Error)
      else if (endedBy !== null || code === ABORTED) resolve(refuse('too-heavy'))
      else reject(new Error(`the spreadsheet process ended with ${code} and no answer`))
    })
    // A process that is already gone says so itself.
    child.send(job, () => undefined)
  })
}
