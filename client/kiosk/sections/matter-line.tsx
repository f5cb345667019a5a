// One thing that needs attention: sign, word, what it is, since when; a touch leads to its page.
import { useTranslation } from 'react-i18next'
import { daysBetween } from '../../../shared/programme/working-calendar.ts'
import { PRIORITY_MARK } from '../../alarms/priority-mark.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { ageWords } from '../../i18n/phrases.ts'
import { StateMark } from '../../kit/state-mark.tsx'
import { useMoment } from '../../live/live-hooks.tsx'
import { periodWords } from '../../programme/period-words.ts'
import type { Matter } from '../attention.ts'
import { useBoard } from '../board-hooks.ts'
import { daysWords, whoActs } from '../board-words.ts'
import { MarkWord } from '../card.tsx'
import { kioskAddress } from '../kiosk-address.ts'
import styles from './home-section.module.css'

type Props = { readonly matter: Matter; readonly unitId: string }

const PLACE = { alarm: 'alarms', task: 'tasks', report: 'reports', obstacle: 'tasks', dossier: 'tasks' } as const

export function MatterLine({ matter, unitId }: Props) {
  return (
    <li>
      <LinkTo to={kioskAddress(unitId, PLACE[matter.kind])} className={styles.matter}>
        <Words matter={matter} />
      </LinkTo>
    </li>
  )
}

/** Negative once it is over. */
const leftUntil = (on: string | null, day: string) => (on === null ? undefined : daysBetween(day, on))

function Words({ matter }: Pick<Props, 'matter'>) {
  const { day } = useBoard()
  const { t, i18n } = useTranslation('kiosk')
  const { t: general } = useTranslation()
  const { t: alarmTerm } = useTranslation('alarms')
  const { t: term } = useTranslation('programme')
  const { serverNow } = useMoment()
  const language = i18n.language === 'en' ? 'en' : 'vi'
  switch (matter.kind) {
    case 'alarm': {
      const { alarm } = matter
      const age = serverNow === undefined ? undefined : ageWords(general, serverNow - alarm.since)
      return (
        <>
          <span className={styles.matterState}>
            <MarkWord mark={PRIORITY_MARK[alarm.priority]} word={alarmTerm(`term.priority.${alarm.priority}`)} />
            <span>{age}</span>
          </span>
          <strong>{alarm.title[language]}</strong>
          <span className={styles.matterAbout}>{whoActs(t, alarm, language)}</span>
        </>
      )
    }
    case 'task':
      return (
        <Late word={term('term.taskMark.overdue')} days={matter.task.daysLeft ?? 0}>
          {`${matter.task.id} · ${matter.task.title}`}
        </Late>
      )
    case 'report':
      return (
        <Late word={term('term.reportMark.missing')} days={-(matter.report.lateDays ?? 0)}>
          {t('home.report', { period: periodWords(term, matter.report.period) })}
        </Late>
      )
    case 'obstacle':
      return (
        <Late word={term('term.taskMark.overdue')} days={leftUntil(matter.obstacle.dueOn, day)}>
          {`${term(`term.obstacleKind.${matter.obstacle.kind}`)}: ${matter.obstacle.title}`}
        </Late>
      )
    case 'dossier':
      return (
        <Late word={term('term.taskMark.overdue')} days={leftUntil(matter.village.dossierDueOn, day)}>
          {t('home.dossierLate', { village: matter.village.name })}
        </Late>
      )
    default:
      return matter satisfies never
  }
}

type LateProps = { readonly word: string; readonly days: number | undefined; readonly children: string }

function Late({ word, days, children }: LateProps) {
  const { t } = useTranslation('kiosk')
  return (
    <>
      <span className={styles.matterState}>
        <StateMark state="overdue" word={word} />
        {days !== undefined && <span>{daysWords(t, days)}</span>}
      </span>
      <strong>{children}</strong>
    </>
  )
}
