// What a page needn't do where nobody looks at its pixels. Machines of the tests have no graphics card: drawing is most of their work.
import type { Page } from 'playwright-core'

/** Device pixels per CSS pixel: the page is laid out as ever, but there is little to put on the screen. */
export const COARSE = 0.25

/** Draw calls of WebGL do nothing. To be called before anything is loaded. */
export const drawNothing = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    for (const draw of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'] as const)
      WebGL2RenderingContext.prototype[draw] = () => undefined
  })
