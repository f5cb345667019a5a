// One unit: its head, the page that was asked for, the bar. Watches that unit's scope and its board, and nothing of any other.
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KioskSection } from '../../shared/unit-board/section.ts'
import { PanelBoundary } from '../app/panel-boundary.tsx'
import { ScreenProvider } from '../app/screen-provider.tsx'
import { LinkState } from '../design/link-state.tsx'
import { Ribbon } from '../design/ribbon.tsx'
import { Identified } from '../displays/display-frame.tsx'
import { ageWords } from '../i18n/phrases.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { OverviewContext } from '../overview/overview-hooks.ts'
import { BoardContext, useBoardOverview } from './board-hooks.ts'
import { isNoUnit, useBoardQuery } from './board-query.ts'
import { BoardSpeech } from './board-speech.tsx'
import { kioskAddress } from './kiosk-address.ts'
import { KioskBar } from './kiosk-bar.tsx'
import { KioskClock } from './kiosk-clock.tsx'
import styles from './kiosk-frame.module.css'
import { KioskHead } from './kiosk-head.tsx'
import { KeptUnit } from './offline/kept-unit.tsx'
import { AlarmSection } from './sections/alarm-section.tsx'
import { CitizenSection } from './sections/citizen-section.tsx'
import { HelpSection } from './sections/help-section.tsx'
import { HomeSection } from './sections/home-section.tsx'
import { MapSection } from './sections/map-section.tsx'
import { ReportSection } from './sections/report-section.tsx'
import { StationSection } from './sections/station-section.tsx'
import { TaskSection } from './sections/task-section.tsx'

const EntryPage = lazy(async () => ({ default: (await import('./entry/entry-page.tsx')).EntryPage }))
/** Programme and alarms come with the board: their logs are the whole province's. */
const FOLLOWS = [] as const
/** Older than this a board says how old it is. */
const FRESH_MS = 45_000
const LOOK_MS = 5_000

type Props = {
  readonly unitId: string
  readonly section: KioskSection | undefined
  /** There is no other to go back to. */
  readonly isOnly: boolean
}

export function UnitPage(props: Props) {
  return (
    <ScreenProvider scope={`unit:${props.unitId}`} follows={FOLLOWS}>
      <KeptUnit unitId={props.unitId} />
      <Unit {...props} />
    </ScreenProvider>
  )
}

function Unit({ unitId, section, isOnly }: Props) {
  const { t } = useTranslation('kiosk')
  const { t: displayWord } = useTranslation('displays')
  const { link, refusal } = useMoment()
  const query = useBoardQuery(unitId)
  const { data: board } = query
  const overview = useBoardOverview(board)
  const isPublic = board?.work === null
  // A display in a public place has the citizens' page, and help.
  const shown = isPublic && section !== 'help' ? 'citizens' : section
  const isLive = link.kind === 'live' && !refusal
  return (
    <OverviewContext value={overview}>
      <BoardContext value={board}>
        <div className={styles.frame}>
          <KioskHead
            name={board?.unit.name ?? ''}
            about={board && board.villages.length > 0 ? t('villagesOf', { names: namesOf(board.villages) }) : ''}
            help={kioskAddress(unitId, section === 'help' ? undefined : 'help')}
            isHelp={section === 'help'}
            now={
              <>
                <KioskClock />
                <LinkState />
              </>
            }
          />
          <Ribbon />
          {board?.work && <BoardSpeech alarms={board.work.alarms} />}
          {/* Another page begins at its top. */}
          <main
            key={shown ?? 'home'}
            // It scrolls: by keys, too.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            id="main"
            className={styles.main}
            data-link={isLive ? 'live' : 'lost'}
            data-section={shown ?? 'home'}
          >
            {!board && (
              <p className={styles.notice}>
                {t(isNoUnit(query) ? 'unknownUnit' : query.isError ? 'failed' : 'loading')}
              </p>
            )}
            {board && (
              <PanelBoundary>
                <BoardAge updatedAt={query.dataUpdatedAt} />
                <Suspense>
                  <Section unitId={unitId} section={shown} isOnly={isOnly} />
                </Suspense>
              </PanelBoundary>
            )}
          </main>
          {board && !isPublic ? <KioskBar unitId={unitId} section={section} /> : <span />}
        </div>
        <Identified words={{ name: board?.unit.name ?? unitId, about: displayWord('kiosk') }} />
      </BoardContext>
    </OverviewContext>
  )
}

const namesOf = (villages: readonly { readonly name: string }[]) => villages.map(({ name }) => name).join(', ')

/** By this machine's own clock, which also says when the board came. */
function BoardAge({ updatedAt }: { readonly updatedAt: number }) {
  const { t } = useTranslation('kiosk')
  const { t: general } = useTranslation()
  const [now, setNow] = useState(updatedAt)
  useEffect(() => {
    const looking = setInterval(() => setNow(Date.now()), LOOK_MS)
    return () => clearInterval(looking)
  }, [])
  const age = now - updatedAt
  return age > FRESH_MS ? <p className={styles.old}>{t('old', { age: ageWords(general, age) })}</p> : null
}

function Section({ unitId, section, isOnly }: Props) {
  switch (section) {
    case undefined:
      return <HomeSection isOnly={isOnly} />
    case 'tasks':
      return <TaskSection />
    case 'reports':
      return <ReportSection />
    case 'alarms':
      return <AlarmSection />
    case 'stations':
      return <StationSection />
    case 'map':
      return <MapSection />
    case 'citizens':
      return <CitizenSection />
    case 'help':
      return <HelpSection />
    case 'entry':
      return <EntryPage unitId={unitId} />
    default:
      return section satisfies never
  }
}
