// The programme as lists over HTTP: JSON, CSV and Excel of the same rows, as it stands or as it stood (`?at=`).
import express, { type Request, type Response, type Router } from 'express'
import {
  criteriaSetQuerySchema,
  indicatorsQuerySchema,
  momentQuerySchema,
  pageQuerySchema,
  type View,
} from '../../shared/programme/api-schema.ts'
import { provinceDayOf } from '../../shared/programme/province-day.ts'
import type { SetState } from '../../shared/programme/state.ts'
import { instantOf } from '../http/moment.ts'
import { sendProblem } from '../http/problem.ts'
import { writeCriteria } from './exchange/criteria-sheets.ts'
import { DOSSIERS, INDICATORS } from './lists/assessment-lists.ts'
import { CRITERIA_SETS, comparisonList } from './lists/criteria-lists.ts'
import { FUNDING, SUPERVISION } from './lists/funding-lists.ts'
import { csvOf, type List, type ListView, sheetOf } from './lists/list.ts'
import { OBSTACLES, RECORDS } from './lists/obstacle-lists.ts'
import { overviewPage, viewOf, villagePage, villagesGeoJson } from './lists/pages.ts'
import { CONSOLIDATIONS, REPORTS, TIMELINESS } from './lists/report-lists.ts'
import { originOf } from './lists/row-parts.ts'
import { CALENDAR, SETTINGS } from './lists/setting-lists.ts'
import { MILESTONES, TASKS } from './lists/task-lists.ts'
import { VILLAGES } from './lists/village-lists.ts'
import type { Programme } from './programme.ts'
import { sendCsv, sendWorkbook } from './table-answer.ts'

export type ListsDeps = { readonly programme: Pick<Programme, 'units' | 'state' | 'stateAt' | 'today'> }

type Query = { readonly at?: string | undefined; readonly basis?: View['basis'] | undefined }
/** The part of a zod schema that is used here. */
type QuerySchema<Q> = { readonly safeParse: (query: unknown) => { readonly success: boolean; readonly data?: Q } }
type Asked<Q> = { readonly query: Q; readonly view: ListView }

