// A village's own milestones: what was planned, what was reached and when.
import { useTranslation } from 'react-i18next'
import type { VillageState } from '../../../shared/programme/state.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { StateMark } from '../../kit/state-mark.tsx'
import { EntryButton } from '../entry-button.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { Provenance } from '../provenance.tsx'
import { milestoneSign, milestonesByDay } from './milestone-order.ts'
import { Part } from './part.tsx'
import { openForm } from './village-form.ts'
import styles from './village-page.module.css'

type Props = { readonly view: ProgrammeView; readonly village: VillageState }

export function VillageMilestones({ view, village }: Props) {
  const { t } = useTranslation('programme')
  const word = { done: 'villages.reached', overdue: 'villages.notReached', waiting: 'villages.planned' } as const
  return (
    <Part
      id="milestones"
      title={t('villages.milestones')}
      actions={
        <EntryButton
          view={view}
          deed={{ kind: 'programme', command: 'set-village-milestone' }}
          icon="plus"
          onClick={() => openForm('milestone')}
        >
          {t('villages.addMilestone')}
        </EntryButton>
      }
    >
      {village.milestones.length === 0 && <p className={styles.about}>{t('villages.noMilestones')}</p>}
      <ul className={styles.list}>
        {milestonesByDay(village.milestones).map(milestone => {
          const { id, title, plannedOn, reachedOn, by, at } = milestone
          const sign = milestoneSign(milestone, view.day)
          const days = [
            reachedOn === null ? '' : t('villages.reachedOn', { day: formatIsoDate(reachedOn) }),
            plannedOn === null ? '' : t('villages.plannedOn', { day: formatIsoDate(plannedOn) }),
          ]
          return (
            <li key={id}>
              <div>
                <StateMark state={sign} word={t(word[sign])} />
                <strong>{title}</strong>
                <span className={styles.about}>
                  {days.filter(Boolean).join(' · ') || t('villages.noDay')} · <Provenance by={by} at={at} />
                </span>
              </div>
              <EntryButton
                view={view}
                deed={{ kind: 'programme', command: 'set-village-milestone' }}
                kind="quiet"
                onClick={() => openForm('milestone', id)}
              >
                {t('villages.update')}
                <span className="spoken"> {title}</span>
              </EntryButton>
            </li>
          )
        })}
      </ul>
    </Part>
  )
}
