// /history: any series over any range. Frame of its parts; what is shown stands in the address.
import '../words/vocabulary.ts'
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { MAX_EXPORT_SERIES } from '../../../shared/history/limits.ts'
import { useAlarmStateIfFollowed } from '../../alarms/alarm-hooks.ts'
import { navigate, replaceAddress, useParameters, withParameters } from '../../app/address.ts'
import { PanelBoundary } from '../../app/panel-boundary.tsx'
import { ScreenProvider } from '../../app/screen-provider.tsx'
import { PageHead } from '../../design/page-head.tsx'
import { Ribbon } from '../../design/ribbon.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Tabs } from '../../kit/tabs.tsx'
import { ToastProvider } from '../../kit/toast-region.tsx'
import { useMoment } from '../../live/live-hooks.tsx'
import { OverviewContext, useComputedOverview } from '../../overview/overview-hooks.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import { CalendarView } from './calendar-view.tsx'
import { historyChoice, rangeOfChoice, type TimeRange, VIEWS } from './history-choice.ts'
import styles from './history-page.module.css'
import { HoursView } from './hours-view.tsx'
import { LinesView } from './lines-view.tsx'
import { NothingChosen } from './nothing-chosen.tsx'
import { oldestQuery, REFRESH_MS } from './page-queries.ts'
import { plotLimits } from './plot-limits.ts'
import { RangeBar } from './range-bar.tsx'
import { SeriesChooser } from './series-chooser.tsx'
import { StatisticsPanel } from './statistics-panel.tsx'
import { usePlotSeries } from './use-plot-series.ts'

const FOLLOWS = ['alarm'] as const

export function HistoryPage() {
  const { t } = useTranslation('history')
  return (
    <ScreenProvider scope="province" follows={FOLLOWS}>
      <ToastProvider words={{ region: t('title'), dismiss: t('close') }}>
        <Frame />
      </ToastProvider>
    </ScreenProvider>
  )
}

function Frame() {
  const { t } = useTranslation('history')
  const overview = useComputedOverview()
  const { link, refusal, serverNow, state } = useMoment()
  const isReady = serverNow !== undefined && state.seq >= 0
  return (
    <OverviewContext value={overview}>
      <div className={styles.page} data-link={link.kind === 'live' && !refusal ? 'live' : 'lost'}>
        <Ribbon />
        <PageHead title={t('title')} area="map" />
        <main className={styles.body} id="main">
          {isReady ? (
            <PanelBoundary>
              <History now={serverNow} />
            </PanelBoundary>
          ) : (
            <p role="status">{t('loading')}</p>
          )}
        </main>
      </div>
    </OverviewContext>
  )
}

function History({ now }: { readonly now: number }) {
  const { t } = useTranslation('history')
  const choice = historyChoice(useParameters())
  const {
    state: { catalogue },
  } = useMoment()
  const { data: registry } = useRegistry()
  const rules = useAlarmStateIfFollowed()?.rules
  const { series, derived, unknown } = usePlotSeries(choice.series)
  // The live edge moves by the minute: a query of its own for every second would never be answered from memory.
  const edge = Math.ceil(now / REFRESH_MS) * REFRESH_MS
  const oldest = useQueries({
    queries: choice.series.map(id => oldestQuery(id, choice.preset === 'all' && !id.startsWith('derived:'))),
  })
  const first = oldest.flatMap(({ data }) => (typeof data === 'number' ? [data] : []))
  const range = rangeOfChoice(choice, edge, first.length > 0 ? Math.min(...first) : undefined)
  const limits = useMemo(() => plotLimits(series, catalogue, registry, rules), [series, catalogue, registry, rules])
  const change = (next: readonly string[]) =>
    navigate(withParameters({ series: next.length > 0 ? next.join(',') : undefined }))
  const setRange = (next: TimeRange) => {
    const isLive = next.to >= edge && choice.to === undefined
    replaceAddress(
      withParameters({
        from: String(next.from),
        to: isLive ? undefined : String(next.to),
        range: undefined,
        at: undefined,
      }),
    )
  }
  const shared = { series, limits, range, edge, now, onRange: setRange }
  return (
    <>
      <RangeBar choice={choice} range={range} edge={edge} onRange={setRange} />
      <div className={styles.chosen}>
        <SeriesChooser chosen={choice.series} derived={derived} onAdd={id => change([...choice.series, id])} />
        {unknown.map(id => (
          <Notice key={id} kind="warning" title={t('legend.unknown', { id })} />
        ))}
      </div>
      {series.length === 0 && choice.series.length === 0 && (
        <NothingChosen title={t('pick')} meaning={t('pickMeaning', { most: MAX_EXPORT_SERIES })} />
      )}
      {series.length > 0 && (
        <>
          <Tabs
            label={t('view.label')}
            tabs={VIEWS.map(view => ({ id: view, title: t(`view.${view}`) }))}
            selectedId={choice.view}
            onSelect={view => navigate(withParameters({ view: view === 'lines' ? undefined : view }))}
          >
            {choice.view === 'calendar' && <CalendarView series={series} range={range} />}
            {choice.view === 'hours' && <HoursView series={series} range={range} />}
            {(choice.view === 'lines' || choice.view === 'table') && (
              <LinesView
                {...shared}
                isTable={choice.view === 'table'}
                onRemove={id => change(choice.series.filter(one => one !== id))}
              />
            )}
          </Tabs>
          <StatisticsPanel series={series} limits={limits} range={range} />
        </>
      )}
    </>
  )
}
