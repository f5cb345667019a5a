// Sends a file to be looked at, and the same file once more to be recorded. What a send became is a value.

import type { Problem } from '../../../shared/api.ts'
import type { CommandActor } from '../../../shared/programme/command.ts'
import type { ImportKind, ImportPreview, ImportReply } from '../../../shared/programme/exchange-schema.ts'
import { problemIn } from '../../app/post-json.ts'
import { stationUpload } from '../../app/station-upload.ts'

export type ImportRequest = {
  readonly kind: ImportKind
  readonly file: File
  readonly actor: CommandActor
  /** Undefined = look only. */
  readonly commit?: { readonly head: number; readonly key: string }
  readonly signal: AbortSignal
  /** 0–1 of the bytes sent; undefined while the station reads them. */
  readonly onShare: (share: number | undefined) => void
}
export type ImportOutcome =
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  | { readonly kind: 'done'; readonly events: number; readonly isRepeated: boolean }
  /** Something else was recorded since the preview. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'failed'; readonly problem: Problem | undefined }

/** @param actor whose name and unit stand with every change the file makes */
export function importPath({ kind, actor, commit }: Pick<ImportRequest, 'kind' | 'actor' | 'commit'>): string {
  const query = new URLSearchParams({ actorName: actor.name, actorUnit: actor.unit })
  if (commit) {
    query.set('commit', 'true')
    query.set('head', String(commit.head))
  }
  return `/api/v1/programme/import/${kind}?${query}`
}

/** Never throws; what was given up by its signal counts as failed. */
export async function sendImport(request: ImportRequest, upload = stationUpload): Promise<ImportOutcome> {
  const { file, commit, signal, onShare } = request
  const isJson = file.name.toLowerCase().endsWith('.json')
  let response: Response
  try {
    response = await upload(importPath(request), {
      headers: {
        'content-type': isJson ? 'application/json' : 'application/octet-stream',
        ...(commit ? { 'idempotency-key': commit.key } : {}),
      },
      body: file,
      signal,
      onShare: share => onShare(share < 1 ? share : undefined),
    })
  } catch {
    return { kind: 'failed', problem: undefined }
  }
  if (!response.ok) {
    const problem = await problemIn(response)
    const isMoved = response.status === 409 && problem?.type.endsWith(':conflict') === true
    return isMoved ? { kind: 'moved' } : { kind: 'failed', problem }
  }
  const reply = (await response.json()) as ImportReply
  return 'changes' in reply
    ? { kind: 'preview', preview: reply }
    : { kind: 'done', events: reply.events, isRepeated: reply.repeated }
}
