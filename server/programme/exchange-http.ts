// Import and export of the programme over HTTP: a file in, what it would change out; the same file with the preview's head, and it
// is done. Nothing is half imported.
import express, { type Request, type Response, type Router } from 'express'
import type { CommandActor } from '../../shared/programme/command.ts'
import {
  exportQuerySchema,
  type ImportError,
  type ImportReply,
  importKindSchema,
  importQuerySchema,
} from '../../shared/programme/exchange-schema.ts'
import type { ActingFor } from '../access/acting.ts'
import { limitRate } from '../http/command-door.ts'
import { type ProblemType, sendProblem } from '../http/problem.ts'
import { whileThere } from '../http/while-there.ts'
import { WORKBOOK_LIMITS } from '../spreadsheet/workbook.ts'
import { answerCommand, type CommandsDeps } from './commands-http.ts'
import { type CommitOutcome, createExchange, type ImportFile } from './exchange/exchange.ts'
import type { Programme } from './programme.ts'
import { sendSpreadsheetRefusal, sendWorkbook, XLSX_TYPE } from './table-answer.ts'

const JSON_TYPE = 'application/json'
const IMPORT_TYPES = ['application/octet-stream', XLSX_TYPE, JSON_TYPE]
const KEY = /^[\w-]{8,128}$/
/** Of a problem: the rest is in the preview. */
const MOST_ERRORS = 100

export type ExchangeHttpDeps = {
  readonly programme: Pick<Programme, 'state' | 'units' | 'today' | 'appendAll'>
  readonly acting: ActingFor
  readonly rate: CommandsDeps['rate']
  readonly now: () => number
  readonly maxLines?: number
}

export function serveExchange({ programme, acting, rate, now, ...limits }: ExchangeHttpDeps): Router {
  const router = express.Router()
  const exchange = createExchange({ programme, ...limits })

  router.post(
    '/programme/import/:kind',
    limitRate(rate, now),
    express.raw({ type: IMPORT_TYPES, limit: WORKBOOK_LIMITS.bytes, inflate: false }),
    async (request, response) => {
      const asked = askedOf(request, response)
      if (!asked) return
      const { file, commit } = asked
      const by = acting(request, response, { kind: 'import', of: file.kind }, asked.actor)
      if (!by) return
      response.set('Cache-Control', 'no-store')
      await whileThere(response, async signal => {
        if (commit) {
          answerCommit(response, await exchange.commit(file, by, commit, signal))
          return
        }
        const outcome = await exchange.preview(file, by.actor, signal)
        if (outcome.kind === 'unreadable') sendSpreadsheetRefusal(response, outcome.refusal)
        else response.json(outcome.preview satisfies ImportReply)
      })
    },
  )

  router.get('/programme/export/:kind', async (request, response) => {
    const [kind, query] = [importKindSchema.safeParse(request.params.kind), exportQuerySchema.safeParse(request.query)]
    if (!query.success) {
      sendProblem(response, 'bad-request', {
        vi: 'Tham số: set (mã bộ tiêu chí), year (năm)',
        en: 'Query: set (id of a criteria set), year',
      })
      return
    }
    const workbook = kind.success ? exchange.write(kind.data, query.data) : undefined
    if (!workbook) {
      sendProblem(response, 'not-found')
      return
    }
    response.set('Cache-Control', 'private, no-cache')
    await sendWorkbook(response, workbook, `${kind.data}-${programme.today()}`)
  })
  return router
}

type Asked = {
  readonly file: ImportFile
  readonly actor: CommandActor
  /** Undefined = a preview. */
  readonly commit: { readonly head: number; readonly key: string } | undefined
}

/** Undefined when something is wrong and has been answered as such. */
function askedOf(request: Request, response: Response): Asked | undefined {
  const refuse = (type: ProblemType, vi?: string, en?: string): undefined => {
    sendProblem(response, type, vi !== undefined && en !== undefined ? { vi, en } : undefined)
  }
  const kind = importKindSchema.safeParse(request.params['kind'])
  if (!kind.success) return refuse('not-found')
  const query = importQuerySchema.safeParse(request.query)
  if (!query.success)
    return refuse(
      'bad-request',
      'Cần tham số actorName và actorUnit; commit=true kèm head của lần xem trước',
      'The query needs actorName and actorUnit; commit=true goes with the head of the preview',
    )
  const bytes: unknown = request.body
  const isJson = Boolean(request.is(JSON_TYPE))
  if (!Buffer.isBuffer(bytes) || (isJson && kind.data !== 'criteria'))
    return refuse('unsupported-media', 'Cần tệp Excel .xlsx', 'An Excel file (.xlsx) is needed')
  if (bytes.length === 0) return refuse('bad-request', 'Tệp trống', 'The file is empty')
  const { actorName, actorUnit, commit, head } = query.data
  const asked = { file: { kind: kind.data, bytes, isJson }, actor: { name: actorName, unit: actorUnit } }
  if (commit !== 'true') return { ...asked, commit: undefined }
  const key = request.get('idempotency-key') ?? ''
  if (head === undefined || !KEY.test(key))
    return refuse(
      'bad-request',
      'Cần head của lần xem trước và tiêu đề Idempotency-Key: 8 đến 128 chữ, số, gạch',
      'The head of the preview and an Idempotency-Key header (8 to 128 letters, digits, dashes) are needed',
    )
  return { ...asked, commit: { head, key } }
}

function answerCommit(response: Response, outcome: CommitOutcome): void {
  switch (outcome.kind) {
    case 'unreadable':
      return sendSpreadsheetRefusal(response, outcome.refusal)
    case 'wrong':
      return sendProblem(
        response,
        'refused',
        {
          vi: `Chưa nhập gì: tệp có ${outcome.errors.length} lỗi`,
          en: `Nothing was imported: the file has ${outcome.errors.length} errors`,
        },
        { errors: outcome.errors.slice(0, MOST_ERRORS).map(placed) },
      )
    case 'nothing':
      response.json({ repeated: false, events: 0, head: outcome.head } satisfies ImportReply)
      return
    case 'answered': {
      const { outcome: answer } = outcome
      if (answer.kind !== 'done' && answer.kind !== 'repeated') return answerCommand(response, answer)
      const { events } = answer
      const repeated = answer.kind === 'repeated'
      response.json({ repeated, events: events.length, head: events.at(-1)?.id ?? 0 } satisfies ImportReply)
      return
    }
    default:
      outcome satisfies never
  }
}

/** A line's error as part of a problem: where it is stands in the sentence. */
function placed({ sheet, line, column, code, vi, en }: ImportError): {
  code: string
  field: string | null
  vi: string
  en: string
} {
  const field = [sheet, line, column].filter(part => part !== null).join(' · ') || null
  const [at, where] = line === null ? ['', ''] : [`Dòng ${line}: `, `Line ${line}: `]
  return { code, field, vi: `${at}${vi}`, en: `${where}${en}` }
}
