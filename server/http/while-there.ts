// Work for one caller ends with that caller: whoever goes away stops what runs for them. Knows nothing of the work.
import type { Response } from 'express'

/**
 * Hands the work a signal that is aborted when the connection ends before the answer is out. What the work then rejects with is
 * nobody's any more and is swallowed; every other error passes.
 */
export async function whileThere(response: Response, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const leaving = new AbortController()
  const leave = () => leaving.abort()
  response.once('close', leave)
  if (response.destroyed) leave()
  try {
    await work(leaving.signal)
  } catch (error) {
    if (!leaving.signal.aborted) throw error
  } finally {
    response.off('close', leave)
  }
}
