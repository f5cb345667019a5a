import { describe, expect, test } from 'vitest'
import { MAX_TILES } from '../../../../client/wall/scenes/scene.ts'
import { sceneOf } from '../../../../client/wall/scenes/scenes.ts'
import { vi } from '../../../../client/wall/words/vi.ts'
import { LEAST_TILES } from '../../../../shared/displays/canvas-layout.ts'
import { SCENES } from '../../../../shared/displays/scene.ts'

describe.each([...SCENES])('the scene %s', id => {
  const scene = sceneOf(id)
  test('is itself, has a title and says what the map shows', () => {
    expect(scene.id).toBe(id)
    expect(vi.frame.title[id]).not.toBe('')
    expect(new Set(scene.mapLayers).size).toBe(scene.mapLayers.length)
    expect(scene.mapLayers.length).toBeGreaterThan(0)
  })

  test('has a panel, or tiles enough for every layout and no more than fit beside a map, each once', () => {
    if (scene.Panel) {
      expect(scene.tiles).toEqual([])
      return
    }
    expect(scene.tiles.length).toBeGreaterThanOrEqual(5)
    expect(scene.tiles.length).toBeGreaterThan(LEAST_TILES)
    expect(scene.tiles.length).toBeLessThanOrEqual(MAX_TILES)
    expect(new Set(scene.tiles.map(tile => tile.id)).size).toBe(scene.tiles.length)
  })
})
