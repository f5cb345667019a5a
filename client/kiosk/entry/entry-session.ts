// The entry session that runs at this kiosk, in memory only: who it is, what there is to enter, until when; ended when nobody is there any
// more, when its time is over, and when the station says so. Knows no React.
import type { EntryReply } from '../../../shared/entry/api-schema.ts'
import type { EntryChoices } from '../../../shared/entry/choices.ts'
import { stationFetch } from '../../app/station-fetch.ts'
import { createListeners } from '../../live/listeners.ts'

const ROOT = '/api/v1/entry'
const LOOK_MS = 2_000
const ANSWER_WITHIN_MS = 5_000

export type RunningEntry = Omit<EntryReply, 'now'> & {
  /** Monotonic moment, and what the station's clock said then. */
  readonly startedAt: number
  readonly startedAtStation: number
}
export type SessionStanding = {
  readonly running: RunningEntry | undefined
  /** Undefined until they have come once. */
  readonly choices: EntryChoices | undefined
  /** The last question to the station was answered. */
  readonly isLineUp: boolean
  /** Why the last session ended, when nobody here ended it. */
  readonly ended: 'time' | 'station' | undefined
}
export type EntrySession = {
  readonly standing: () => SessionStanding
  readonly onChange: (listener: () => void) => () => void
  readonly begin: (reply: EntryReply) => void
  /** What is entered has become another: asks what there is now. */
  readonly refresh: () => Promise<void>
  readonly end: (isTicketNeeded: boolean) => void
  /** By the station's clock. */
  readonly now: () => number
}

const NOBODY: SessionStanding = { running: undefined, choices: undefined, isLineUp: true, ended: undefined }

export function createEntrySession(monotonicNow = () => performance.now(), wallNow = Date.now): EntrySession {
  const changed = createListeners<void>()
  let standing = NOBODY
  let looking: ReturnType<typeof setInterval> | undefined
  const say = (next: Partial<SessionStanding>) => {
    standing = { ...standing, ...next }
    changed.tell()
  }
  const timeOf = ({ startedAt, startedAtStation }: RunningEntry) => startedAtStation + monotonicNow() - startedAt

  function stop(ended: SessionStanding['ended']): void {
    clearInterval(looking)
    looking = undefined
    standing = { ...NOBODY, ended }
    changed.tell()
  }
  async function ask(path: string): Promise<Response | undefined> {
    const asked = standing.running
    if (!asked) return undefined
    try {
      const answer = await stationFetch(`${ROOT}/${path}`, {
        headers: { 'x-entry-session': asked.session },
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      })
      if (standing.running !== asked) return undefined
      if (answer.status === 401 || answer.status === 403) {
        stop('station')
        return undefined
      }
      if (standing.isLineUp !== answer.ok) say({ isLineUp: answer.ok })
      return answer.ok ? answer : undefined
    } catch {
      if (standing.running === asked && standing.isLineUp) say({ isLineUp: false })
      return undefined
    }
  }
  async function look(): Promise<void> {
    const { running } = standing
    if (!running) return
    if (timeOf(running) >= running.endsAt) stop('time')
    else await ask('session')
  }
  async function refresh(): Promise<void> {
    const answer = await ask('choices')
    if (answer) say({ choices: (await answer.json()) as EntryChoices })
  }

  return {
    standing: () => standing,
    onChange: changed.add,
    refresh,
    begin(reply) {
      const { now, ...session } = reply
      standing = { ...NOBODY, running: { ...session, startedAt: monotonicNow(), startedAtStation: now } }
      changed.tell()
      clearInterval(looking)
      looking = setInterval(() => void look(), LOOK_MS)
      void refresh()
    },
    end(isTicketNeeded) {
      const { running } = standing
      if (!running) return
      stop(undefined)
      // Whether or not it arrives: nobody here knows its secret any more, and it runs out by itself.
      void stationFetch(`${ROOT}/end`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-entry-session': running.session },
        body: JSON.stringify({ isTicketNeeded }),
        keepalive: true,
      }).catch(() => undefined)
    },
    now: () => (standing.running ? timeOf(standing.running) : wallNow()),
  }
}
