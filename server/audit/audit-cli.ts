// `npm run -s audit`: checks that nobody changed the past (the hash chain of the event log) and lists who did what, when, why.
// Changes no event, whether the server runs or not.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { dataDirOf } from '../running.ts'
import { databasePath } from '../store/sqlite/open.ts'
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts'
import type { Store, StoredEvent } from '../store/store.ts'
import { jsonOf, lineOf, nameOf } from './event-line.ts'

const HELP = `npm run -s audit -- [--data-dir DIR]    kiểm tra chuỗi băm của sự kiện · checks the hash chain of the events
npm run -s audit -- --list [--subject S] [--after N] [--limit N] [--json]
  số, lúc (giờ Việt Nam), ai, việc gì, về cái gì, vì sao; cũ nhất trước · id, when (Vietnam time), who, what, about what, why; oldest first
--after N   chỉ các sự kiện sau số N · only events after id N
--json      mỗi sự kiện một dòng JSON · one JSON line per event
Ghi lại số cuối và mã băm cuối ở nơi khác: phần cuối bị cắt bỏ chỉ lộ ra khi so với chúng.
Keep the last id and hash somewhere else: that the end was cut off only shows when compared with them.
Mã kết thúc · exit code: 0 toàn vẹn · whole, 1 bị sửa · tampered with, 2 tham số sai · bad argument, 3 không kiểm tra được · could not be checked
`
const PAGE = 1_000

/** What the user typed is wrong; the message says what, Vietnamese · English. */
class Usage extends Error {}

type Listing = {
  readonly subject: string | undefined
  readonly after: number
  readonly limit: number
  readonly isJson: boolean
}

function options() {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({
    options: { list: flag, subject: text, after: text, limit: text, json: flag, 'data-dir': text, help: flag },
  })
  if (values.help) {
    process.stdout.write(HELP)
    process.exit(0)
  }
  const { list: isList, subject, after, limit, json: isJson } = values
  if (!isList && (subject !== undefined || after !== undefined || limit !== undefined || isJson))
    throw new Usage('--subject, --after, --limit, --json: cần --list · need --list')
  if (subject === '') throw new Usage('--subject: không được trống · must not be empty')
  const listing: Listing = {
    subject,
    after: after === undefined ? 0 : numberFrom('after', after, 0),
    limit: limit === undefined ? Infinity : numberFrom('limit', limit, 1),
    isJson,
  }
  return { path: databasePath(dataDirOf(values['data-dir'])), listing: isList ? listing : undefined }
}

function numberFrom(name: string, text: string, min: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= min))
    throw new Usage(`--${name} ${text}: cần số nguyên từ ${min} · must be a whole number from ${min}`)
  return value
}

async function check(store: Store): Promise<{ readonly isWhole: boolean; readonly line: string }> {
  // Read before the check, so that the check covers it even while a station goes on writing.
  const last = await store.lastEvent()
  const broken = await store.brokenEvent()
  if (broken !== null) {
    // Whoever wrote past the store may have left what can't be read; its number still names it.
    const event = await store.event(broken).catch(() => null)
    const name = event ? nameOf(event) : `#${broken}`
    return {
      isWhole: false,
      line: `chuỗi sự kiện ĐÃ BỊ SỬA; sự kiện đầu tiên không khớp · event chain BROKEN; first event that doesn't follow: ${name}`,
    }
  }
  if (!last) return { isWhole: true, line: 'chưa có sự kiện nào · no events yet' }
  const { id, hash } = last
  return {
    isWhole: true,
    line: `chuỗi sự kiện toàn vẹn: ${id} sự kiện, số cuối ${id} · event chain holds: ${id} events, last id ${id}, hash ${hash}`,
  }
}

async function* eventsAfter(store: Store, afterId: number): AsyncGenerator<StoredEvent> {
  let last = afterId
  let size = PAGE
  for (;;) {
    const page = await pageAfter(store, last, size)
    const end = page?.at(-1)
    // One event that can't be read (someone wrote past the store) fails its page: then singly, up to that one.
    if (!page) size = 1
    else if (!end) return
    else {
      yield* page
      last = end.id
    }
  }
}

async function pageAfter(store: Store, id: number, size: number): Promise<readonly StoredEvent[] | undefined> {
  try {
    return await store.events(id, size)
  } catch (error) {
    if (size === 1) throw error
    return undefined
  }
}

async function list(store: Store, { subject, after, limit, isJson }: Listing): Promise<void> {
  let shown = 0
  for await (const event of eventsAfter(store, after)) {
    if (subject !== undefined && event.subject !== subject) continue
    process.stdout.write(`${isJson ? jsonOf(event) : lineOf(event)}\n`)
    if (++shown >= limit) return
  }
}

async function main(): Promise<void> {
  const { path, listing } = options()
  if (!existsSync(path)) throw new Usage(`chưa có cơ sở dữ liệu ở · no database at ${path}`)
  const store = await openSqliteStore({ path })
  try {
    const { isWhole, line } = await check(store)
    process.exitCode = isWhole ? 0 : 1
    if (!listing) {
      process.stdout.write(`${line}\n`)
      return
    }
    // The list alone on stdout; that it can't be trusted is said beside it.
    process.stderr.write(`${line}\n`)
    try {
      await list(store, listing)
    } catch (error) {
      if (isWhole) throw error
      process.stderr.write(`danh sách dừng ở đây · the list ends here: ${(error as Error).message}\n`)
    }
  } finally {
    await store.close()
  }
}

// `| head` closes the pipe: that is the end of the list, not an error.
process.stdout.on('error', () => process.exit())
try {
  await main()
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  const isTyping = error instanceof Usage || String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
  process.exitCode = isTyping ? 2 : 3
}
