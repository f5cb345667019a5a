// A page asked by axe-core what keeps people out.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type AxeResult = {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

/** By the debugger's door: the page's policy lets nobody else bring a script in. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: AXE })
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'axe.run(document)',
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  return (result.value as AxeResult).violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
