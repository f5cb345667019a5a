// Takes in the body of an upload under a hard limit: what is beyond it is never kept, whatever the sender announced.
import type { IncomingMessage } from 'node:http'

/** How long what a refused sender still sends is thrown away, so that it gets to read the refusal, before it is cut off. */
const LINGER_MS = 2_000

/** @returns the bytes; `'too-large'` as soon as that is known; `'gone'` when the sender left before the end */
export function readUpload(request: IncomingMessage, maxBytes: number): Promise<Uint8Array | 'too-large' | 'gone'> {
  return new Promise(resolve => {
    const chunks: Buffer[] = []
    let size = 0
    function end(result: Uint8Array | 'too-large' | 'gone'): void {
      request.off('data', take).off('end', finish).off('close', leave)
      chunks.length = 0
      resolve(result)
    }
    function take(chunk: Buffer): void {
      size += chunk.length
      if (size > maxBytes) {
        end('too-large')
        throwAway(request)
      } else chunks.push(chunk)
    }
    const finish = () => end(Buffer.concat(chunks, size))
    const leave = () => end('gone')
    // A broken connection closes the request; without a listener its error would end the process.
    request.on('error', () => undefined)
    if (request.readableEnded || request.destroyed) {
      resolve(request.complete ? new Uint8Array() : 'gone')
      return
    }
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
      throwAway(request)
      resolve('too-large')
      return
    }
    request.on('data', take).on('end', finish).on('close', leave)
  })
}

function throwAway(request: IncomingMessage): void {
  const cut = setTimeout(() => request.destroy(), LINGER_MS)
  request.on('close', () => clearTimeout(cut))
  request.resume()
}
