// Where the map looks for a scene. Pure.
import type { Alarm } from '../../../shared/alarms/state.ts'
import type { ShownScene } from '../../../shared/displays/scene.ts'
import type { MapCamera } from '../../map/camera.ts'

const PROVINCE: MapCamera = { kind: 'province' }

/** To the alarm that has taken the wall over; else to the village of the scene, else to the whole. */
export function cameraOf(shown: ShownScene | undefined, taken: Alarm | undefined): MapCamera {
  const position = taken?.about.position
  if (position) return { kind: 'place', position }
  return shown?.scene === 'village' ? { kind: 'village', villageId: shown.villageId } : PROVINCE
}
