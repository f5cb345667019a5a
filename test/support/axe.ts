// What axe finds on a page, by rule and element. Knows no page.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Axe = {
  readonly run: (
    within: Document,
    options: { readonly runOnly?: readonly string[] },
  ) => Promise<{
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
  }>
}

/** @param runOnly ids of rules; all of them without */
export async function axeFaults(page: Page, runOnly?: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await bringIn(page)
  return page.evaluate(async rules => {
    const { axe } = window as unknown as { readonly axe: Axe }
    const { violations } = await axe.run(document, rules ? { runOnly: rules } : {})
    return violations.flatMap(({ id, nodes }) =>
      nodes
        // The letters in a cell of many are signs, explained by its key: no label that somebody would say.
        .filter(({ html }) => id !== 'label-content-name-mismatch' || !html.includes('role="gridcell"'))
        .slice(0, 3)
        .map(({ html }) => `${id}: ${html.slice(0, 300)}`),
    )
  }, runOnly)
}

/** By the debugger's door: the page's policy lets nobody else bring a script in. */
async function bringIn(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: AXE })
  await session.detach()
}
