// A small picture of what this page shows, sent to the station. Loaded when the first one is asked for.
import { stationFetch } from '../app/station-fetch.ts'
import { copyCanvases } from './canvas-copies.ts'
import { inlined, pageDrawing, pageRules } from './page-drawing.ts'

/** Below what the station takes (MAX_THUMBNAIL_BYTES): every wall sends one every few minutes. */
const MOST_BYTES = 120_000
const MOST_WIDTH = 480
const QUALITIES = [0.8, 0.6, 0.4, 0.2] as const

/** The rules change only with new parts of the page: the last ones are kept with what they became. */
let known: { readonly rules: string; readonly css: string } | undefined

/**
 * Of a page that somebody uses, also since this began, none is taken and none leaves the page.
 * @throws Error when there is none to be had, or nobody takes it
 */
export async function sendThumbnail(displayId: string, isInUse: () => boolean): Promise<void> {
  const picture = await takePicture(isInUse)
  if (!picture || isInUse()) return
  const response = await stationFetch(`/api/v1/displays/${displayId}/thumbnail`, {
    method: 'POST',
    headers: { 'content-type': picture.type },
    body: picture,
  })
  if (!response.ok) throw new Error(`thumbnail: ${response.status}`)
}

async function takePicture(isInUse: () => boolean): Promise<Blob | undefined> {
  const { innerWidth: width, innerHeight: height } = window
  const share = Math.min(1, MOST_WIDTH / width)
  const rules = pageRules()
  if (known?.rules !== rules) known = { rules, css: await inlined(rules) }
  const canvases = await copyCanvases(document.body, share)
  if (isInUse()) return undefined
  const image = new Image(width, height)
  image.src = pageDrawing(document.body, { width, height, canvases, css: known.css })
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * share)
  canvas.height = Math.round(height * share)
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('thumbnail: no canvas')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  for (const quality of QUALITIES) {
    const blob = await encoded(canvas, quality)
    if (blob && blob.size <= MOST_BYTES) return blob
  }
  throw new Error('thumbnail: too large')
}

function encoded(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  const { promise, resolve } = Promise.withResolvers<Blob | null>()
  canvas.toBlob(resolve, 'image/jpeg', quality)
  return promise
}
