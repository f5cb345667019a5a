// What a display says of itself over the live socket, and hears: reports, orders, who else of its wall is there. Knows no React and no
// page; measures are handed to it.
import type { Socket } from 'socket.io-client'
import type { DisplayReport, Fellows, Order, Trouble } from '../../shared/displays/report.ts'
import { REPORT_MS } from '../../shared/displays/report-times.ts'
import type { ClientToServer, ServerToClient } from '../../shared/protocol.ts'
import { createListeners } from '../live/listeners.ts'

export type AgentSocket = Pick<Socket<ServerToClient, ClientToServer>, 'on' | 'onAny' | 'timeout'>
const ANSWER_MS = 4_000

export type Measures = Omit<DisplayReport, 'scene' | 'troubles' | 'contextLosses'>

export type DisplayAgent = {
  /** Reports on this socket until it is let go of; returns the way to do so. */
  readonly attach: (socket: AgentSocket) => () => void
  readonly setScene: (scene: string) => void
  /** Told with the next report that is taken, once. */
  readonly addTrouble: (trouble: Trouble) => void
  readonly countContextLoss: () => void
  /** Monotonic moment of the last message. */
  readonly heardAt: () => number
  /** Of the wall it belongs to, as last heard; undefined = never. */
  readonly fellows: () => Fellows | undefined
  readonly onFellows: (listener: () => void) => () => void
  readonly onOrder: (listener: (order: Order) => void) => () => void
}

/** @param measure what is measured at the moment of a report */
export function createDisplayAgent(measure: () => Measures, now: () => number = () => performance.now()): DisplayAgent {
  const troubles = new Set<Trouble>()
  const fellowsChanged = createListeners<void>()
  const ordered = createListeners<Order>()
  let scene: string | null = null
  let contextLosses = 0
  let heardAt = now()
  let fellows: Fellows | undefined
  const addTrouble = (trouble: Trouble) => {
    troubles.add(trouble)
  }

  async function report(socket: AgentSocket): Promise<void> {
    const told = [...troubles]
    try {
      const body: DisplayReport = { ...measure(), scene, contextLosses, troubles: told }
      const { ok } = await socket.timeout(ANSWER_MS).emitWithAck('report', body)
      if (ok) for (const trouble of told) troubles.delete(trouble)
    } catch {
      // No answer: what was told is told again with the next one.
    }
  }

  return {
    attach: socket => {
      socket.onAny(() => {
        heardAt = now()
      })
      socket.on('order', ordered.tell)
      socket.on('fellows', body => {
        fellows = body
        fellowsChanged.tell()
      })
      void report(socket)
      const reporting = setInterval(() => void report(socket), REPORT_MS)
      return () => clearInterval(reporting)
    },
    setScene: next => {
      scene = next.slice(0, 80)
    },
    addTrouble,
    countContextLoss: () => {
      contextLosses += 1
      addTrouble('context-lost')
    },
    heardAt: () => heardAt,
    fellows: () => fellows,
    onFellows: fellowsChanged.add,
    onOrder: ordered.add,
  }
}
