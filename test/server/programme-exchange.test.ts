// Excel out and in at a real station: a preview changes nothing, a commit appends all or nothing, and sent again is done once.
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ImportPreview, importPreviewSchema, importReplySchema } from '../../shared/programme/exchange-schema.ts'
import { get, problemOf } from '../support/door.ts'
import { type ChangeOfLine, editedWorkbook } from '../support/edited-workbook.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { xlsxParts, zipFile } from '../support/zip-file.ts'
import { ACTOR, DEMO_SET, download, fill, firstSource, NOW, programmeUrl, sendFile } from './programme-sample.ts'

/** Files are read and written by processes of their own. */
const PATIENCE_MS = 60_000
const KINDS = ['criteria', 'assessments', 'funding', 'tasks'] as const

let station: TestStation
beforeAll(async () => {
  station = await startTestStation({ now: () => NOW })
  await fill(station)
}, PATIENCE_MS)
afterAll(async () => station.stop())

const exported = (kind: string) => download(programmeUrl(station, `export/${kind}`))
async function preview(kind: string, bytes: Buffer): Promise<ImportPreview> {
  const { status, body } = await sendFile(station, kind, bytes)
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return importPreviewSchema.parse(body)
}
const lastId = async (): Promise<number> =>
  ((await get(programmeUrl(station, 'records'))).body as { lastId: number }).lastId

/** A file of a kind with the cells of some lines changed, by the title of the column. */
const edited = async (kind: string, change: ChangeOfLine): Promise<Buffer> =>
  editedWorkbook(await exported(kind), change)

const fundingOf = async (amount: number) => {
  const source = await firstSource(station)
  return edited('funding', cells =>
    cells['Mã làng'] === 'my-dong' && cells['Mã nguồn'] === source ? { 'Nhu cầu (đồng)': amount } : undefined,
  )
}

describe.each(KINDS)('%s', kind => {
  test(
    'goes out and comes back as no change',
    async () => {
      expect(await preview(kind, await exported(kind))).toMatchObject({ changes: [], errors: [] })
    },
    PATIENCE_MS,
  )
})

test(
  'a criteria set from its own page comes back as no change',
  async () => {
    const bytes = await download(programmeUrl(station, `criteria-sets/${DEMO_SET.id}?format=xlsx`))
    expect(await preview('criteria', bytes)).toMatchObject({ changes: [], errors: [], unchanged: 1 })
  },
  PATIENCE_MS,
)

test(
  'a file that nobody waits for any more is read no further, and the next one has its turn',
  async () => {
    const leaving = new AbortController()
    const query = new URLSearchParams({ actorName: ACTOR.name, actorUnit: ACTOR.unit })
    const left = fetch(programmeUrl(station, `import/funding?${query}`), {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(ENDLESS),
      signal: leaving.signal,
    })
    await expect.poll(readers, { timeout: PATIENCE_MS / 2 }).toBe(1)
    leaving.abort()
    await expect(left).rejects.toThrow('abort')
    await expect.poll(readers, { timeout: PATIENCE_MS / 2 }).toBe(0)
    expect(await preview('funding', await exported('funding'))).toMatchObject({ changes: [], errors: [] })
  },
  PATIENCE_MS,
)

