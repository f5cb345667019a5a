// Above the map: the whole province again, the link to what is shown, how close things stand.
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../kit/button.tsx'
import { useToasts } from '../kit/toast-region.tsx'
import styles from './desktop-bar.module.css'
import { DENSITIES, setLook, useLook } from './desktop-look.ts'
import { placeTo, useDesktopChoice } from './use-desktop.ts'
import { ViewsButton } from './views/views-button.tsx'

export function DesktopBar() {
  const { t } = useTranslation('desktop')
  const { tell } = useToasts()
  const { density } = useLook()
  const { village, view } = useDesktopChoice()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href)
      tell('done', t('bar.copied'))
    } catch {
      tell('error', t('bar.notCopied'))
    }
  }
  return (
    <div className={styles.bar}>
      {(village !== undefined || view !== undefined) && (
        <ButtonLink kind="quiet" to={placeTo({})}>
          {t('bar.province')}
        </ButtonLink>
      )}
      <span className={styles.rest}>
        <Button kind="quiet" icon="link" onClick={() => void copy()}>
          {t('bar.copy')}
        </Button>
        <ViewsButton />
        <fieldset className={styles.density}>
          <legend className="spoken">{t('bar.density')}</legend>
          {DENSITIES.map(one => (
            <button key={one} type="button" aria-pressed={one === density} onClick={() => setLook({ density: one })}>
              {t(`bar.${one}`)}
            </button>
          ))}
        </fieldset>
      </span>
    </div>
  )
}
