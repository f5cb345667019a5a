// /kiosk/{unit}/entry?do=<deed>&subject=<id>: an officer says who they are, chooses what to enter for the kiosk's unit, enters it, ends.
// Leads from one to the next; what is entered is the forms' and the desk's.
import { useState } from 'react'
import type { EntryChoices } from '../../../shared/entry/choices.ts'
import { ENTRY_DEEDS, type EntryDeed } from '../../../shared/entry/entry.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useRegistry } from '../../registry/registry-query.ts'
import { useHeldKiosk } from '../kiosk-use.ts'
import { DeedChoice } from './deed-choice.tsx'
import { type EditedEntry, useEditedEntry } from './edited-entry.ts'
import { useDesk, useEntryWords, useLine, useSession, useStationNow } from './entry-hooks.ts'
import styles from './entry-page.module.css'
import type { RunningEntry } from './entry-session.ts'
import { AssessForm } from './forms/assess-form.tsx'
import { ObstacleForm } from './forms/obstacle-form.tsx'
import { ReportForm } from './forms/report-form.tsx'
import { TaskForm } from './forms/task-form.tsx'
import { SentNotice } from './sent-notice.tsx'
import { SignInScreen } from './sign-in-screen.tsx'
import { indicatorIdOf, SubjectChoice } from './subject-choice.tsx'

type Props = { readonly unitId: string }

export function EntryPage({ unitId }: Props) {
  const { data: registry } = useRegistry()
  const { running, choices } = useSession()
  useHeldKiosk()
  const unitName = registry?.units.find(({ id }) => id === unitId)?.name
  return (
    <div className={styles.page} data-entry={running ? 'open' : 'closed'}>
      {running ? (
        <>
          <SessionBar running={running} />
          <Work choices={choices} />
        </>
      ) : (
        <SignInScreen unitId={unitId} unitName={unitName} />
      )}
    </div>
  )
}

const MINUTE_MS = 60_000

function SessionBar({ running }: { readonly running: RunningEntry }) {
  const { t } = useEntryWords()
  const desk = useDesk()
  const isLineUp = useLine()
  const minutes = Math.floor((running.endsAt - useStationNow()) / MINUTE_MS)
  return (
    <>
      <header className={styles.bar}>
        <p>
          <strong>{t('session.of', { name: running.name, unit: running.unitName })}</strong>
          <span>
            {running.standing === 'declared' && `${t('session.declared')} · `}
            {minutes > 0 ? t('session.left', { minutes }) : t('session.leftLast')}
          </span>
        </p>
        <Button onClick={desk.end}>{t('session.end')}</Button>
      </header>
      {!isLineUp && <Notice kind="warning" title={t(desk.canWait() ? 'session.offline' : 'session.offlineNot')} />}
    </>
  )
}

type Handed = 'done' | 'waiting' | 'conflict'

function Work({ choices }: { readonly choices: EntryChoices | undefined }) {
  const { t } = useEntryWords()
  const parameters = useParameters()
  const deed = ENTRY_DEEDS.find(one => one === parameters.get('do'))
  const subject = parameters.get('subject') ?? undefined
  const editedId = parameters.get('edit') ?? undefined
  const edited = useEditedEntry(editedId)
  const [handed, setHanded] = useState<Handed>()
  if (!choices || edited === undefined) return <p className={styles.loading}>{t('loading')}</p>
  if (handed) {
    const goOn = () => {
      setHanded(undefined)
      navigate(withParameters({ do: undefined, subject: undefined, edit: undefined }))
    }
    return <SentNotice handed={handed} onMore={goOn} />
  }
  if (!deed) return <DeedChoice choices={choices} />
  return (
    <>
      <div>
        <Button onClick={() => navigate(withParameters(backFrom(deed, subject)))}>{t('back')}</Button>
      </div>
      {editedId !== undefined && !edited ? (
        <Notice kind="info" title={t('queue.editGone')} />
      ) : (
        <DeedForm
          key={`${deed} ${subject} ${editedId}`}
          deed={deed}
          subject={subject}
          choices={choices}
          edited={edited ?? undefined}
          onHandedIn={setHanded}
        />
      )}
    </>
  )
}

const backFrom = (deed: EntryDeed, subject: string | undefined) => ({
  do: subject === undefined || deed === 'obstacle' ? undefined : deed,
  subject: undefined,
  edit: undefined,
})

type FormProps = {
  readonly deed: EntryDeed
  readonly subject: string | undefined
  readonly choices: EntryChoices
  readonly edited: EditedEntry | undefined
  readonly onHandedIn: (what: Handed) => void
}

/** Of what the address names and the unit has; else the choice of it. What was chosen stays while newer figures come. */
function DeedForm({ deed, subject, choices: newest, edited, onHandedIn }: FormProps) {
  const { t } = useEntryWords()
  const [choices] = useState(newest)
  const rest = { deed, edited, onHandedIn }
  if (deed === 'obstacle') return <ObstacleForm {...rest} choices={choices} subject={subject} />
  if (deed === 'report') {
    const report = choices.reports.find(({ period }) => period === subject)
    if (report) return <ReportForm {...rest} report={report} unit={choices.unit} />
  } else if (deed === 'assess') {
    const indicator = choices.indicators.find(one => indicatorIdOf(one) === subject)
    const village = choices.villages.find(({ id }) => id === indicator?.village)
    if (indicator && village) return <AssessForm {...rest} indicator={indicator} villageName={village.name} />
  } else {
    const task = choices.tasks.find(({ id }) => id === subject)
    if (task) return <TaskForm {...rest} task={task} day={choices.day} />
  }
  if (edited) return <Notice kind="info" title={t('queue.editGone')} />
  return <SubjectChoice deed={deed} choices={newest} />
}
