import { expect, test } from 'vitest'
import { impliedProfile, pinnedScene } from '../../../../client/wall/canvas/implied-profile.ts'
import { SCENES } from '../../../../shared/displays/scene.ts'

const of = (width: number, height: number, search = '') =>
  impliedProfile({ width, height }, new URLSearchParams(search), 'vi')
const VILLAGES = ['my-dong', 'dinh-yen']

test('a window wider than two screens is a wall of three', () => {
  expect(of(5760, 1080).screens.map(({ x, width }) => [x, width])).toEqual([
    [0, 1920],
    [1920, 1920],
    [3840, 1920],
  ])
  for (const [width, height] of [
    [1920, 1080],
    [3840, 2160],
    [1080, 1920],
    [2600, 1000],
  ] as const)
    expect(of(width, height).screens).toEqual([{ id: '1', x: 0, y: 0, width, height }])
})

test('it shows every scene in turn', () => {
  expect(of(1920, 1080).groups[0]?.turns.map(({ scene }) => scene)).toEqual([...SCENES])
})

test.each([
  ['', 3, 55],
  ['distance=4.5&inches=75', 4.5, 75],
  ['distance=0.5&inches=10', 0.5, 10],
  ['distance=30&inches=200', 30, 200],
  ['distance=0.4&inches=9', 3, 55],
  ['distance=30.1&inches=201', 3, 55],
  ['distance=&inches=', 3, 55],
  ['distance=xa&inches=NaN', 3, 55],
])('"%s" means %d m and %d inches', (search, distanceMetres, inches) =>
  expect(of(1920, 1080, search)).toMatchObject({ distanceMetres, inches }),
)

test.each([
  ['', undefined],
  ['scene=water', { scene: 'water' }],
  ['scene=village', { scene: 'village', villageId: 'my-dong' }],
  ['scene=village&village=dinh-yen', { scene: 'village', villageId: 'dinh-yen' }],
  ['scene=village&village=nowhere', { scene: 'village', villageId: 'my-dong' }],
  ['scene=nothing', undefined],
])('"%s" pins %j', (search, pinned) => expect(pinnedScene(new URLSearchParams(search), VILLAGES)).toEqual(pinned))

test('no village can be pinned before the villages are known', () =>
  expect(pinnedScene(new URLSearchParams('scene=village'), [])).toBeUndefined())
