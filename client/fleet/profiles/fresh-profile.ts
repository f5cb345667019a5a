// What a new profile begins with: one Full HD screen in a room, every scene in turn. Pure.
import type { DisplayProfile } from '../../../shared/displays/profile.ts'
import { SCENES } from '../../../shared/displays/scene.ts'

const SECONDS = 25

export const freshProfile = (): DisplayProfile => ({
  id: '',
  name: '',
  screens: [{ id: 'a', x: 0, y: 0, width: 1920, height: 1080 }],
  groups: [{ screens: ['a'], turns: SCENES.map(scene => ({ scene, seconds: SECONDS })) }],
  inches: 55,
  distanceMetres: 3,
  borders: 'communes',
  language: 'vi',
  night: { from: '20:00', to: '05:30', light: 0.5 },
  refreshAt: '03:10',
  hasSound: false,
})
