// POST a file to be kept as evidence, GET it back as a download. Who may, and from which page, the caller has checked.
import express, { type RequestHandler, type Response, type Router } from 'express'
import { type EvidenceKind, MAX_EVIDENCE_BYTES } from '../../shared/programme/evidence-kind.ts'
import type { EvidenceReply } from '../../shared/programme/evidence-schema.ts'
import { type ProblemType, sendProblem } from '../http/problem.ts'
import type { EvidenceStore } from './evidence-store.ts'
import { fileKindOf } from './file-kind.ts'
import { type EvidenceRefusal, type EvidenceRefusalCode, refuse } from './refusal.ts'
import { readUpload } from './upload.ts'

/** At once, each in memory until it is whole. */
export const MAX_UPLOADS = 8

const PROBLEM_OF = {
  empty: 'bad-request',
  'too-large': 'too-large',
  kind: 'unsupported-media',
  full: 'storage-full',
} as const satisfies Record<EvidenceRefusalCode, ProblemType>

export type EvidenceHttpDeps = { readonly store: EvidenceStore; readonly maxUploads?: number }
export type TakeFileDeps = EvidenceHttpDeps & {
  readonly maxBytes?: number
  /** Narrower than the kinds that evidence may be. */
  readonly isWanted?: (kind: EvidenceKind) => boolean
}

export function serveEvidence(deps: EvidenceHttpDeps): Router {
  const { store } = deps
  const router = express.Router()

  router.post('/programme/files', takeFile(deps))

  router.get('/programme/files/:hash', async (request, response, next) => {
    const { hash } = request.params
    const file = await store.open(hash)
    if (!file) {
      sendProblem(response, 'not-found')
      return
    }
    response.set({
      'Content-Type': file.mediaType,
      'Content-Disposition': `attachment; filename="${hash.slice(0, 12)}.${file.extension}"`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      // The name is the hash of the content: it never changes.
      'Cache-Control': 'private, max-age=31536000, immutable',
      ETag: `"${hash}"`,
    })
    // The path is ours, also where an operator's folder is a hidden one.
    response.sendFile(file.path, { cacheControl: false, lastModified: false, dotfiles: 'allow' }, error => {
      // A reader that left is no error.
      if (error && !response.headersSent && !response.destroyed) next(error)
    })
  })
  return router
}

const sendRefusal = (response: Response, { code, vi, en }: EvidenceRefusal): void =>
  sendProblem(response, PROBLEM_OF[code], { vi, en })

/** Reads the body of a request as one file and keeps it. */
export function takeFile(deps: TakeFileDeps): RequestHandler {
  const { store, maxUploads = MAX_UPLOADS, maxBytes = MAX_EVIDENCE_BYTES, isWanted } = deps
  let uploads = 0
  return async (request, response) => {
    // A packed body can unpack to anything; a file is sent as it is.
    if ((request.get('content-encoding') ?? 'identity') !== 'identity') {
      sendProblem(response, 'unsupported-encoding')
      return
    }
    if (uploads >= maxUploads) {
      response.set('Retry-After', '5')
      sendProblem(response, 'too-many-requests', {
        vi: 'Nhiều tệp đang được gửi lên cùng lúc, xin thử lại sau ít giây',
        en: 'Many files are being sent right now, please try again in a few seconds',
      })
      return
    }
    uploads++
    try {
      const bytes = await readUpload(request, maxBytes)
      if (bytes === 'gone') return
      // Closed at once, the connection would be reset before a sender in full flow has read why.
      if (bytes === 'too-large') response.shouldKeepAlive = true
      const kept = bytes === 'too-large' ? refuse('too-large') : await keep(bytes)
      if ('code' in kept) sendRefusal(response, kept)
      else response.json({ hash: kept.hash, size: kept.size, type: kept.kind.mediaType } satisfies EvidenceReply)
    } finally {
      uploads--
    }
  }

  async function keep(bytes: Uint8Array): ReturnType<EvidenceStore['put']> {
    const kind = isWanted && fileKindOf(bytes)
    return kind && !isWanted(kind) ? refuse('kind') : store.put(bytes)
  }
}
