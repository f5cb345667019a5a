import { setInterval } from 'node:timers'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../../server/spreadsheet/read-workbook.ts'
import { MAX_WAITING, runJob } from '../../../server/spreadsheet/spreadsheet-process.ts'
import { WORKBOOK_LIMITS } from '../../../server/spreadsheet/workbook.ts'
import { writeWorkbook } from '../../../server/spreadsheet/write-workbook.ts'
import { xlsxParts, zipFile } from '../../support/zip-file.ts'
import { aSheet } from './sample.ts'

const SLOW_MS = 120_000
const SMALL = zipFile(xlsxParts(['<row r="1"><c r="A1"><v>1</v></c></row>']))
const SMALL_READ = { sheets: [{ name: 'S1', rows: [[1]] }] }
/** The library walks an array as long as the row number says, in a loop nothing interrupts: minutes. */
const ENDLESS = zipFile(xlsxParts(['<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>']))
const LARGE = zipFile(xlsxParts(['<row><c t="inlineStr"><is><t>ô</t></is></c></row>'.repeat(200_000)]))
const job = (bytes: Uint8Array) => ({ kind: 'read' as const, bytes, limits: WORKBOOK_LIMITS })
const codeOf = (result: object) => ('code' in result ? result.code : 'ok')

describe('a spreadsheet in a process of its own', { timeout: SLOW_MS }, () => {
  test('comes back as it was written, refusals too', async () => {
    const rows = [['Mỹ Đông', 12_000_000, { date: '2024-05-01' }, 0.25, null], ['=1+1']]
    const file = await writeWorkbook({ sheets: [aSheet({ note: 'ghi chú', rows })] })
    if (!Buffer.isBuffer(file)) throw new Error('refused')
    const header = ['Làng', 'Số tiền', 'Ngày', 'Tỷ lệ', 'Số lượng']
    expect(await readWorkbook(file)).toEqual({
      sheets: [
        {
          name: 'Kinh phí',
          rows: [['ghi chú'], header, ['Mỹ Đông', 12_000_000, { date: '2024-05-01' }, 0.25], ['=1+1']],
        },
      ],
    })
    expect(codeOf(await readWorkbook(SMALL, { sheets: 0 }))).toBe('sheets')
  })

  test('leaves the event loop free', async () => {
    let longest = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 10)
    const startedAt = performance.now()
    const rows = Array.from({ length: 10_000 }, (_, i) => [`Làng ${i}`, i * 1_000, { date: '2024-05-01' }, 0.5, i])
    expect(codeOf(await writeWorkbook({ sheets: [aSheet({ rows })] }))).toBe('ok')
    clearInterval(beat)
    expect(longest).toBeLessThan((performance.now() - startedAt) / 2)
  })

  test('that takes too long is ended, and the next one has its turn', async () => {
    const results = [runJob(job(ENDLESS), { limits: { memoryMegabytes: 512, timeMs: 4_000 } }), readWorkbook(SMALL)]
    expect(await Promise.all(results)).toMatchObject([{ code: 'too-heavy' }, SMALL_READ])
  })

  test('that nobody waits for any more is ended, running or waiting, and the next one has its turn', async () => {
    const leaving = new AbortController()
    const { signal } = leaving
    const left = [runJob(job(ENDLESS), { signal }), runJob(job(SMALL), { signal })]
    const next = readWorkbook(SMALL)
    leaving.abort()
    expect((await Promise.allSettled(left)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await next).toEqual(SMALL_READ)
  })

  test('that takes too much memory is ended, and the next one has its turn', async () => {
    const results = [runJob(job(LARGE), { limits: { memoryMegabytes: 40, timeMs: SLOW_MS } }), readWorkbook(SMALL)]
    expect(await Promise.all(results)).toMatchObject([{ code: 'too-heavy' }, SMALL_READ])
  })

  test('that finds a bug says so, and the next one has its turn', async () => {
    const nonsense = { kind: 'write', workbook: { sheets: null } } as never
    const next = [runJob(nonsense), readWorkbook(SMALL)]
    expect(await Promise.allSettled(next)).toMatchObject([
      { status: 'rejected' },
      { status: 'fulfilled', value: SMALL_READ },
    ])
  })

  test(`waits behind ${MAX_WAITING - 1} others, but not behind ${MAX_WAITING}`, async () => {
    const hopeless = () => runJob(job(SMALL), { limits: { memoryMegabytes: 64, timeMs: 1 } })
    const results = await Promise.all(Array.from({ length: MAX_WAITING + 2 }, hopeless))
    expect(results.map(codeOf)).toEqual([...Array.from({ length: MAX_WAITING + 1 }, () => 'too-heavy'), 'busy'])
    expect(codeOf(await readWorkbook(SMALL))).toBe('ok')
  })
})