export function serveLists({ programme }: ListsDeps): Router {
  const router = express.Router()

  /** The query and the picture it asks for; undefined when it was wrong and has been answered as such. */
  async function ask<Q extends Query>(
    request: Request,
    response: Response,
    schema: QuerySchema<Q>,
  ): Promise<Asked<Q> | undefined> {
    const { success, data: query } = schema.safeParse(request.query)
    const at = query?.at === undefined ? undefined : instantOf(query.at)
    if (!success || query === undefined || (query.at !== undefined && at === undefined)) {
      sendProblem(response, 'bad-request', {
        vi: 'Tham số: at là một ngày (2025-07-01) hoặc thời điểm RFC 3339; basis=plan|today; format và lang như tài liệu',
        en: 'Query: at is a day (2025-07-01) or an RFC 3339 instant; basis=plan|today; format and lang as documented',
      })
      return undefined
    }
    response.set('Cache-Control', 'private, no-cache')
    const state = at === undefined ? programme.state() : (await programme.stateAt(at)).state
    const day = at === undefined ? programme.today() : provinceDayOf(at)
    return { query, view: viewOf({ state, units: programme.units, day, basis: query.basis ?? 'today' }) }
  }

  const list =
    <Row>(of: List<Row>) =>
    async (request: Request, response: Response): Promise<void> => {
      const asked = await ask(request, response, momentQuerySchema)
      if (asked) await sendList(response, of, asked.view, asked.query)
    }
  const page =
    (of: (view: ListView) => object) =>
    async (request: Request, response: Response): Promise<void> => {
      const asked = await ask(request, response, pageQuerySchema)
      if (asked) response.json({ ...headOf(asked.view), ...of(asked.view) })
    }

  router.get('/programme/overview', page(overviewPage))
  router.get('/programme/villages', list(VILLAGES))
  router.get('/programme/villages.geojson', async (request, response) => {
    const asked = await ask(request, response, pageQuerySchema)
    if (!asked) return
    response
      .type('application/geo+json')
      .send(JSON.stringify({ ...villagesGeoJson(asked.view), ...headOf(asked.view) }))
  })
  router.get('/programme/villages/:id', async (request, response) => {
    const asked = await ask(request, response, pageQuerySchema)
    if (!asked) return
    const village = asked.view.state.villages.get(request.params.id)
    if (village) response.json({ ...headOf(asked.view), ...villagePage(asked.view, village) })
    else sendProblem(response, 'not-found')
  })

  router.get('/programme/criteria-sets', list(CRITERIA_SETS))
  router.get('/programme/criteria-sets/:id', async (request, response) => {
    const asked = await ask(request, response, criteriaSetQuerySchema)
    if (!asked) return
    const found = asked.view.state.criteriaSets.get(request.params.id)
    if (!found) sendProblem(response, 'not-found')
    else if (asked.query.format === 'xlsx')
      await sendWorkbook(response, writeCriteria([found]), `criteria-set-${found.id}-${asked.view.day}`)
    else response.json({ ...headOf(asked.view), ...criteriaSetPage(found) })
  })
  router.get('/programme/criteria-sets/:id/compare/:other', async (request, response) => {
    const asked = await ask(request, response, momentQuerySchema)
    if (!asked) return
    const { id, other } = request.params
    const [after, before] = [asked.view.state.criteriaSets.get(id), asked.view.state.criteriaSets.get(other)]
    if (before && after) await sendList(response, comparisonList(before, after), asked.view, asked.query)
    else sendProblem(response, 'not-found')
  })
  router.get('/programme/indicators', async (request, response) => {
    const asked = await ask(request, response, indicatorsQuerySchema)
    if (!asked) return
    const { view, query } = asked
    const set = query.set === undefined ? view.set : view.state.criteriaSets.get(query.set)
    if (set === undefined) sendProblem(response, 'not-found')
    else await sendList(response, INDICATORS, { ...view, set }, query)
  })
  router.get('/programme/dossiers', list(DOSSIERS))

  router.get('/programme/tasks', list(TASKS))
  router.get('/programme/milestones', list(MILESTONES))
  router.get('/programme/funding', list(FUNDING))
  router.get('/programme/supervision', list(SUPERVISION))
  router.get('/programme/reports', list(REPORTS))
  router.get('/programme/consolidations', list(CONSOLIDATIONS))
  router.get('/programme/timeliness', list(TIMELINESS))
  router.get('/programme/obstacles', list(OBSTACLES))
  router.get('/programme/records', list(RECORDS))
  router.get('/programme/calendar', list(CALENDAR))
  router.get('/programme/settings', list(SETTINGS))
  return router
}

type Form = { readonly format?: 'json' | 'csv' | 'xlsx' | undefined; readonly lang?: 'vi' | 'en' | undefined }

async function sendList<Row>(
  response: Response,
  list: List<Row>,
  view: ListView,
  { format = 'json', lang = 'vi' }: Form,
): Promise<void> {
  const rows = list.rowsOf(view)
  const name = `${list.name}-${view.day}`
  if (format === 'json') response.json({ ...headOf(view), rows })
  else if (format === 'csv') sendCsv(response, csvOf(list, rows, lang), name)
  else await sendWorkbook(response, { sheets: [{ ...sheetOf(list, rows, lang), note: noteOf(view, lang) }] }, name)
}

const headOf = ({ day, basis, state }: ListView): View => ({ day, basis, lastId: state.lastId })

/** Stands above the table, so that a printed sheet says what it is of. */
function noteOf({ day, basis, state }: ListView, lang: 'vi' | 'en'): string {
  const on = day.split('-').toReversed().join('/')
  return lang === 'vi'
    ? `Tính đến ${on}, sự kiện ${state.lastId}; tên đơn vị theo ${basis === 'plan' ? 'kế hoạch' : 'ngày này'}`
    : `As of ${on}, event ${state.lastId}; names of units as ${basis === 'plan' ? 'in the plan' : 'of that day'}`
}

function criteriaSetPage({ by, at, eventId, ...set }: SetState): object {
  return { set, eventId, ...originOf([{ by, at, eventId }]) }
}
