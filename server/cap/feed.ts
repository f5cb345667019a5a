// The Atom feed (RFC 4287) of the current CAP messages: one entry each, with the address of the message itself. Pure.
import type { Registry } from '../../shared/registry.ts'
import { headlineOf, type Published } from './alert.ts'
import { FEED_TITLE, MAP_RIGHTS, RESTRICTION, SENDER_NAME } from './alert-words.ts'
import { capTimeOf } from './cap-time.ts'
import { documentOf, element, type Xml } from './xml.ts'

export const ATOM_TYPE = 'application/atom+xml'
export const CAP_TYPE = 'application/cap+xml'

export type FeedDeps = {
  readonly registry: Registry
  readonly sender: string
  /** Of the feed; a message's address is this, a slash and its identifier. */
  readonly address: string
}

/** Of the entries alone: two stations with the same log write the same. */
export const entriesXml = (entries: readonly Published[], deps: FeedDeps): readonly Xml[] =>
  entries.map(entry => entryXml(entry, deps))

export function feedXml(entries: readonly Xml[], updatedAt: number, { sender, address }: FeedDeps): string {
  return documentOf(
    element(
      'feed',
      [
        element('id', idOf(sender)),
        element('title', `${FEED_TITLE.vi} · ${FEED_TITLE.en}`),
        element('subtitle', `${RESTRICTION.vi} · ${RESTRICTION.en}`),
        element('updated', capTimeOf(updatedAt)),
        element('author', [element('name', `${SENDER_NAME.vi} · ${SENDER_NAME.en}`)]),
        element('rights', MAP_RIGHTS),
        element('link', '', { rel: 'self', type: ATOM_TYPE, href: address }),
        ...entries,
      ],
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'vi-VN' },
    ),
  )
}

function entryXml(published: Published, { registry, sender, address }: FeedDeps): Xml {
  const { message } = published
  return element('entry', [
    element('id', `${idOf(sender)}:${message.identifier}`),
    element('title', headlineOf(published, registry, 'vi')),
    element('summary', headlineOf(published, registry, 'en'), { 'xml:lang': 'en-US' }),
    element('updated', capTimeOf(message.sentAt)),
    element('link', '', { rel: 'alternate', type: CAP_TYPE, href: `${address}/${message.identifier}` }),
  ])
}

const idOf = (sender: string): string => `urn:dai-sen:cap:${encodeURIComponent(sender)}`