/** The library walks an array as long as the row number says, for longer than anybody waits. */
const ENDLESS = zipFile(xlsxParts(['<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>']))
/** Processes of ours that read or write a spreadsheet now. */
function readers(): number {
  const children = readdirSync(`/proc/${process.pid}/task`).flatMap(task =>
    readFileSync(`/proc/${process.pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  )
  return children.filter(pid => commandOf(pid).includes('spreadsheet/job.ts')).length
}
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

describe('a commit', () => {
  test(
    'writes what the preview told; the same request again writes nothing more',
    async () => {
      const bytes = await fundingOf(2_000_000_000)
      const before = await lastId()
      const { head, changes, errors } = await preview('funding', bytes)
      expect([head, errors]).toEqual([before, []])
      expect(changes).toMatchObject([{ sheet: 'Kinh phí', before: null, after: '2.000.000.000 đồng' }])
      expect(await lastId()).toBe(before)

      const key = randomUUID()
      const done = await sendFile(station, 'funding', bytes, { commit: true, head, key })
      expect(done.status).toBe(200)
      expect(importReplySchema.parse(done.body)).toEqual({ repeated: false, events: 1, head: before + 1 })
      const again = await sendFile(station, 'funding', bytes, { commit: true, head, key })
      expect(again.body).toEqual({ repeated: true, events: 1, head: before + 1 })
      expect(await lastId()).toBe(before + 1)
      const reused = await sendFile(station, 'funding', await exported('funding'), { commit: true, head, key })
      expect(problemOf(reused)).toMatchObject({ status: 409, type: 'urn:dai-sen:problem:key-reused' })

      expect(await preview('funding', await exported('funding'))).toMatchObject({ changes: [], errors: [] })
      expect(await preview('funding', bytes)).toMatchObject({ changes: [], errors: [] })
      const { events } = (await get(programmeUrl(station, `events?after=${before}`))).body as { events: object[] }
      expect(events).toMatchObject([
        { type: 'programme.funding-planned', actor: expect.stringMatching(/^declared:Nguyễn Thị Sen · Sở /) },
      ])
    },
    PATIENCE_MS,
  )

  test(
    'on a programme that moved on is a conflict, and writes nothing',
    async () => {
      const bytes = await fundingOf(3_000_000_000)
      const before = await lastId()
      const answer = await sendFile(station, 'funding', bytes, { commit: true, head: before - 1 })
      expect(problemOf(answer)).toMatchObject({ status: 409, newest: { id: before } })
      expect(await lastId()).toBe(before)
    },
    PATIENCE_MS,
  )

  test(
    'with one wrong line writes none of the others, and says which line',
    async () => {
      let lines = 0
      const bytes = await edited('tasks', () => {
        lines++
        if (lines > 2) return undefined
        return { 'Trạng thái': lines === 1 ? 'đang thực hiện' : 'xong rồi', 'Nội dung cập nhật': 'Đã làm' }
      })
      const before = await lastId()
      const { errors, changes } = await preview('tasks', bytes)
      expect(errors).toMatchObject([{ line: 3, column: 'Trạng thái', code: 'word-unknown' }])
      expect(changes).toHaveLength(1)
      const answer = await sendFile(station, 'tasks', bytes, { commit: true, head: before })
      expect(problemOf(answer)).toMatchObject({
        status: 422,
        errors: [{ field: 'Nhiệm vụ · 3 · Trạng thái', vi: expect.stringMatching(/^Dòng 3: /) }],
      })
      expect(await lastId()).toBe(before)
    },
    PATIENCE_MS,
  )

  test('of a criteria set as it is told in JSON, held against the one before', async () => {
    const page = (await get(programmeUrl(station, `criteria-sets/${DEMO_SET.id}`))).body as { set: object }
    const set = { ...page.set, id: 'minh-hoa-2', predecessor: DEMO_SET.id }
    const bytes = Buffer.from(JSON.stringify({ ...page, set }))
    const looked = await sendFile(station, 'criteria', bytes, { type: 'application/json' })
    const told = importPreviewSchema.parse(looked.body)
    expect(told.comparisons).toMatchObject([{ set: 'minh-hoa-2', predecessor: DEMO_SET.id, rows: { length: 27 } }])
    const about = { type: 'application/json', commit: true, head: told.head }
    expect((await sendFile(station, 'criteria', bytes, about)).body).toMatchObject({ repeated: false, events: 1 })
    const { rows } = (await get(programmeUrl(station, 'criteria-sets'))).body as { rows: { id: string }[] }
    expect(rows.map(({ id }) => id)).toContain('minh-hoa-2')
  })
})

describe('refused', () => {
  test('what has no actor, no head, no key, or asks for something else', async () => {
    const post = (path: string, headers: Record<string, string> = {}) =>
      get(programmeUrl(station, path), {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', ...headers },
        body: 'x',
      })
    const who = `actorName=${encodeURIComponent(ACTOR.name)}&actorUnit=${ACTOR.unit}`
    const statuses = [
      await post('import/tasks'),
      await post(`import/tasks?${who}&commit=true`, { 'idempotency-key': randomUUID() }),
      await post(`import/tasks?${who}&commit=true&head=1`),
      await post(`import/tasks?${who}&colour=red`),
      await post(`import/villages?${who}`),
    ].map(answer => problemOf(answer).status)
    expect(statuses).toEqual([400, 400, 400, 400, 404])
  })

  test('what is no Excel file, of another kind, empty, or too large', async () => {
    expect(problemOf(await sendFile(station, 'tasks', 'Mã nhiệm vụ;Trạng thái'))).toMatchObject({
      status: 422,
      errors: [{ code: 'not-workbook' }],
    })
    expect(problemOf(await sendFile(station, 'tasks', '{}', { type: 'application/json' })).status).toBe(415)
    expect(problemOf(await sendFile(station, 'tasks', 'x', { type: 'text/plain' })).status).toBe(415)
    expect(problemOf(await sendFile(station, 'tasks', Buffer.alloc(0))).status).toBe(400)
    const limit = 5 * 1024 * 1024
    expect(problemOf(await sendFile(station, 'tasks', Buffer.alloc(limit))).status).toBe(422)
    expect(problemOf(await sendFile(station, 'tasks', Buffer.alloc(limit + 1))).status).toBe(413)
  })

  test('a page of another site', async () => {
    const answer = await get(programmeUrl(station, 'import/tasks'), {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/octet-stream' },
      body: 'x',
    })
    expect(problemOf(answer).status).toBe(403)
  })

  test('an export of what there is not', async () => {
    for (const path of ['export/villages', 'export/assessments?set=khong-co'])
      expect(problemOf(await get(programmeUrl(station, path))).status).toBe(404)
    expect(problemOf(await get(programmeUrl(station, 'export/funding?year=nay'))).status).toBe(400)
  })
})
