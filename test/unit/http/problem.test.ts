import { once } from 'node:events'
import { createServer } from 'node:http'
import express from 'express'
import pino from 'pino'
import { expect, test } from 'vitest'
import { notFound, PROBLEM_TYPES, problemHandler, problemStatus, sendProblem } from '../../../server/http/problem.ts'
import { StoreTrouble } from '../../../server/store/store.ts'
import { type Answer, get, problemOf } from '../../support/door.ts'

/** A real server whose one route fails as told; what it logged comes with the answer. */
async function answerTo(fail: (response: express.Response) => void): Promise<Answer & { readonly logged: string[] }> {
  const logged: string[] = []
  const app = express()
  app.get('/', (_request, response) => fail(response))
  app.use(notFound)
  app.use(problemHandler(pino({ level: 'info' }, { write: line => void logged.push(line) })))
  const http = createServer(app).listen(0, '127.0.0.1')
  await once(http, 'listening')
  try {
    const { port } = http.address() as { port: number }
    return { ...(await get(`http://127.0.0.1:${port}/`)), logged }
  } finally {
    http.closeAllConnections()
    http.close()
  }
}
const answerToError = (error: unknown) =>
  answerTo(() => {
    throw error
  })

test.each(PROBLEM_TYPES)('the problem "%s" has its status, a stable type and a title in both languages', async type => {
  const answer = await answerTo(response => sendProblem(response, type, { vi: 'chi tiết', en: 'detail' }))
  const problem = problemOf(answer)
  expect([answer.status, problem.status]).toEqual([problemStatus(type), problemStatus(type)])
  expect(problem.type).toBe(`urn:dai-sen:problem:${type}`)
  expect([problem.title, problem.en.title].every(title => title.length > 3)).toBe(true)
  expect([problem.detail, problem.en.detail]).toEqual(['chi tiết', 'detail'])
})

test('a store that can not write now is a reason to come back; a full disk is one to call someone', async () => {
  for (const code of ['busy', 'io', 'closed'] as const) {
    const answer = await answerToError(new StoreTrouble(code, 'secret path'))
    expect([answer.status, answer.headers.get('retry-after'), answer.logged]).toEqual([503, '2', []])
  }
  const full = await answerToError(new StoreTrouble('full', 'secret path'))
  expect([full.status, full.headers.get('retry-after')]).toEqual([507, null])
  expect(JSON.stringify(full.body)).not.toContain('secret')
})

test('a bug is logged once, in one line, and told to nobody outside', async () => {
  const answer = await answerToError(new TypeError('secret\r\n\u001b[31mof our insides'))
  expect([answer.status, problemOf(answer).type]).toEqual([500, 'urn:dai-sen:problem:unexpected'])
  expect(JSON.stringify(answer.body)).not.toMatch(/secret|insides|\.ts/)
  expect(answer.logged).toHaveLength(1)
  for (const mark of ['\r', '\n', '\u001b']) expect(answer.logged[0]?.trimEnd()).not.toContain(mark)
  expect(answer.logged[0]).toContain('request failed')
})

test('what is thrown without being an error is a bug too', async () => {
  for (const thrown of ['text', 42, { status: 200 }, { status: 999 }, { type: 'x' }])
    expect((await answerToError(thrown)).status).toBe(500)
})

test('an answer that has begun is broken off, not mixed with a problem', async () => {
  const broken = answerTo(response => {
    response.write('half')
    throw new Error('too late')
  })
  await expect(broken).rejects.toThrow()
})
