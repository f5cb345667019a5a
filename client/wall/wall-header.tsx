// Who speaks, what is shown, what time it is on the server, and whether the link lives.
import { useTranslation } from 'react-i18next'
import { LinkState } from '../design/link-state.tsx'
import { formatNumber } from '../design/number-format.ts'
import { ServerClock } from '../design/server-clock.tsx'
import type { WallPanel } from './panel-turn.ts'
import styles from './wall-header.module.css'

type Props = {
  /** Metres up to which the type can be read, when the distance asked for is larger. */
  readonly readableTo: number | undefined
  readonly panel: WallPanel
}

export function WallHeader({ readableTo, panel }: Props) {
  const { t } = useTranslation()
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>
        {t('brand')}
        <span className={styles.tagline}>{t('tagline')}</span>
      </h1>
      <p className={styles.scene} data-notice={readableTo !== undefined}>
        {readableTo === undefined ? t(`scene.${panel}`) : t('wall.clamped', { metres: formatNumber(readableTo, 1) })}
      </p>
      <div className={styles.now}>
        <ServerClock />
        <LinkState />
      </div>
    </header>
  )
}
