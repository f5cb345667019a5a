// The HTTP interface about itself: the OpenAPI document and its page.
import express, { type Router } from 'express'
import { DOCS_STYLE, docsPage } from './docs-page.ts'
import { openApiDocument } from './openapi.ts'

export function serveDocs(version: string): Router {
  const router = express.Router()
  router.get('/api/openapi.json', (_request, response) => void response.json(openApiDocument(version)))
  router.get('/api/docs', (_request, response) => void response.type('html').send(docsPage(version)))
  router.get('/api/docs.css', (_request, response) => void response.type('css').send(DOCS_STYLE))
  return router
}
