// /programme: how far each village is, what blocks it, who is late. Frame of its parts: head, navigation, day of the past, provenance.
import './words/vocabulary.ts'
import { type ReactNode, useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnyEvent } from '../../shared/programme/event.ts'
import { hasSimulated } from '../../shared/programme/simulated-things.ts'
import { navigate, useParameters, usePathname, withParameters } from '../app/address.ts'
import { PanelBoundary } from '../app/panel-boundary.tsx'
import { ScreenProvider } from '../app/screen-provider.tsx'
import frame from '../design/area-page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { Ribbon } from '../design/ribbon.tsx'
import { SelectField } from '../kit/select-field.tsx'
import { SubNav } from '../kit/sub-nav.tsx'
import { ToastProvider, useToasts } from '../kit/toast-region.tsx'
import { useMoment } from '../live/live-hooks.tsx'
import { CriteriaPage } from './criteria/criteria-page.tsx'
import { eventWords } from './event-words.ts'
import { DayField } from './fields.tsx'
import { FundingPage } from './funding/funding-page.tsx'
import { HistoryPage } from './history/history-page.tsx'
import { ObstaclesPage } from './obstacles/obstacles-page.tsx'
import { OverviewPage } from './overview/overview-page.tsx'
import { type ProgrammeView, useProgramme, useProgrammePicture } from './programme-hooks.tsx'
import styles from './programme-page.module.css'
import { RecordsPage } from './records/records-page.tsx'
import { ReportsPage } from './reports/reports-page.tsx'
import { addressOf, placeOf, SECTIONS, type Section } from './section.ts'
import { SentContext } from './sent-context.ts'
import { SettingsPage } from './settings/settings-page.tsx'
import { TasksPage } from './tasks/tasks-page.tsx'
import { VillagePage } from './villages/village-page.tsx'

const PAGES: Readonly<
  Record<Section, (props: { readonly view: ProgrammeView; readonly id: string | undefined }) => ReactNode>
> = {
  overview: OverviewPage,
  villages: VillagePage,
  criteria: CriteriaPage,
  tasks: TasksPage,
  funding: FundingPage,
  reports: ReportsPage,
  obstacles: ObstaclesPage,
  records: RecordsPage,
  history: HistoryPage,
  settings: SettingsPage,
}

const FOLLOWS = ['programme', 'alarm'] as const

export function ProgrammePage() {
  const { t } = useTranslation('programme')
  return (
    <ScreenProvider scope="province" follows={FOLLOWS} hasPast>
      <ToastProvider words={{ region: t('shell.messages'), dismiss: t('shell.close') }}>
        <Programme />
      </ToastProvider>
    </ScreenProvider>
  )
}

function Programme() {
  const { t } = useTranslation('programme')
  const { link, refusal } = useMoment()
  const view = useProgramme()
  const place = placeOf(usePathname())
  useParameters()
  const isMadeUp = useMemo(() => view !== undefined && hasSimulated(view.state), [view])
  const Page = PAGES[place.section]
  return (
    <div className={frame.page} data-link={link.kind === 'lost' || refusal ? 'lost' : link.kind}>
      <Ribbon />
      {isMadeUp && (
        <section className={styles.ribbon} aria-label={t('shell.simulatedLabel')}>
          {t('shell.simulatedRibbon')}
        </section>
      )}
      <PageHead title={t('shell.area')} area="programme" />
      <section className={`${frame.bar} ${styles.bar}`} aria-label={t('shell.lens')}>
        <SubNav
          label={t('shell.navigation')}
          links={SECTIONS.map(section => ({ to: addressOf(section), title: t(`term.section.${section}`) }))}
          currentTo={addressOf(place.section)}
        />
        <Lens view={view} />
      </section>
      <main className={frame.body} id="main">
        <SayWhatWasSent view={view}>
          {view ? (
            <PanelBoundary key={place.section}>
              <Page view={view} id={place.id} />
            </PanelBoundary>
          ) : (
            <p className={frame.loading} role="status">
              {t('shell.loading')}
            </p>
          )}
        </SayWhatWasSent>
      </main>
    </div>
  )
}

/** Which day, and whose names: both live in the address. */
function Lens({ view }: { readonly view: ProgrammeView | undefined }) {
  const { t } = useTranslation('programme')
  const basis = useParameters().get('basis') === 'plan' ? 'plan' : 'today'
  const showDay = (day: string | undefined) =>
    navigate(withParameters({ at: day === view?.day && view?.isPast === false ? undefined : day }))
  return (
    <div className={styles.lens}>
      <SelectField
        name="basis"
        label={t('shell.basis')}
        options={[
          { value: 'today', label: t('shell.basisToday') },
          { value: 'plan', label: t('shell.basisPlan') },
        ]}
        value={basis}
        onChange={chosen => navigate(withParameters({ basis: chosen === 'plan' ? 'plan' : undefined }))}
      />
      <DayField name="at" label={t('shell.asOf')} value={view?.day} onChange={showDay} />
    </div>
  )
}

function SayWhatWasSent({
  view,
  children,
}: {
  readonly view: ProgrammeView | undefined
  readonly children: ReactNode
}) {
  const { t } = useTranslation('programme')
  const { tell } = useToasts()
  const { state } = useProgrammePicture()
  const say = useCallback(
    (events: readonly AnyEvent[]) => {
      const names = state && view ? { state, units: view.units } : undefined
      for (const event of events) if (names) tell('done', t('shell.sent', { what: eventWords(t, names, event) }))
    },
    [t, tell, state, view],
  )
  return <SentContext value={say}>{children}</SentContext>
}
