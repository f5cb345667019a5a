import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type AgentSocket, createDisplayAgent } from '../../../../client/displays/display-agent.ts'
import { type DisplayReport, displayReportSchema, type Order } from '../../../../shared/displays/report.ts'
import { REPORT_MS } from '../../../../shared/displays/report-times.ts'
import { aReport } from '../../../support/displays.ts'

/** A socket that takes reports as told, and brings what it is given. */
function aSocket(answer: () => Promise<{ readonly ok: boolean }>) {
  const reports: DisplayReport[] = []
  const listeners = new Map<string, (body: unknown) => void>()
  let any = () => {}
  const socket = {
    on: (name: string, listener: (body: unknown) => void) => listeners.set(name, listener),
    onAny: (listener: () => void) => {
      any = listener
    },
    timeout: () => ({
      emitWithAck: (_name: string, body: DisplayReport) => {
        reports.push(body)
        return answer()
      },
    }),
  }
  const bring = (name: string, body: unknown) => {
    any()
    listeners.get(name)?.(body)
  }
  // Only what the agent uses of a socket.
  return { socket: socket as unknown as AgentSocket, reports, bring }
}
const { scene: _scene, troubles: _troubles, contextLosses: _losses, ...measures } = aReport()
const taken = () => Promise.resolve({ ok: true })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a display speaking for itself', () => {
  it('reports at once and then in turn, until it lets go of the socket', async () => {
    const { socket, reports } = aSocket(taken)
    const stop = createDisplayAgent(() => measures).attach(socket)
    expect(reports).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(REPORT_MS)
    expect(reports).toHaveLength(2)
    stop()
    await vi.advanceTimersByTimeAsync(10 * REPORT_MS)
    expect(reports).toHaveLength(2)
  })
  it('says what the station takes: scene, losses and troubles with its measures', () => {
    const { socket, reports } = aSocket(taken)
    const agent = createDisplayAgent(() => measures)
    agent.setScene('water')
    agent.countContextLoss()
    agent.attach(socket)
    expect(displayReportSchema.parse(reports[0])).toMatchObject({
      scene: 'water',
      contextLosses: 1,
      troubles: ['context-lost'],
    })
  })
  it('tells a trouble once it was taken no more, and again while it was not', async () => {
    const answers = [Promise.reject(new Error('timeout')), Promise.resolve({ ok: false }), taken(), taken()]
    const { socket, reports } = aSocket(() => answers.shift() ?? taken())
    const agent = createDisplayAgent(() => measures)
    agent.addTrouble('stalled')
    agent.attach(socket)
    await vi.advanceTimersByTimeAsync(3 * REPORT_MS)
    expect(reports.map(({ troubles }) => troubles)).toEqual([['stalled'], ['stalled'], ['stalled'], []])
  })
  it('hands on orders and who is there, and knows when it last heard anything', () => {
    let now = 5
    const { socket, bring } = aSocket(taken)
    const agent = createDisplayAgent(
      () => measures,
      () => now,
    )
    const orders: Order[] = []
    agent.onOrder(order => orders.push(order))
    agent.attach(socket)
    now = 7
    bring('order', { kind: 'identify' })
    bring('fellows', { profile: 'thu', alive: ['a'] })
    expect(orders).toEqual([{ kind: 'identify' }])
    expect(agent.fellows()).toEqual({ profile: 'thu', alive: ['a'] })
    expect(agent.heardAt()).toBe(7)
  })
})
