// POST a file to be kept as evidence, GET it back as a download. Who may, and from which page, the caller has checked.
import express, { type Response, type Router } from 'express'
import { MAX_EVIDENCE_BYTES } from '../../shared/programme/evidence-kind.ts'
import type { EvidenceReply } from '../../shared/programme/evidence-schema.ts'
import { type ProblemType, sendProblem } from '../http/problem.ts'
import type { EvidenceStore } from './evidence-store.ts'
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

export function serveEvidence({ store, maxUploads = MAX_UPLOADS }: EvidenceHttpDeps): Router {
  const router = express.Router()
  let uploads = 0

  router.post('/programme/files', async (request, response) => {
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
      const bytes = await readUpload(request, MAX_EVIDENCE_BYTES)
      if (bytes === 'gone') return
      // Closed at once, the connection would be reset before a sender in full flow has read why.
      if (bytes === 'too-large') response.shouldKeepAlive = true
      const kept = bytes === 'too-large' ? refuse('too-large') : await store.put(bytes)
      if ('code' in kept) sendRefusal(response, kept)
      else response.json({ hash: kept.hash, size: kept.size, type: kept.kind.mediaType } satisfies EvidenceReply)
    } finally {
      uploads--
    }
  })

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
