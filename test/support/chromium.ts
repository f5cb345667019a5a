// Finds a real Chromium, or installs one, and says what it did.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const DEBIAN_PATH = '/usr/bin/chromium'

/** WebGL2 without a graphics card, and no call home. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  // Drawing the page itself by a graphics card that isn't there costs more than drawing it without.
  '--disable-gpu-rasterization',
  '--disable-gpu-compositing',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

/** Path of a Chromium on this machine, or undefined. `CHROMIUM_PATH` wins. */
export function findChromium(): string | undefined {
  const given = process.env['CHROMIUM_PATH']
  if (given) return existsSync(given) ? given : undefined
  return [chromium.executablePath(), DEBIAN_PATH].find(path => path !== '' && existsSync(path))
}

/** @throws Error saying what was tried when there is none and none could be installed */
export function ensureChromium(say: (line: string) => void): string {
  const found = findChromium()
  if (found) {
    say(`Chromium: ${found}`)
    return found
  }
  if (process.env['CHROMIUM_PATH']) throw new Error(`CHROMIUM_PATH=${process.env['CHROMIUM_PATH']}: no such file`)
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0
  const steps = isDebianRoot
    ? [
        ['apt-get', 'update', '-qq'],
        ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
      ]
    : [[process.execPath, 'node_modules/playwright-core/cli.js', 'install', 'chromium']]
  for (const [command = '', ...args] of steps) {
    say(`Chromium: none found, running ${[command, ...args].join(' ')}`)
    spawnSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  const installed = findChromium()
  if (!installed) throw new Error('Chromium could not be installed; set CHROMIUM_PATH')
  say(`Chromium: installed ${installed}`)
  return installed
}
