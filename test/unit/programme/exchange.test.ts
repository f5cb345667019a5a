// The exchange as a whole: a preview changes nothing, a commit appends all or nothing, files are bounded. Real Excel files.
import { beforeEach, describe, expect, test } from 'vitest'
import { createExchange, type ImportFile } from '../../../server/programme/exchange/exchange.ts'
import { readFunding } from '../../../server/programme/exchange/funding-layout.ts'
import { judgeLines } from '../../../server/programme/exchange/judge-lines.ts'
import type { Programme } from '../../../server/programme/programme.ts'
import { writeWorkbook } from '../../../server/spreadsheet/write-workbook.ts'
import { type ImportKind, MAX_IMPORT_ERRORS } from '../../../shared/programme/exchange-schema.ts'
import { fold } from '../../../shared/programme/fold.ts'
import type { ProgrammeState } from '../../../shared/programme/state.ts'
import { LEAD } from './exchange-sample.ts'
import { DEMO_SET, stateWith, TODAY, VILLAGE } from './lists-sample.ts'
import { units } from './standing-sample.ts'

let state: ProgrammeState
let appended: number

/** Appends as the station does, without a log: all, unless the head is another. */
const programme: Pick<Programme, 'state' | 'units' | 'today' | 'appendAll'> = {
  units,
  state: () => state,
  today: () => TODAY,
  async appendAll(drafts, { actor, expectedHead }) {
    if (expectedHead !== state.lastId) return { kind: 'conflict', newest: undefined, subject: '' }
    const at = Date.parse(`${TODAY}T09:00:00+07:00`)
    const events = drafts.map((draft, index) => ({ ...draft, at, actor, id: state.lastId + 1 + index, hash: '' }))
    state = fold(state, events)
    appended += events.length
    return { kind: 'done', events }
  },
}
const exchange = createExchange({ programme })
beforeEach(() => {
  state = stateWith()
  appended = 0
})

async function fileOf(kind: ImportKind): Promise<ImportFile> {
  const workbook = exchange.write(kind, {})
  if (!workbook) throw new Error(kind)
  const bytes = await writeWorkbook(workbook)
  if ('code' in bytes) throw new Error(bytes.en)
  return { kind, bytes, isJson: false }
}
const json = (data: unknown): ImportFile => ({
  kind: 'criteria',
  bytes: Buffer.from(JSON.stringify(data)),
  isJson: true,
})
const setOf = (id: string, indicators: number) => ({
  ...DEMO_SET,
  id,
  predecessor: null,
  groups: [
    {
      id: 'g',
      title: 'Nhóm',
      criteria: [
        {
          id: 'c',
          title: 'Tiêu chí',
          indicators: Array.from({ length: indicators }, (_, index) => ({
            id: `i${index}`,
            title: `Chỉ tiêu ${index}`,
            target: { kind: 'boolean' },
            owner: null,
            evidence: null,
            measure: null,
          })),
        },
      ],
    },
  ],
})

/** A file is written and read by processes of their own. */
const PATIENCE_MS = 60_000

describe.each(['criteria', 'assessments', 'funding', 'tasks'] as const)('%s as a real Excel file', kind => {
  test(
    'comes back as no change',
    async () => {
      const outcome = await exchange.preview(await fileOf(kind), LEAD)
      expect(outcome).toMatchObject({ kind: 'preview', preview: { head: state.lastId, changes: [], errors: [] } })
      expect(outcome.kind === 'preview' && outcome.preview.unchanged).toBeGreaterThan(1)
    },
    PATIENCE_MS,
  )
})

const BY = { actor: LEAD, standing: 'declared' } as const

describe('a commit', () => {
  const about = (head: number) => ({ head, key: 'khoa-12345' })

  test('appends what the preview told, and nothing before', async () => {
    const file = json(setOf('moi', 3))
    const { preview } = (await exchange.preview(file, LEAD)) as { preview: { head: number } }
    expect(appended).toBe(0)
    const outcome = await exchange.commit(file, BY, about(preview.head))
    expect(outcome).toMatchObject({
      kind: 'answered',
      outcome: { kind: 'done', events: [{ actor: expect.stringMatching(/^declared:Nguyễn Thị Sen · /) }] },
    })
    expect(state.criteriaSets.has('moi')).toBe(true)
    // The same again says what is so.
    expect(await exchange.commit(file, BY, about(state.lastId))).toEqual({ kind: 'nothing', head: state.lastId })
  })

  test('of a file with one error appends nothing', async () => {
    const file = json({ sets: [setOf('moi', 3), { ...setOf('hong', 1), title: '' }] })
    expect(await exchange.commit(file, BY, about(state.lastId))).toMatchObject({
      kind: 'wrong',
      errors: [{ code: 'text-short' }],
    })
    expect(appended).toBe(0)
    expect(state.criteriaSets.has('moi')).toBe(false)
  })

  test('on a programme that moved on is a conflict', async () => {
    expect(await exchange.commit(json(setOf('moi', 1)), BY, about(state.lastId - 1))).toMatchObject({
      kind: 'answered',
      outcome: { kind: 'conflict' },
    })
    expect(appended).toBe(0)
  })
})

