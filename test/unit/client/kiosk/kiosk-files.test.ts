// What is kept for a kiosk without a line, and how its worker answers.
import { expect, test } from 'vitest'
import { type BuiltPart, kioskFiles } from '../../../../client/kiosk/offline/kiosk-files.ts'
import { answerPlan, oldCaches } from '../../../../client/kiosk/offline/worker/answer-plan.ts'

const aPart = (fileName: string, about: Partial<BuiltPart> = {}): BuiltPart => ({
  fileName,
  source: null,
  isEntry: false,
  imports: [],
  dynamicImports: [],
  files: [],
  ...about,
})
const PARTS = [
  aPart('assets/index.js', {
    isEntry: true,
    imports: ['assets/shared.js'],
    dynamicImports: ['assets/kiosk.js', 'assets/wall.js'],
    files: ['assets/font.woff2'],
  }),
  aPart('assets/shared.js'),
  aPart('assets/kiosk.js', {
    source: '/x/client/kiosk/kiosk-page.tsx',
    imports: ['assets/index.js'],
    dynamicImports: ['assets/entry.js'],
    files: ['assets/kiosk.css'],
  }),
  aPart('assets/entry.js', { imports: ['assets/kiosk.js'] }),
  aPart('assets/wall.js', { source: '/x/client/wall/wall-page.tsx' }),
]

test('the parts of a kiosk and what they ask for later, and nothing of other pages', () => {
  expect(kioskFiles(PARTS, ['geo/communes.geojson'])).toEqual([
    '/assets/entry.js',
    '/assets/font.woff2',
    '/assets/index.js',
    '/assets/kiosk.css',
    '/assets/kiosk.js',
    '/assets/shared.js',
    '/geo/communes.geojson',
  ])
})

const ORIGIN = 'https://dai-sen.example'
const plan = (path: string, about: { method?: string; mode?: string } = {}) =>
  answerPlan({ method: 'GET', mode: 'cors', url: new URL(path, ORIGIN).href, ...about }, ORIGIN, name =>
    ['/assets/a-1.js', '/geo/communes.geojson'].includes(name),
  )

test.each([
  ['/kiosk', { mode: 'navigate' }, { kind: 'fresh', keptAs: '/kiosk' }],
  ['/kiosk/commune-1/entry?do=report', { mode: 'navigate' }, { kind: 'fresh', keptAs: '/kiosk' }],
  ['/kiosks', { mode: 'navigate' }, { kind: 'pass' }],
  ['/wall', { mode: 'navigate' }, { kind: 'pass' }],
  ['/assets/a-1.js', {}, { kind: 'kept', keptAs: '/assets/a-1.js' }],
  ['/assets/b-1.js', {}, { kind: 'pass' }],
  ['/geo/communes.geojson', {}, { kind: 'fresh', keptAs: '/geo/communes.geojson' }],
  ['/geo/communes.geojson', { method: 'POST' }, { kind: 'pass' }],
  ['https://other.example/assets/a-1.js', {}, { kind: 'pass' }],
])('%s %j', (path, about, expected) => expect(plan(path, about)).toEqual(expected))

test('no answer of the station about anybody or anything is kept, whatever the list says', () => {
  for (const path of ['/api/v1/access/me', '/api', '/socket.io/?EIO=4'])
    expect(answerPlan({ method: 'GET', mode: 'cors', url: `${ORIGIN}${path}` }, ORIGIN, () => true)).toEqual({
      kind: 'pass',
    })
})

test('of the caches of a kiosk only the build’s own stays', () =>
  expect(oldCaches(['dai-sen-kiosk-1', 'dai-sen-kiosk-2', 'others'], 'dai-sen-kiosk-2')).toEqual(['dai-sen-kiosk-1']))
