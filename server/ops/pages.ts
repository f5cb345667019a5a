// The built client: hashed assets for ever, pages never cached; every address of a screen leads to the one page.
import { join } from 'node:path'
import express, { type Router } from 'express'
import { KIOSK_SECTIONS } from '../../shared/unit-board/section.ts'
import { notFound } from '../http/problem.ts'

const PAGES = [
  '/',
  '/compare',
  '/wall',
  '/kiosk',
  '/kiosk/:unit',
  '/history',
  ...KIOSK_SECTIONS.map(section => `/kiosk/:unit/${section}`),
  '/programme',
  '/programme/*rest',
  '/alarms',
  '/alarms/*rest',
  '/handover',
  '/admin/displays',
  '/admin/displays/*rest',
  '/admin/accounts',
  '/admin/access-log',
  '/sign-in',
  '/account',
  '/account/kiosk',
  '/bench/map',
] as const
const YEAR_MS = 365 * 86_400_000

export function servePages(folder: string): Router {
  const router = express.Router()
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: YEAR_MS, fallthrough: true }))
  // A missing asset after an update must not be answered with a page ("MIME type text/html").
  router.use('/assets', notFound)
  router.use(express.static(folder, { index: false, maxAge: 0 }))
  router.get([...PAGES], (_request, response) => {
    response.set('Cache-Control', 'no-cache')
    response.sendFile('index.html', { root: folder })
  })
  return router
}
