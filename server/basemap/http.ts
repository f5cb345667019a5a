// The optional base map: whether there is one, and the one file in the ranges its reader asks for. Knows nothing of what is in it.
import { basename, dirname } from 'node:path'
import express, { type Router } from 'express'
import { notFound, sendProblem } from '../http/problem.ts'

/** @param path the archive, undefined = there is none */
export function serveBasemap(path: string | undefined): Router {
  const router = express.Router()
  router.get('/basemap.json', (_request, response) => {
    response.set('Cache-Control', 'no-cache').json({ isAvailable: path !== undefined })
  })
  if (path === undefined) return router.get('/basemap.pmtiles', notFound)
  return router.get('/basemap.pmtiles', (request, response, next) => {
    response.type('application/vnd.pmtiles')
    // Of a file that is replaced while screens read it, no part of the old one may be taken for one of the new: they ask again.
    response.set('Cache-Control', 'no-cache')
    response.sendFile(basename(path), { root: dirname(path), dotfiles: 'allow', cacheControl: false }, error => {
      if (!error || response.headersSent) return
      const status = 'status' in error ? error.status : undefined
      // Gone since the start: the map does without.
      if (status === 404) notFound(request, response, next)
      else if (status === 416) sendProblem(response, 'no-such-range')
      else next(error)
    })
  })
}
