// The page as one SVG that needs nothing from outside: its elements, its rules, its typeface, copies of its canvases. An image of it is
// drawn by the browser as the page was. Knows nothing of what is on the page.
const SVG = 'http://www.w3.org/2000/svg'
/** What draws nothing, or would draw what nobody sees. */
const LEFT_OUT =
  'script, noscript, link, style, template, audio, video, iframe, dialog:not([open]), [popover]:not(:popover-open)'

export type DrawingOf = {
  readonly width: number
  readonly height: number
  readonly canvases: ReadonlyMap<HTMLCanvasElement, string>
  /** Rules with every address inlined. */
  readonly css: string
}

/** @returns a data address; one of a blob would taint the canvas it is drawn on */
export function pageDrawing(body: HTMLElement, { width, height, canvases, css }: DrawingOf): string {
  const copy = cloneOf(body, canvases)
  const root = document.createElement('html')
  copyAttributes(document.documentElement, root)
  const style = document.createElement('style')
  // Nothing moves in a picture, and what would come in is there.
  style.textContent = `${css}\n*,*::before,*::after{animation:none!important;transition:none!important}`
  root.append(style, copy)
  const text = new XMLSerializer().serializeToString(root)
  const svg = `<svg xmlns="${SVG}" width="${width}" height="${height}"><foreignObject width="100%" height="100%">${text}</foreignObject></svg>`
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
}

function cloneOf(body: HTMLElement, canvases: ReadonlyMap<HTMLCanvasElement, string>): Node {
  const copy = body.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return copy
  const originals = [...body.querySelectorAll('canvas')]
  copy.querySelectorAll('canvas').forEach((canvas, i) => {
    const original = originals[i]
    const image = document.createElement('img')
    if (canvas instanceof HTMLElement) copyAttributes(canvas, image)
    if (original) image.style.cssText += `;width:${original.clientWidth}px;height:${original.clientHeight}px`
    image.src = (original && canvases.get(original)) ?? ''
    canvas.replaceWith(image)
  })
  for (const element of copy.querySelectorAll(LEFT_OUT)) element.remove()
  return copy
}

/** The style by its own door: the page's policy lets nobody set it as text. */
function copyAttributes(from: HTMLElement, to: HTMLElement): void {
  for (const { name, value } of from.attributes) if (name !== 'style') to.setAttribute(name, value)
  to.style.cssText = from.style.cssText
}

/** All rules of the page; `:root` is the drawing's own html element. */
export function pageRules(): string {
  return [...document.styleSheets, ...document.adoptedStyleSheets]
    .flatMap(sheet => [...sheet.cssRules].map(({ cssText }) => cssText))
    .join('\n')
    .replaceAll(':root', 'html')
}

const ADDRESS = /url\("([^")]+)"\)/g

/** Files that the rules name, once each, put in their place; those that can't be had stay as they are and are not drawn. */
export async function inlined(css: string): Promise<string> {
  const addresses = [...new Set([...css.matchAll(ADDRESS)].map(match => match[1] ?? ''))].filter(
    address => !address.startsWith('data:') && !address.startsWith('#'),
  )
  const data = new Map(
    await Promise.all(addresses.map(async address => [address, await dataAddress(address)] as const)),
  )
  return css.replace(ADDRESS, (whole, address: string) => {
    const inline = data.get(address)
    return inline === undefined ? whole : `url("${inline}")`
  })
}

async function dataAddress(address: string): Promise<string | undefined> {
  try {
    const base = document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')?.href ?? location.href
    const response = await fetch(new URL(address, base))
    if (!response.ok) return undefined
    const type = response.headers.get('content-type') ?? 'application/octet-stream'
    return `data:${type};base64,${new Uint8Array(await response.arrayBuffer()).toBase64()}`
  } catch {
    return undefined
  }
}
