// A station over real HTTP that answers what a test tells it to, and remembers what it was asked.
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { packAlarms } from '../../../shared/alarms/snapshot.ts'
import type { AlarmState } from '../../../shared/alarms/state.ts'
import { MAX_EVENTS_PAGE } from '../../../shared/programme/api-schema.ts'
import type { AnyEvent } from '../../../shared/programme/event.ts'
import { packState } from '../../../shared/programme/snapshot.ts'
import type { ProgrammeState } from '../../../shared/programme/state.ts'
import { registry } from './sample.ts'

export type Asked = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string }
export type AnsweringStation = {
  readonly url: string
  readonly asked: readonly Asked[]
  readonly commands: () => readonly Asked[]
  readonly stop: () => Promise<void>
}

/**
 * @param answerOf of a path; undefined = it never answers
 * @param status of its answers to commands
 */
export async function startAnsweringStation(
  answerOf: (path: string) => unknown,
  status = (): number => 200,
): Promise<AnsweringStation> {
  const asked: Asked[] = []
  const isCommand = (path: string) => path.endsWith('/commands')
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      asked.push({ path, headers: request.headers, body: Buffer.concat(chunks).toString() })
      const answer = isCommand(path) ? {} : answerOf(path)
      if (answer === undefined) return
      response.statusCode = isCommand(path) ? status() : 200
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answer))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    commands: () => asked.filter(({ path }) => isCommand(path)),
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** @param log what the station has by now; the snapshot may be older */
export const programmeAnswers =
  (state: ProgrammeState, log: readonly AnyEvent[]) =>
  (path: string): unknown => {
    if (path === '/api/v1/registry') return registry
    if (path === '/api/v1/programme/state') return packState(state, 'hash')
    const after = Number(new URL(path, 'http://x').searchParams.get('after'))
    const events = log.filter(({ id }) => id > after).slice(0, MAX_EVENTS_PAGE)
    return { events: events.map(event => ({ ...event, hash: 'hash' })), next: null }
  }

export const alarmAnswers =
  (state: AlarmState) =>
  (path: string): unknown =>
    path === '/api/v1/registry' ? registry : packAlarms(state, 'hash')
