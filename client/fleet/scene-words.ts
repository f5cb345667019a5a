// What a scene is called, as the wall itself says it.
import { useTranslation } from 'react-i18next'
import type { ShownScene } from '../../shared/displays/scene.ts'
import { useRegistry } from '../registry/registry-query.ts'

export function useSceneWords(): (shown: ShownScene) => string {
  const { t } = useTranslation('wall')
  const { data: registry } = useRegistry()
  return shown => {
    const village =
      shown.scene === 'village'
        ? (registry?.villages.find(({ id }) => id === shown.villageId)?.name ?? shown.villageId)
        : ''
    return t(`frame.title.${shown.scene}`, { village })
  }
}
