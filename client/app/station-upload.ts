// Sends a file to the station and says how much of it is there. `fetch` tells nothing of what it sends, so this is the older way.
import { stationHeaders, wasTurnedAway } from './station-fetch.ts'

export type Upload = {
  readonly body: Blob
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** 0–1 of the bytes sent; after the last one the station still has its work. */
  readonly onShare: (share: number) => void
}

/** As a POST by `fetch`. @throws as it does: AbortError when it was given up, TypeError when there was no answer */
export function stationUpload(path: string, { body, headers, signal, onShare }: Upload): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', stop)
      settle()
    }
    request.open('POST', path)
    request.responseType = 'blob'
    stationHeaders(headers, true).forEach((value, name) => request.setRequestHeader(name, value))
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onShare(loaded / total)
    })
    request.addEventListener('load', () =>
      end(() => {
        wasTurnedAway(request.status, true)
        resolve(new Response(request.response as Blob, { status: request.status, headers: headersOf(request) }))
      }),
    )
    request.addEventListener('error', () => end(() => reject(new TypeError('no answer from the station'))))
    request.addEventListener('abort', () => end(() => reject(new DOMException('given up', 'AbortError'))))
    signal.addEventListener('abort', stop)
    if (signal.aborted) end(() => reject(new DOMException('given up', 'AbortError')))
    else request.send(body)
  })
}

const headersOf = (request: XMLHttpRequest): Headers =>
  new Headers(
    request
      .getAllResponseHeaders()
      .trim()
      .split('\r\n')
      .flatMap((line): [string, string][] => {
        const colon = line.indexOf(':')
        return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1).trim()]] : []
      }),
  )
