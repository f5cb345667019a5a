// The open requests of a task, and the form that says one is met.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskRequest } from '../../../shared/programme/state.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { EntryButtons } from '../entry-buttons.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { CloseRequestForm } from './close-request-form.tsx'
import styles from './task-detail.module.css'
import type { TaskRow } from './task-rows.ts'

type Props = { readonly view: ProgrammeView; readonly row: TaskRow }

export function TaskRequests({ view, row }: Props) {
  const { t } = useTranslation('programme')
  const [closing, setClosing] = useState<TaskRequest>()
  const { openRequests } = row.standing.state
  if (openRequests.length === 0 && row.standing.deadline.kind !== 'on-request') return null
  return (
    <section className={styles.panel}>
      <h3>{t('tasks.requests')}</h3>
      {openRequests.length === 0 && <p className={styles.muted}>{t('tasks.noRequests')}</p>}
      <ul className={styles.requests}>
        {openRequests.map(request => (
          <li key={request.id}>
            <div>
              <p>{request.text}</p>
              <p className={styles.muted}>
                {t('tasks.requestOf', {
                  unit: view.units.get(request.unit)?.name ?? request.unit,
                  day: formatIsoDate(request.on),
                })}
              </p>
            </div>
            <EntryButtons
              view={view}
              entries={[
                {
                  key: 'close',
                  words: t('tasks.closeRequest'),
                  deed: { kind: 'programme', command: 'close-task-request' },
                  icon: 'check',
                  open: () => setClosing(request),
                },
              ]}
            />
          </li>
        ))}
      </ul>
      {closing && <CloseRequestForm view={view} id={row.id} request={closing} onClose={() => setClosing(undefined)} />}
    </section>
  )
}
