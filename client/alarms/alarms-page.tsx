// /alarms: what is wrong, where, since when, who acts. Frame of its parts: head, navigation, provenance.
import { useMay } from '../access/me.ts'
import './words/vocabulary.ts'
import '../programme/words/vocabulary.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlarmState } from '../../shared/alarms/state.ts'
import { useParameters, usePathname } from '../app/address.ts'
import { PanelBoundary } from '../app/panel-boundary.tsx'
import { ScreenProvider } from '../app/screen-provider.tsx'
import styles from '../design/area-page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { Ribbon } from '../design/ribbon.tsx'
import { SubNav } from '../kit/sub-nav.tsx'
import { ToastProvider } from '../kit/toast-region.tsx'
import { useMoment } from '../live/live-hooks.tsx'
import { useIsPast } from '../time-machine/time-hooks.ts'
import { useAlarmPicture } from './alarm-hooks.ts'
import { AttentionSignals } from './desk/attention-signals.tsx'
import { DeskPage } from './desk/desk-page.tsx'
import { HistoryPage } from './history/history-page.tsx'
import { OutboxPage } from './outbox/outbox-page.tsx'
import { RulesPage } from './rules/rules-page.tsx'
import { ScorecardPage } from './scorecard/scorecard-page.tsx'
import { addressOf, placeOf, SECTIONS, type Section } from './section.ts'
import { LiveAlarmSpeech } from './spoken/alarm-speech.tsx'

const FOLLOWS = ['alarm'] as const

/** What can be shown of another time: rules, figures of a period and what was sent out are always those of now. */
const PAST_SECTIONS: readonly Section[] = ['desk', 'history']

/** What each part is given; `state` is the picture of now, or of the instant of the past. */
export type AlarmPageProps = { readonly state: AlarmState; readonly id: string | undefined }

const PAGES: Readonly<Record<Section, (props: AlarmPageProps) => ReactNode>> = {
  desk: DeskPage,
  history: HistoryPage,
  scorecard: ScorecardPage,
  rules: RulesPage,
  outbox: OutboxPage,
}

export function AlarmsPage() {
  const { t } = useTranslation('alarms')
  return (
    <ScreenProvider scope="province" follows={FOLLOWS} hasPast>
      <ToastProvider words={{ region: t('shell.messages'), dismiss: t('shell.close') }}>
        <Alarms />
      </ToastProvider>
    </ScreenProvider>
  )
}

function Alarms() {
  const { t } = useTranslation('alarms')
  const { link, refusal } = useMoment()
  const { state } = useAlarmPicture()
  const place = placeOf(usePathname())
  useParameters()
  const may = useMay()
  const isPast = useIsPast()
  const sections = (isPast ? PAST_SECTIONS : SECTIONS).filter(
    section => section !== 'outbox' || may({ kind: 'operation', id: 'alarmOutbox' }),
  )
  const Page = PAGES[sections.includes(place.section) ? place.section : 'desk']
  return (
    <div className={styles.page} data-link={link.kind === 'lost' || refusal ? 'lost' : link.kind}>
      <Ribbon />
      <PageHead title={t('shell.area')} area="alarms" />
      <div className={styles.bar}>
        <SubNav
          label={t('shell.navigation')}
          links={sections.map(section => ({ to: addressOf(section), title: t(`term.section.${section}`) }))}
          currentTo={addressOf(place.section)}
        />
      </div>
      <LiveAlarmSpeech />
      <main className={styles.body} id="main">
        {state ? (
          <>
            {/* What happened long ago rings no more. */}
            {!isPast && <AttentionSignals state={state} />}
            <PanelBoundary key={place.section}>
              <Page state={state} id={place.id} />
            </PanelBoundary>
          </>
        ) : (
          <p className={styles.loading} role="status">
            {t('shell.loading')}
          </p>
        )}
      </main>
    </div>
  )
}
