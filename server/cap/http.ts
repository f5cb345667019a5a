// CAP over HTTP: the Atom feed of what stands, and each message at its own address, for systems that pull.
import { createHash } from 'node:crypto'
import express, { type Router } from 'express'
import type { AlarmState } from '../../shared/alarms/state.ts'
import type { Registry } from '../../shared/registry.ts'
import { sendProblem } from '../http/problem.ts'
import type { Store } from '../store/store.ts'
import { alertXml } from './alert.ts'
import { createCurrentMessages } from './current-messages.ts'
import { ATOM_TYPE, CAP_TYPE, entriesXml, feedXml } from './feed.ts'
import type { Outline } from './outline.ts'

/** Claims nobody's identity: a station that is known to others must be given its own. */
export const DEFAULT_SENDER = 'dai-sen@station.invalid'
/** What a reader polls is made at most so often. */
const KEEP_MS = 5_000

export type CapDeps = {
  readonly alarms: () => AlarmState
  readonly store: Pick<Store, 'event' | 'eventsAbout'>
  readonly registry: Registry
  /** By the villages' `outlineId`; see readOutlines. */
  readonly outlines: ReadonlyMap<string, Outline>
  readonly now: () => number
  /** Origin that others reach the station by, without a slash at its end. */
  readonly publicUrl: () => string
  readonly sender?: string
}

type Made = { readonly at: number; readonly lastId: number; readonly feed: Promise<Feed> }
type Feed = { readonly tag: string; readonly body: string; readonly changedAt: number }

/**
 * GET /alarms/cap and /alarms/cap/:identifier.
 * @throws RangeError when the sender isn't one that CAP allows
 */
export function serveCap(deps: CapDeps): Router {
  const { alarms, store, registry, outlines, now, publicUrl, sender = DEFAULT_SENDER } = deps
  if (!isSender(sender)) throw new RangeError(`not a CAP sender: ${JSON.stringify(sender)}`)
  const messages = createCurrentMessages({ alarms, store, now })
  const router = express.Router()
  let made: Made | undefined
  let last: Feed | undefined

  async function makeFeed(): Promise<Feed> {
    const about = { registry, sender, address: `${publicUrl()}/api/v1/alarms/cap` }
    const entries = entriesXml(await messages.all(), about)
    const tag = createHash('sha256')
      .update(entries.map(({ markup }) => markup).join('\n'))
      .digest('base64url')
    // What fell out of the feed changed it too: the time is when this station first wrote it so.
    if (last?.tag === tag) return last
    const changedAt = Math.max(now(), last?.changedAt ?? 0)
    last = { tag, changedAt, body: feedXml(entries, changedAt, about) }
    return last
  }

  /** All who ask meanwhile share one; a change of the alarms makes a new one at once. */
  function currentFeed(): Promise<Feed> {
    const { lastId } = alarms()
    if (made && made.lastId === lastId && now() - made.at < KEEP_MS) return made.feed
    const feed = makeFeed()
    made = { at: now(), lastId, feed }
    feed.catch(() => {
      made = undefined
    })
    return feed
  }

  router.get('/alarms/cap', async (_request, response) => {
    const { tag, body, changedAt } = await currentFeed()
    // Weak: another node writes its own time of change.
    response.set('ETag', `W/"${tag}"`).set('Last-Modified', new Date(changedAt).toUTCString())
    response.set('Cache-Control', 'private, no-cache').type(ATOM_TYPE).send(body)
  })

  router.get('/alarms/cap/:identifier', async (request, response) => {
    const published = await messages.named(request.params.identifier)
    if (!published) {
      sendProblem(response, 'not-found')
      return
    }
    response
      .set('Last-Modified', new Date(published.message.sentAt).toUTCString())
      .set('Cache-Control', 'private, no-cache')
    response.type(CAP_TYPE).send(alertXml(published, { registry, outlines, sender, web: `${publicUrl()}/alarms` }))
  })
  return router
}

/** CAP 1.2: no spaces, commas, `<` or `&`. */
const isSender = (text: string): boolean => /^[^\s,<&]{1,200}$/.test(text)
