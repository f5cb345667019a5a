import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Plugin, Rolldown } from 'vite'
import { defineConfig } from 'vitest/config'
import { type BuiltPart, kioskFiles } from './client/kiosk/offline/kiosk-files.ts'
import packageJson from './package.json' with { type: 'json' }
import { chunksOf } from './supply/chunk-list.ts'
import { writeLists } from './supply/write-lists.ts'

const STATION = 'http://127.0.0.1:8080'
/** Real servers and browsers share two cores with what they test. */
const SLOW_MS = 60_000
/** Half a day from Đồng Tháp and with summer time: a rule that reads the machine's zone shows. */
const FOREIGN_ZONE = 'America/New_York'

/** The kiosk's service worker: at the root, under a name that never changes. */
const WORKER = 'kiosk-worker'

/** Pages that are read and filled in, where no time is measured: two files at once. All others have the machine to themselves. */
const PAGES_TESTS = [
  'access-pages',
  'alarms-desk',
  'alarms-pages',
  'compare',
  'desktop',
  'displays-page',
  'history-page',
  'kiosk-entry',
  'kiosk-officer',
  'every-page',
  'handover',
  'keyboard',
  'kiosk-unit',
  'live-link',
  'long-operations',
  'map',
  'older-log',
  'pairing',
  'paper',
  'policy',
  'programme-forms',
  'programme-import',
  'programme-office-forms',
  'programme-pages',
  'programme-two',
  'spoken-alarms',
  'time-machine',
  'wall-pictures',
  'wall-replay',
  'wall-scenes',
].map(name => `test/browser/${name}.test.ts`)

// The client is built into dist/client; public/ (map data) is copied beside it. Tests run from the project's own folder.
export default defineConfig({
  root: process.env['VITEST'] ? '.' : 'client',
  publicDir: process.env['VITEST'] ? 'public' : '../public',
  plugins: [react(), filesOfTheKiosk(), listsBesideTheBuild(), chunksBesideTheBuild()],
  define: { BUILD_ID: JSON.stringify(buildId()) },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // The page's policy allows no data: fonts.
    assetsInlineLimit: 0,
    target: 'es2023',
    rolldownOptions: {
      input: { index: 'client/index.html', [WORKER]: 'client/kiosk/offline/worker/kiosk-worker.ts' },
      output: { entryFileNames: ({ name }) => (name === WORKER ? '[name].js' : 'assets/[name]-[hash].js') },
    },
    // MapLibre and deck.gl are lazy; `npm run budget` weighs what a first visit loads.
    chunkSizeWarningLimit: 2_500,
  },
  server: { proxy: { '/api': STATION, '/socket.io': { target: STATION, ws: true } } },
  test: {
    maxWorkers: 2,
    expect: { poll: { timeout: SLOW_MS / 3 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          testTimeout: SLOW_MS,
          include: ['test/unit/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          env: { TZ: FOREIGN_ZONE },
        },
      },
      {
        extends: true,
        test: { name: 'server', include: ['test/server/**/*.test.ts'], testTimeout: SLOW_MS, hookTimeout: SLOW_MS },
      },
      {
        extends: true,
        test: {
          name: 'fault',
          include: ['test/fault/**/*.test.ts'],
          testTimeout: 10 * SLOW_MS,
          hookTimeout: SLOW_MS,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'attack',
          include: ['test/attack/**/*.test.ts'],
          testTimeout: 3 * SLOW_MS,
          hookTimeout: 3 * SLOW_MS,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          include: PAGES_TESTS,
          testTimeout: 3 * SLOW_MS,
          hookTimeout: 3 * SLOW_MS,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: PAGES_TESTS,
          testTimeout: 3 * SLOW_MS,
          hookTimeout: 3 * SLOW_MS,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})

/** What production is made of, written whenever the client is built. */
function listsBesideTheBuild(): Plugin {
  return { name: 'lists-beside-the-build', apply: 'build', closeBundle: () => void writeLists(import.meta.dirname) }
}

/** What the kiosk's worker keeps, beside it. */
function filesOfTheKiosk(): Plugin {
  return {
    name: 'files-of-the-kiosk',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((one): one is Rolldown.OutputChunk => one.type === 'chunk')
      const parts = chunks.filter(({ name }) => name !== WORKER).map(partOf)
      const others = globSync('{geo/*.geojson,*.{svg,png,webmanifest}}', { cwd: 'public' })
      this.emitFile({ type: 'asset', fileName: 'kiosk-files.json', source: JSON.stringify(kioskFiles(parts, others)) })
    },
  }
}

/** Which scripts there are and what each is made of, for the budget (`supply/budget-cli.ts`). Beside what is served, not in it. */
function chunksBesideTheBuild(): Plugin {
  return {
    name: 'chunks-beside-the-build',
    apply: 'build',
    writeBundle(_, bundle) {
      const chunks = chunksOf(bundle, `${import.meta.dirname}/`)
      writeFileSync(join(import.meta.dirname, 'dist', 'chunks.json'), `${JSON.stringify(chunks, null, 1)}\n`)
    },
  }
}

const partOf = ({
  fileName,
  facadeModuleId,
  isEntry,
  imports,
  dynamicImports,
  viteMetadata,
}: Rolldown.OutputChunk): BuiltPart => ({
  fileName,
  source: facadeModuleId,
  isEntry,
  imports,
  dynamicImports,
  files: [...(viteMetadata?.importedCss ?? []), ...(viteMetadata?.importedAssets ?? [])],
})

/** Version and content: pages of one build say the same, those of another say something else. Needs no version control. */
function buildId(): string {
  const hash = createHash('sha256')
  for (const path of globSync(['client/**/*.*', 'shared/**/*.ts', 'public/**/*.*', 'package-lock.json']).sort())
    hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  return `${packageJson.version}-${hash.digest('hex').slice(0, 10)}`
}