describe('bounds', () => {
  test('a file has at most so many lines', async () => {
    const narrow = createExchange({ programme, maxLines: 4 })
    expect(await narrow.preview(json(setOf('vua', 3)), LEAD)).toMatchObject({ preview: { errors: [], changes: [{}] } })
    expect(await narrow.preview(json(setOf('qua', 4)), LEAD)).toMatchObject({
      preview: { errors: [{ code: 'too-many-lines', line: null }], changes: [] },
    })
    expect(await narrow.commit(json(setOf('qua', 4)), BY, { head: state.lastId, key: 'k' })).toMatchObject({
      kind: 'wrong',
    })
  })

  test(
    'as many errors as can be told are told, and that there are more',
    async () => {
      const wrong = (count: number) => ({
        sets: Array.from({ length: count }, (_, index) => ({ ...setOf(`s${index}`, 1), title: '' })),
      })
      const few = await exchange.preview(json(wrong(99)), LEAD)
      expect(few.kind === 'preview' && few.preview.errors.map(({ column }) => column)).toEqual(
        Array.from({ length: 99 }, (_, index) => `s${index}: set.title`),
      )
      const rows = Array.from({ length: MAX_IMPORT_ERRORS + 1 }, (_, index) => [VILLAGE, 'la', String(1000 + index), 1])
      const columns = ['Mã làng', 'Mã nguồn', 'Năm', 'Nhu cầu (đồng)'].map(title => ({
        title,
        width: 9,
        kind: 'text' as const,
      }))
      const bytes = await writeWorkbook({ sheets: [{ name: 'Kinh phí', columns, rows }] })
      if ('code' in bytes) throw new Error(bytes.en)
      const many = await exchange.preview({ kind: 'funding', bytes, isJson: false }, LEAD)
      if (many.kind !== 'preview') throw new Error(many.kind)
      expect(many.preview.errors).toHaveLength(MAX_IMPORT_ERRORS)
      expect(many.preview.errors.at(-1)).toMatchObject({ code: 'more-errors' })
    },
    PATIENCE_MS,
  )

  test('what is no file of its kind is said to be unreadable', async () => {
    const bytes = Buffer.from('Mã làng;Năm')
    expect(await exchange.preview({ kind: 'tasks', bytes, isJson: false }, LEAD)).toMatchObject({
      kind: 'unreadable',
      refusal: { code: 'not-workbook' },
    })
    expect(await exchange.preview({ kind: 'criteria', bytes, isJson: true }, LEAD)).toMatchObject({
      kind: 'unreadable',
      refusal: { code: 'damaged' },
    })
  })

  test('a set that is not there cannot be written', () => {
    expect(exchange.write('assessments', { set: 'khong-co' })).toBeUndefined()
    expect(exchange.write('assessments', { set: DEMO_SET.id })?.sheets[0]?.rows).toHaveLength(9 * 27)
  })
})

test('a large file is judged line after line while others are served', async () => {
  const villages = Array.from({ length: 300 }, (_, index) => ({
    id: 1_000_000 + index,
    at: state.lastAt,
    actor: 'declared:Thử',
    type: 'programme.village-added',
    subject: `village:lang-${index}`,
    data: { name: `Làng ${index}`, order: 100 + index, plannedYear: 2027, links: [], centre: null, source: 'để thử' },
  }))
  const view = { state: fold(state, villages), units, today: TODAY }
  const source = state.plan?.fundingSources[0]?.id ?? ''
  const header = ['Mã làng', 'Mã nguồn', 'Năm', 'Nhu cầu (đồng)', 'Phân bổ (đồng)']
  const rows = Array.from({ length: 1_200 }, (_, index) => [
    `lang-${index % 300}`,
    source,
    2030 + Math.floor(index / 300),
    5_000_000,
    1_000_000 + index,
  ])
  let served = 0
  let isOver = false
  const serve = () => {
    served++
    if (!isOver) setImmediate(serve)
  }
  setImmediate(serve)
  const startedAt = performance.now()
  const reading = readFunding({ sheets: [{ name: 'Kinh phí', rows: [header, ...rows] }] })
  const { drafts, errors } = await judgeLines(reading, view, LEAD)
  isOver = true
  const tookMs = Math.round(performance.now() - startedAt)
  process.stdout.write(`1,200 lines judged in ${tookMs} ms, others served ${served} times\n`)
  expect(errors).toEqual([])
  expect(drafts).toHaveLength(2_400)
  // However quick the machine is: without giving way nobody is served before the end.
  expect(served).toBeGreaterThan(0)
}, 60_000)
