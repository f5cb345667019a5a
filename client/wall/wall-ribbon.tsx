// The thin line over a screen that says what the wall is not: not the present when the link is lost, not measured when all is simulated.
// One on every screen, because it may cross from none to the next.
import { useTranslation } from 'react-i18next'
import { isAllSimulated } from '../design/source-mark.tsx'
import { linkWords } from '../i18n/phrases.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { useOverview } from '../overview/overview-hooks.ts'
import styles from './wall-ribbon.module.css'

/** What there is to say; undefined = nothing, and no room is kept for it. */
export function useRibbon(): { readonly isLost: boolean; readonly isSimulated: boolean } | undefined {
  const { link, refusal } = useMoment()
  const overview = useOverview()
  const isSimulated = overview !== undefined && isAllSimulated(overview.sources)
  const isLost = link.kind === 'lost' || refusal !== undefined
  return isLost || isSimulated ? { isLost, isSimulated } : undefined
}

export function WallRibbon() {
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const { link, refusal } = useMoment()
  const said = useRibbon()
  if (!said) return null
  return (
    <p
      className={styles.ribbon}
      data-lost={said.isLost}
      role={said.isLost ? 'alert' : undefined}
      data-testid={said.isLost ? 'ribbon-lost' : 'ribbon-simulated'}
    >
      {said.isLost && (
        <>
          <strong>{linkWords(general, link, refusal)}</strong>
          <span> · {t('frame.lost.meaning')}</span>
        </>
      )}
      {said.isLost && said.isSimulated && ' · '}
      {said.isSimulated && <span>{general(said.isLost ? 'simulated.tag' : 'simulated.ribbonBrief')}</span>}
    </p>
  )
}
