// Who speaks, what is shown, what time it is on the server, and whether the link lives. On several screens each shows a part.
import { useTranslation } from 'react-i18next'
import type { HeaderPart } from '../../shared/displays/canvas-layout.ts'
import type { ShownScene } from '../../shared/displays/scene.ts'
import { LinkState } from '../design/link-state.tsx'
import { ServerClock } from '../design/server-clock.tsx'
import { useRegistry } from '../registry/registry-query.ts'
import styles from './wall-header.module.css'

type Props = { readonly parts: readonly HeaderPart[]; readonly scene: ShownScene | undefined }

export function WallHeader({ parts, scene }: Props) {
  const { t } = useTranslation()
  return (
    <header className={styles.header} data-parts={parts.length}>
      {parts.includes('brand') && (
        <h1 className={styles.name}>
          {t('brand')}
          <span className={styles.tagline}>{t('tagline')}</span>
        </h1>
      )}
      {parts.includes('title') && scene && <SceneTitle scene={scene} />}
      {parts.includes('now') && (
        <div className={styles.now}>
          <ServerClock />
          <LinkState />
        </div>
      )}
    </header>
  )
}

function SceneTitle({ scene }: { readonly scene: ShownScene }) {
  const { t } = useTranslation('wall')
  const { data: registry } = useRegistry()
  const village =
    scene.scene === 'village' ? (registry?.villages.find(({ id }) => id === scene.villageId)?.name ?? '') : ''
  return (
    <p className={styles.scene} data-testid="scene-title">
      {t(`frame.title.${scene.scene}`, { village })}
    </p>
  )
}
