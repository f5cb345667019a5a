// The wall of a soak: every scene in the shortest turn that a profile may have, so that a week of scene changes is over in hours.
import { randomUUID } from 'node:crypto'
import { PREPARE_MS } from '../../client/wall/canvas/stage.ts'
import type { DisplayProfile } from '../../shared/displays/profile.ts'
import { SCENES } from '../../shared/displays/scene.ts'
import { ADMINISTRATOR } from '../support/displays.ts'

/**
 * The scene in which samples are taken. It stands longer, so that a sample is over before the next one is prepared: the debugger records
 * every request of a page it watches, and after tens of thousands one collection takes half a second.
 */
export const SAMPLED_SCENE = 'overview'
const SECONDS = 5
const SECONDS_SAMPLED = 30
/** In the page's time, since it came: no other scene is prepared before. */
export const SAMPLED_ALONE_MS = SECONDS_SAMPLED * 1_000 - PREPARE_MS

const profile = (size: { readonly width: number; readonly height: number }): DisplayProfile => ({
  id: 'soak',
  name: 'Soak',
  screens: [{ id: 'a', x: 0, y: 0, ...size }],
  groups: [
    {
      screens: ['a'],
      turns: SCENES.map(scene => ({ scene, seconds: scene === SAMPLED_SCENE ? SECONDS_SAMPLED : SECONDS })),
    },
  ],
  inches: 55,
  distanceMetres: 3,
  borders: 'communes',
  language: 'vi',
  night: null,
  refreshAt: null,
  hasSound: false,
})

/** @returns the wall's path */
export async function saveSoakProfile(url: string, size: { readonly width: number; readonly height: number }) {
  const response = await fetch(`${url}/api/v1/displays/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      command: 'save-profile',
      data: { profile: profile(size), expected: 0 },
      actor: ADMINISTRATOR,
    }),
  })
  if (!response.ok) throw new Error(`the profile was not taken: ${response.status}`)
  return '/wall?profile=soak'
}
