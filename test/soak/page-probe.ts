// Runs inside the page before anything of its own: quickens its time and counts what it does and holds. It keeps nothing of the page
// alive: contexts are held weakly, elements not at all. Self-contained, because it is sent to the browser as text.
import type { Page } from 'playwright-core'
import type { FastTime } from './fast-clock.ts'

/** What the page has done so far. */
export type PageCounts = {
  readonly animationFrames: number
  readonly messages: number
  readonly socketsOpened: number
  readonly scenes: number
  /** Scenes that stood for at least two frames and one drawing of the map. */
  readonly drawnScenes: number
  /** How often the first scene of the page came back. */
  readonly rounds: number
  /** The scene that stands, if the page says which. */
  readonly scene: string | null
  /** For how long, in the page's time. */
  readonly sceneMs: number
}

/** What it holds at the moment. */
export type PageHoldings = {
  readonly nodes: number
  readonly sockets: number
  readonly contexts: number
  readonly buffers: number
  readonly textures: number
  /** Programs, shaders, vertex arrays, frame and render buffers. */
  readonly otherGraphics: number
}

type Probe = { counts: () => PageCounts; holdings: () => PageHoldings; loseContext: (canvas: number) => boolean }
type ProbedWindow = typeof window & { soakProbe: Probe }

/** @param isDrawn false: draw calls do nothing, so that a machine without a graphics card has time for everything else */
export async function probePage(page: Page, time: FastTime, isDrawn: boolean): Promise<void> {
  await page.addInitScript(installProbe, { ...time, isDrawn })
}

export const countsOf = (page: Page): Promise<PageCounts> =>
  page.evaluate(() => (window as ProbedWindow).soakProbe.counts())
export const holdingsOf = (page: Page): Promise<PageHoldings> =>
  page.evaluate(() => (window as ProbedWindow).soakProbe.holdings())
/** @returns whether there was a context to lose on that canvas of the document */
export const loseContext = (page: Page, canvas: number): Promise<boolean> =>
  page.evaluate(which => (window as ProbedWindow).soakProbe.loseContext(which), canvas)

function installProbe({ from, speed, isDrawn }: FastTime & { readonly isDrawn: boolean }): void {
  let animationFrames = 0
  let messages = 0
  let socketsOpened = 0
  let sockets = 0
  let scenes = 0
  let drawnScenes = 0
  let rounds = 0
  let firstScene: string | null = null
  let framesBefore = 0
  let drawings = 0
  let drawingsBefore = 0
  let lastScene: string | null = null
  let sceneAt = 0

  const RealDate = Date
  const realNow = performance.now.bind(performance)
  const realFrame = window.requestAnimationFrame.bind(window)
  const realTimeout = window.setTimeout.bind(window)
  const realInterval = window.setInterval.bind(window)
  const wall = () => Math.floor(from + (RealDate.now() - from) * speed)
  class FastDate extends RealDate {
    constructor(...parts: readonly []) {
      if (parts.length === 0) super(wall())
      else super(...parts)
    }
    static override now(): number {
      return wall()
    }
  }
  Object.assign(window, {
    Date: FastDate,
    setTimeout: (call: () => void, ms = 0, ...rest: readonly unknown[]) => realTimeout(call, ms / speed, ...rest),
    setInterval: (call: () => void, ms = 0, ...rest: readonly unknown[]) => realInterval(call, ms / speed, ...rest),
    requestAnimationFrame: (call: FrameRequestCallback) =>
      realFrame(frame => {
        animationFrames += 1
        call(frame * speed)
      }),
  })
  performance.now = () => realNow() * speed

  const RealSocket = window.WebSocket
  window.WebSocket = class extends RealSocket {
    constructor(...parts: ConstructorParameters<typeof WebSocket>) {
      super(...parts)
      let isOpen = false
      this.addEventListener('open', () => {
        isOpen = true
        socketsOpened += 1
        sockets += 1
      })
      this.addEventListener('close', () => {
        if (isOpen) sockets -= 1
      })
      this.addEventListener('message', () => {
        messages += 1
      })
    }
  }

  /** Of one context. */
  type Held = Record<string, number>
  const heldBy = new WeakMap<object, Held>()
  const contexts: WeakRef<WebGL2RenderingContext>[] = []
  const kinds = ['Buffer', 'Texture', 'Program', 'Shader', 'VertexArray', 'Framebuffer', 'Renderbuffer'] as const
  const graphics = WebGL2RenderingContext.prototype as unknown as Record<string, (...parts: unknown[]) => unknown>
  const live = new WeakSet<object>()
  for (const kind of kinds) {
    const create = graphics[`create${kind}`]
    const remove = graphics[`delete${kind}`]
    if (!create || !remove) continue
    graphics[`create${kind}`] = function (this: WebGL2RenderingContext, ...parts) {
      const made = create.apply(this, parts)
      let held = heldBy.get(this)
      if (!held) {
        held = {}
        heldBy.set(this, held)
        contexts.push(new WeakRef(this))
      }
      if (made) {
        live.add(made)
        held[kind] = (held[kind] ?? 0) + 1
      }
      return made
    }
    graphics[`delete${kind}`] = function (this: WebGL2RenderingContext, ...parts) {
      const [gone] = parts
      const held = heldBy.get(this)
      if (held && gone && live.delete(gone)) held[kind] = (held[kind] ?? 0) - 1
      return remove.apply(this, parts)
    }
  }
  for (const call of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced']) {
    const draw = graphics[call]
    graphics[call] = function (this: WebGL2RenderingContext, ...parts) {
      drawings += 1
      return isDrawn ? draw?.apply(this, parts) : undefined
    }
  }

  function noticeScene(): void {
    const scene = document.querySelector('[data-scene]')?.getAttribute('data-scene') ?? null
    if (scene === lastScene) return
    if (lastScene !== null && scene !== null) scenes += 1
    if (lastScene !== null && animationFrames - framesBefore >= 2 && drawings > drawingsBefore) drawnScenes += 1
    framesBefore = animationFrames
    drawingsBefore = drawings
    firstScene ??= scene
    if (scene !== null && scene === firstScene && lastScene !== null) rounds += 1
    lastScene = scene
    sceneAt = performance.now()
  }
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver(noticeScene).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-scene'],
    })
  })

  function nodesInDocument(): number {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL)
    let count = 1
    while (walker.nextNode()) count += 1
    return count
  }

  const probe: Probe = {
    counts: () => ({
      animationFrames,
      messages,
      socketsOpened,
      scenes,
      drawnScenes,
      rounds,
      scene: lastScene,
      sceneMs: performance.now() - sceneAt,
    }),
    holdings: () => {
      const all = contexts.map(one => one.deref()).filter(one => one !== undefined && !one.isContextLost())
      const sum = (of: readonly string[]) =>
        all.reduce((total, one) => total + of.reduce((part, kind) => part + (heldBy.get(one ?? {})?.[kind] ?? 0), 0), 0)
      return {
        nodes: nodesInDocument(),
        sockets,
        contexts: all.length,
        buffers: sum(['Buffer']),
        textures: sum(['Texture']),
        otherGraphics: sum(['Program', 'Shader', 'VertexArray', 'Framebuffer', 'Renderbuffer']),
      }
    },
    loseContext: which => {
      const canvas = document.querySelectorAll('canvas')[which]
      const lose = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')
      lose?.loseContext()
      return lose !== null && lose !== undefined
    },
  }
  Object.assign(window, { soakProbe: probe })
}
