// The programme's past over HTTP: the state at an instant, the events with who, when, what and why, and the check of the chain.
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import express, { type Request, type Response, type Router } from 'express'
import { eventsQuerySchema, stateQuerySchema } from '../../shared/programme/api-schema.ts'
import { PROGRAMME_FAMILY } from '../../shared/programme/event.ts'
import { packState } from '../../shared/programme/snapshot.ts'
import { sendProblem } from '../http/problem.ts'
import type { Store } from '../store/store.ts'
import { instantOf } from './moment.ts'
import type { Programme } from './programme.ts'

const compress = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
} as const
const DEFAULT_PAGE = 100
/** A check reads the whole chain: at most one at a time, and its answer stands so long. */
const AUDIT_MS = 10_000

export type LogDeps = {
  readonly programme: Programme
  readonly store: Pick<Store, 'eventsAbout' | 'eventsBefore' | 'brokenEvent' | 'lastEvent'>
  readonly now: () => number
}

export function serveLog({ programme, store, now }: LogDeps): Router {
  const router = express.Router()
  const snapshots = createSnapshots(programme)
  let audit: { readonly at: number; readonly answer: Promise<object> } | undefined

  router.get('/programme/state', async (request, response) => {
    const at = momentOf(request, response)
    if (at === null) return
    const encoding = request.acceptsEncodings('br', 'gzip')
    response.type('json').set('Vary', 'Accept-Encoding').set('Cache-Control', 'no-cache')
    if (at !== undefined) {
      const { state, hash } = await programme.stateAt(at)
      await send(response, Buffer.from(JSON.stringify(packState(state, hash))), encoding)
      return
    }
    const snapshot = snapshots.current()
    if (encoding === 'br' || encoding === 'gzip') {
      response.set('Content-Encoding', encoding).send(await snapshot.compressed(encoding))
    } else response.send(snapshot.bytes)
  })

  router.get('/programme/events', async (request, response) => {
    const query = eventsQuerySchema.safeParse(request.query)
    if (!query.success) {
      sendProblem(response, 'bad-request', {
        vi: 'Tham số sai: subject, after hoặc before (số sự kiện); limit từ 1 đến 1.000',
        en: 'Bad query: subject, after or before (event ids); limit 1 to 1,000',
      })
      return
    }
    const { subject, after = 0, before, limit = DEFAULT_PAGE } = query.data
    const events =
      subject !== undefined
        ? (await store.eventsAbout(subject, limit + 1)).filter(isProgramme)
        : before !== undefined
          ? await store.eventsBefore(PROGRAMME_FAMILY, before, limit + 1)
          : await programme.eventsAfter(after, limit + 1)
    const hasMore = events.length > limit
    const page = events.slice(0, limit)
    response.json({ events: page, next: hasMore && subject === undefined ? (page.at(-1)?.id ?? null) : null })
  })

  router.get('/programme/audit', async (_request, response) => {
    if (!audit || now() - audit.at > AUDIT_MS) audit = { at: now(), answer: check() }
    response.json(await audit.answer)
  })

  async function check(): Promise<object> {
    const [broken, last] = [await store.brokenEvent(), await store.lastEvent()]
    return {
      holds: broken === null,
      brokenId: broken,
      lastId: last?.id ?? 0,
      lastHash: last?.hash ?? '',
      checkedAt: now(),
    }
  }
  return router
}

const isProgramme = ({ type }: { readonly type: string }) => type.startsWith(`${PROGRAMME_FAMILY}.`)

/**
 * The instant a `?at=` names: a day stands for its end. Undefined when there is none (now); null when it was wrong and has been
 * answered as such.
 */
export function momentOf(request: Request, response: Response): number | undefined | null {
  const query = stateQuerySchema.safeParse(request.query)
  const { at: text } = query.success ? query.data : { at: '' }
  if (text === undefined) return undefined
  const at = instantOf(text)
  if (at !== undefined) return at
  sendProblem(response, 'bad-request', {
    vi: 'Tham số at: một ngày (2025-07-01), hoặc thời điểm RFC 3339 có múi giờ',
    en: 'at: a day (2025-07-01), or an RFC 3339 instant with an offset',
  })
  return null
}

type Encoding = keyof typeof compress
type Snapshot = {
  readonly lastId: number
  readonly bytes: Buffer
  readonly compressed: (encoding: Encoding) => Promise<Buffer>
}

/** One snapshot for all who ask: packed and compressed once for each state there is. */
function createSnapshots(programme: Programme): { readonly current: () => Snapshot } {
  let held: Snapshot | undefined
  return {
    current() {
      const { id, hash } = programme.head()
      if (held?.lastId === id) return held
      const bytes = Buffer.from(JSON.stringify(packState(programme.state(), hash)))
      const made = new Map<Encoding, Promise<Buffer>>()
      held = {
        lastId: id,
        bytes,
        compressed(encoding) {
          const known = made.get(encoding) ?? compress[encoding](bytes)
          made.set(encoding, known)
          return known
        },
      }
      return held
    },
  }
}

async function send(response: Response, bytes: Buffer, encoding: string | false): Promise<void> {
  if (encoding !== 'br' && encoding !== 'gzip') response.send(bytes)
  else response.set('Content-Encoding', encoding).send(await compress[encoding](bytes))
}
