// /handover: what changed since a moment, the operators' log, and who hands over to whom. Frame of its parts.
import '../alarms/words/vocabulary.ts'
import '../programme/words/vocabulary.ts'
import './words/vocabulary.ts'
import '../kit/print.css'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlarmState } from '../../shared/alarms/state.ts'
import { sinceOf, startOfShift } from '../../shared/desk/shift-times.ts'
import type { DeskState } from '../../shared/desk/state.ts'
import { useAlarmPicture } from '../alarms/alarm-hooks.ts'
import { useAlarmNames } from '../alarms/use-alarm-names.ts'
import { useJudgedNow } from '../alarms/use-judged-now.ts'
import { useParameters } from '../app/address.ts'
import { PanelBoundary } from '../app/panel-boundary.tsx'
import { ScreenProvider } from '../app/screen-provider.tsx'
import { PageHead } from '../design/page-head.tsx'
import { Ribbon } from '../design/ribbon.tsx'
import { ToastProvider } from '../kit/toast-region.tsx'
import { useLive, useMoment } from '../live/live-hooks.tsx'
import { type ProgrammeView, useProgramme } from '../programme/programme-hooks.tsx'
import type { ChangeNames } from './change-words.ts'
import { ChangesSection } from './changes-section.tsx'
import { useDesk } from './desk-hooks.ts'
import { HandOverForm } from './hand-over-form.tsx'
import styles from './handover-page.module.css'
import { LogSection } from './log-section.tsx'
import { ShiftCard } from './shift-card.tsx'
import { summaryDraft } from './summary-draft.ts'
import { useChanges } from './use-changes.ts'

const FOLLOWS = ['desk', 'alarm', 'programme'] as const
/** What changed is judged anew this often, and with every event. */
const STEP_MS = 15_000

export function HandoverPage() {
  const { t } = useTranslation('desk')
  const { t: word } = useTranslation('programme')
  return (
    <ScreenProvider scope="province" follows={FOLLOWS}>
      <ToastProvider words={{ region: t('messages'), dismiss: word('shell.close') }}>
        <Frame />
      </ToastProvider>
    </ScreenProvider>
  )
}

function Frame() {
  const { t } = useTranslation('desk')
  const { link, refusal } = useMoment()
  const { state: desk } = useDesk()
  const { state: alarms } = useAlarmPicture()
  const programme = useProgramme()
  const now = useJudgedNow(STEP_MS)
  return (
    <div className={styles.page} data-link={link.kind === 'live' && !refusal ? 'live' : 'lost'}>
      <Ribbon />
      <PageHead title={t('area')} area="handover" />
      <main className={styles.body} id="main">
        {desk && alarms && programme && now !== undefined ? (
          <Parts desk={desk} alarms={alarms} programme={programme} now={now} />
        ) : (
          <p className={styles.loading} role="status">
            {t('loading')}
          </p>
        )}
      </main>
    </div>
  )
}

type Props = {
  readonly desk: DeskState
  readonly alarms: AlarmState
  readonly programme: ProgrammeView
  readonly now: number
}

function Parts({ desk, alarms, programme, now }: Props) {
  const { t } = useTranslation('desk')
  const parameters = useParameters()
  const [draft, setDraft] = useState<string>()
  const since = sinceOf(parameters.get('since'), now) ?? startOfShift(now)
  const found = useChanges(since, { alarms, programme: programme.state, desk, at: now })
  const names = useChangeNames(alarms, programme, now)
  const newest = [...desk.shifts.values()].at(-1)
  const shiftId = parameters.get('shift') ?? undefined
  const shown = (shiftId === undefined ? undefined : desk.shifts.get(shiftId)) ?? newest
  const placeName = (village: string | null) => (village === null ? t('province') : names.alarms.villageName(village))
  const { changes } = found
  const handOver = changes && (() => setDraft(summaryDraft({ t, names, since, now, placeName }, changes)))
  return (
    <div className={styles.parts}>
      <PanelBoundary>
        <ShiftCard desk={desk} now={now} shiftId={shiftId} shown={shown} onHandOver={handOver} />
      </PanelBoundary>
      <nav className={styles.jump} aria-label={t('parts')}>
        <a href="#desk-changes">{t('changes.short')}</a>
        <a href="#desk-log">{t('log.title')}</a>
      </nav>
      <PanelBoundary>
        <ChangesSection since={since} now={now} handedOverAt={newest?.handedOverAt} found={found} names={names} />
      </PanelBoundary>
      <PanelBoundary>
        <LogSection
          desk={desk}
          alarms={alarms}
          now={now}
          entryId={parameters.get('entry') ?? undefined}
          printed={shown}
        />
      </PanelBoundary>
      {draft !== undefined && (
        <HandOverForm since={since} now={now} draft={draft} onClose={() => setDraft(undefined)} />
      )}
    </div>
  )
}

function useChangeNames(state: AlarmState, programme: ProgrammeView, now: number): ChangeNames {
  const { t } = useTranslation('desk')
  const { t: programmeWords } = useTranslation('programme')
  const alarms = useAlarmNames(state)
  const live = useLive()
  return useMemo(() => {
    const { state: field } = live.moment()
    const devices = new Map(field.catalogue.map(({ device, deviceName }) => [device, deviceName]))
    const measuredAt = (series: string) => {
      const at = field.t[field.indexOf.get(series) ?? -1] ?? Number.NaN
      return Number.isNaN(at) ? undefined : at
    }
    const deviceName = (id: string) => devices.get(id) ?? id
    return { t, programmeWords, alarms, programme, deviceName, measuredAt, now }
  }, [t, programmeWords, alarms, programme, live, now])
}
