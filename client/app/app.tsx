// Chooses the page for the address and gives it REST state. Each page is its own chunk.
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useLayoutEffect } from 'react'
import { AccessGate } from '../access/access-gate.tsx'
import { SkipLink } from '../design/skip-link.tsx'
import { holdDark } from '../design/theme.ts'
import { usePathname } from './address.ts'
import { pageOf } from './page-of.ts'
import { PanelBoundary } from './panel-boundary.tsx'
import { queryClient } from './rest.ts'

const DisplayGate = lazy(async () => ({ default: (await import('../displays/display-gate.tsx')).DisplayGate }))
const WallPage = lazy(async () => ({ default: (await import('../wall/wall-page.tsx')).WallPage }))
const DesktopPage = lazy(async () => ({ default: (await import('../desktop/desktop-page.tsx')).DesktopPage }))
const HistoryPage = lazy(async () => ({ default: (await import('../history/page/history-page.tsx')).HistoryPage }))
const ComparePage = lazy(async () => ({ default: (await import('../compare/compare-page.tsx')).ComparePage }))
const ProgrammePage = lazy(async () => ({ default: (await import('../programme/programme-page.tsx')).ProgrammePage }))
const AlarmsPage = lazy(async () => ({ default: (await import('../alarms/alarms-page.tsx')).AlarmsPage }))
const AcknowledgePage = lazy(async () => ({
  default: (await import('../alarms/acknowledge/acknowledge-page.tsx')).AcknowledgePage,
}))
const HandoverPage = lazy(async () => ({ default: (await import('../desk/handover-page.tsx')).HandoverPage }))
const KioskPage = lazy(async () => ({ default: (await import('../kiosk/kiosk-page.tsx')).KioskPage }))
const FleetPage = lazy(async () => ({ default: (await import('../fleet/fleet-page.tsx')).FleetPage }))
const SignInPage = lazy(async () => ({ default: (await import('../access/sign-in-page.tsx')).SignInPage }))
const AccountPage = lazy(async () => ({ default: (await import('../access/account-page.tsx')).AccountPage }))
const ApproveEntryPage = lazy(async () => ({
  default: (await import('../access/approve-entry-page.tsx')).ApproveEntryPage,
}))
const AccountsPage = lazy(async () => ({
  default: (await import('../access/accounts/accounts-page.tsx')).AccountsPage,
}))
const AccessLogPage = lazy(async () => ({ default: (await import('../access/log/access-log-page.tsx')).AccessLogPage }))
const MapBenchPage = lazy(async () => ({ default: (await import('../bench/map-bench-page.tsx')).MapBenchPage }))

export function App() {
  const page = pageOf(usePathname())
  const isWall = page.kind === 'wall'
  useLayoutEffect(() => holdDark(isWall), [isWall])
  return (
    <QueryClientProvider client={queryClient}>
      {!isWall && <SkipLink />}
      <PanelBoundary>
        <Suspense>
          {isWall || page.kind === 'kiosk' ? (
            <DisplayGate>
              {isWall ? <WallPage /> : <KioskPage unitId={page.unitId} section={page.section} />}
            </DisplayGate>
          ) : (
            <AccessGate page={page.kind}>
              {page.kind === 'desktop' && <DesktopPage />}
              {page.kind === 'history' && <HistoryPage />}
              {page.kind === 'compare' && <ComparePage />}
              {page.kind === 'programme' && <ProgrammePage />}
              {page.kind === 'alarms' && <AlarmsPage />}
              {page.kind === 'handover' && <HandoverPage />}
              {page.kind === 'acknowledge' && <AcknowledgePage />}
              {page.kind === 'displays' && <FleetPage />}
              {page.kind === 'sign-in' && <SignInPage />}
              {page.kind === 'account' && <AccountPage />}
              {page.kind === 'approve-entry' && <ApproveEntryPage />}
              {page.kind === 'accounts' && <AccountsPage />}
              {page.kind === 'access-log' && <AccessLogPage />}
              {page.kind === 'map-bench' && <MapBenchPage />}
            </AccessGate>
          )}
        </Suspense>
      </PanelBoundary>
    </QueryClientProvider>
  )
}
