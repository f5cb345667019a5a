// Both themes: the sheet and the canvases say the same, what is read is told from what it stands on, and no colour stands elsewhere.
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PALETTES, THEMES, type Theme } from '../../../../client/design/palette.ts'
import { choiceIn, themeOf } from '../../../../client/design/theme.ts'

const PAIR = /--([\w-]+): light-dark\((#[\da-f]+|rgb\([^)]*\)), (#[\da-f]+|rgb\([^)]*\))\)/g
const tokens = new Map(
  [...readFileSync('client/design/tokens.css', 'utf8').matchAll(PAIR)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light: longHex(light), dark: longHex(dark) },
  ]),
)
function longHex(colour: string): string {
  return /^#[\da-f]{3}$/.test(colour) ? colour.replaceAll(/[\da-f]/g, '$&$&').toUpperCase() : colour.toUpperCase()
}
const token = (name: string, theme: Theme): string => {
  const found = tokens.get(name)
  if (!found) throw new Error(`no token ${name}`)
  return found[theme]
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

const GROUNDS = ['ground', 'tile', 'tile-raised'] as const
const READ = ['text', 'muted', 'river', 'lotus', 'reached', 'caution', 'warning', 'critical', 'info'] as const
/** Edges of controls, marks on the map. */
const DRAWN = ['faint', 'normal', 'pests', ...READ] as const

/** Pairs of a colour and what it stands on that are too near to each other. */
const tooNear = (theme: Theme, names: readonly string[], grounds: readonly string[], least: number) =>
  names.flatMap(name =>
    grounds.filter(on => contrast(token(name, theme), token(on, theme)) < least).map(on => `${name} on ${on}`),
  )

describe.each(THEMES)('%s', theme => {
  test('what is read is told from every ground, and the ground from every fill', () => {
    expect(tooNear(theme, READ, GROUNDS, 4.5)).toEqual([])
    expect(tooNear(theme, ['ground'], ['river', 'info', 'critical', 'critical-fill'], 4.5)).toEqual([])
  })
  test('what is drawn is seen on every ground, the land of the map among them', () => {
    expect(tooNear(theme, DRAWN, [...GROUNDS, 'land'], 3)).toEqual([])
  })
  test('canvases are painted in the colours of the sheet', () => {
    const shared = Object.entries(PALETTES[theme]).filter(([name]) => tokens.has(name))
    expect(shared.length).toBeGreaterThan(10)
    for (const [name, colour] of shared) expect([name, colour.toUpperCase()]).toEqual([name, token(name, theme)])
  })
  test('the map names its places readably on the land', () => {
    const { land, text, muted, river, lotus } = PALETTES[theme]
    for (const colour of [text, muted, river, lotus]) expect(contrast(colour, land)).toBeGreaterThanOrEqual(4.5)
  })
})

test('what somebody chose goes before what the system wishes; a dark room goes before both', () => {
  expect([null, '', 'purple', 'light', 'dark'].map(choiceIn)).toEqual(['system', 'system', 'system', 'light', 'dark'])
  expect(
    [true, false].map(isSystemDark => [
      themeOf('system', isSystemDark, false),
      themeOf('light', isSystemDark, false),
      themeOf('dark', isSystemDark, false),
      themeOf('light', isSystemDark, true),
    ]),
  ).toEqual([
    ['dark', 'light', 'dark', 'dark'],
    ['light', 'light', 'dark', 'dark'],
  ])
})

/** Where a colour stands as a number, and why. */
const MAY_NAME_COLOURS: Readonly<Record<string, string>> = {
  'client/design/tokens.css': 'the palette',
  'client/design/palette.ts': 'the palette',
  'client/design/theme.ts': 'the ground, for the browser around the page',
  'client/kit/print.css': 'paper',
  'client/kit/stacked-bar.module.css': 'layers of one bar, a pair for the themes',
  'client/fleet/profiles/canvas-sketch.module.css': 'groups of one sketch, a pair for the themes',
  'client/kit/qr-picture.tsx': 'a code that cameras read: black on white',
  'client/history/page/heat.module.css': 'steps of one scale, a pair for the themes',
  'client/map/plain-layers.tsx': 'a colour of the palette in numbers',
  'client/time-machine/export/page-style.ts': 'a file that stands alone, without the sheet',
  'client/map/layers/glow.ts': 'a mask',
  'client/map/layers/sign-layer.ts': 'a mask',
  'client/map/canvas-marks.ts': 'a mask',
  'client/wall/wall-page.module.css': 'the night of the wall',
}
const COLOUR = /#[\da-f]{3}(?:[\da-f]{3})?\b|\brgba?\(|\bhsla?\(|\boklch\(/i
const isColoured = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .some(line => COLOUR.test(line.replaceAll(/\/\/.*|url\("[^"]*"\)/g, '')))

test('a colour is a token, so that both themes have it', () => {
  const coloured = globSync('client/**/*.{css,ts,tsx}').filter(isColoured)
  expect(coloured.filter(path => !(path in MAY_NAME_COLOURS))).toEqual([])
  expect(Object.keys(MAY_NAME_COLOURS).filter(path => !coloured.includes(path))).toEqual([])
})
