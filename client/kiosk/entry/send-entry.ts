// Brings one entry of the queue to the station: its photographs first, then itself under its key. Says what became of it, never throws.
import type { Problem } from '../../../shared/api.ts'
import type { EntryDone, EntryRequest } from '../../../shared/entry/api-schema.ts'
import type { EntryCommand } from '../../../shared/entry/entry.ts'
import type { EvidenceReply } from '../../../shared/programme/evidence-schema.ts'
import type { EvidenceFile } from '../../../shared/programme/facts.ts'
import { problemIn } from '../../app/post-json.ts'
import { stationFetch } from '../../app/station-fetch.ts'
import type { EntryOutcome } from './entry-queue.ts'
import type { QueuedEntry } from './queue-state.ts'

const ROOT = '/api/v1/entry'
const ANSWER_WITHIN_MS = 30_000
/** What the station says of the thing itself: asking again changes nothing. */
const FINAL = new Set([400, 404, 413, 415, 422])

export async function sendEntry(entry: QueuedEntry, photographs: readonly Uint8Array[]): Promise<EntryOutcome> {
  try {
    const files: EvidenceFile[] = []
    for (const [at, bytes] of photographs.entries()) {
      const kept = await post(`${ROOT}/files`, entry, new Uint8Array(bytes), 'application/octet-stream')
      if (!kept.ok) return outcomeOf(kept)
      const { hash, size, type } = (await kept.json()) as EvidenceReply
      files.push({ hash, size, type, name: entry.photographs[at]?.name ?? `${at + 1}.jpg` })
    }
    const { command, data } = withFiles(entry.entry, files)
    const request: EntryRequest = {
      command,
      data: { ...data },
      expected: entry.sent?.expected ?? entry.seen,
      enteredAt: entry.enteredAt,
      wasOffline: entry.sent?.wasOffline ?? entry.wasOffline,
    }
    const answer = await post(`${ROOT}/commands`, entry, JSON.stringify(request), 'application/json')
    if (!answer.ok) return outcomeOf(answer)
    return { kind: 'done', version: ((await answer.json()) as EntryDone).version }
  } catch {
    return { kind: 'failed', waitMs: undefined }
  }
}

const post = (path: string, { key, ticket }: QueuedEntry, body: BodyInit, type: string): Promise<Response> =>
  stationFetch(path, {
    method: 'POST',
    headers: { 'content-type': type, 'idempotency-key': key, 'x-entry-ticket': ticket },
    body,
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  })

async function outcomeOf(answer: Response): Promise<EntryOutcome> {
  const problem = await problemIn(answer)
  const { status } = answer
  if (status === 409 && problem?.type.endsWith(':conflict')) return { kind: 'conflict', newest: problem.newest ?? null }
  if (status === 409 || FINAL.has(status)) return { kind: 'refused', faults: faultsOf(problem) }
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
  return { kind: 'failed', waitMs: Number.isFinite(seconds) ? seconds * 1_000 : undefined }
}

function faultsOf(problem: Problem | undefined) {
  if (problem?.errors && problem.errors.length > 0) return problem.errors.map(({ vi, en }) => ({ vi, en }))
  const vi = problem?.detail ?? problem?.title ?? ''
  return [{ vi, en: problem?.en.detail ?? problem?.en.title ?? vi }]
}

function withFiles(entry: EntryCommand, files: readonly EvidenceFile[]): EntryCommand {
  if (files.length === 0) return entry
  if (entry.command === 'update-task') return { ...entry, data: { ...entry.data, files } }
  if (entry.command === 'assess-indicator') return { ...entry, data: { ...entry.data, evidence: files } }
  return entry
}
