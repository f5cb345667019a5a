// The scenes by name.
import type { SceneId } from '../../../shared/displays/scene.ts'
import { air } from './air.ts'
import { alarms } from './alarms.ts'
import { crops } from './crops.ts'
import { funding } from './funding.ts'
import { overview } from './overview.ts'
import { programme } from './programme.ts'
import type { Scene } from './scene.ts'
import { village } from './village.ts'
import { water } from './water.ts'

const SCENE_OF: Readonly<Record<SceneId, Scene>> = { overview, village, water, air, crops, programme, funding, alarms }

export const sceneOf = (id: SceneId): Scene => SCENE_OF[id]
