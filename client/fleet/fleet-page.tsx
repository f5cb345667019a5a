// /admin/displays: the walls that are running, and the profiles by which they show. Frame of its parts: head, navigation, what is open.
import '../displays/words/vocabulary.ts'
import '../programme/words/vocabulary.ts'
import '../wall/words/vocabulary.ts'
import './words/vocabulary.ts'
import { useTranslation } from 'react-i18next'
import { useParameters, usePathname } from '../app/address.ts'
import { PanelBoundary } from '../app/panel-boundary.tsx'
import { ScreenProvider } from '../app/screen-provider.tsx'
import styles from '../design/area-page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { Ribbon } from '../design/ribbon.tsx'
import { useDisplayState } from '../displays/display-hooks.tsx'
import { SubNav } from '../kit/sub-nav.tsx'
import { ToastProvider } from '../kit/toast-region.tsx'
import { useMoment } from '../live/live-hooks.tsx'
import { FleetSection } from './fleet-section.tsx'
import { ProfileSection } from './profiles/profile-section.tsx'
import { addressOf, placeOf, SECTIONS } from './section.ts'

/** The alarms for the count in the head. */
const FOLLOWS = ['display', 'alarm'] as const

export function FleetPage() {
  const { t } = useTranslation('programme')
  return (
    <ScreenProvider scope="province" follows={FOLLOWS}>
      <ToastProvider words={{ region: t('shell.messages'), dismiss: t('shell.close') }}>
        <Frame />
      </ToastProvider>
    </ScreenProvider>
  )
}

function Frame() {
  const { t } = useTranslation('fleet')
  const { link, refusal } = useMoment()
  const state = useDisplayState()
  const place = placeOf(usePathname())
  useParameters()
  return (
    <div className={styles.page} data-link={link.kind === 'live' && !refusal ? 'live' : 'lost'}>
      <Ribbon />
      <PageHead title={t('area')} area="displays" />
      <div className={styles.bar}>
        <SubNav
          label={t('navigation')}
          links={SECTIONS.map(section => ({ to: addressOf(section), title: t(`section.${section}`) }))}
          currentTo={addressOf(place.section)}
        />
      </div>
      <main className={styles.body} id="main">
        {state ? (
          <PanelBoundary key={place.section}>
            {place.section === 'fleet' ? (
              <FleetSection state={state} />
            ) : (
              <ProfileSection state={state} id={place.id} />
            )}
          </PanelBoundary>
        ) : (
          <p className={styles.loading} role="status">
            {t('loading')}
          </p>
        )}
      </main>
    </div>
  )
}
