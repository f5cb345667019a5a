// The periodic reports of the unit: which are due, which were sent.
import { useTranslation } from 'react-i18next'
import { daysBetween } from '../../../shared/programme/working-calendar.ts'
import type { BoardReport } from '../../../shared/unit-board/unit-board-schema.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { StateMark } from '../../kit/state-mark.tsx'
import { periodWords } from '../../programme/period-words.ts'
import { SHAPE_OF_REPORT } from '../../programme/reports/report-words.ts'
import { useBoard } from '../board-hooks.ts'
import { daysWords } from '../board-words.ts'
import { Card, Cards, Empty, Group, KioskLink, Page } from '../card.tsx'
import { entryAddress } from '../kiosk-address.ts'

/** Of those that aren't due soon the next few are enough. */
const MOST_AHEAD = 3

export function ReportSection() {
  const { t } = useTranslation('kiosk')
  const { work, unit, day } = useBoard()
  if (!work) return null
  const { reports } = work
  const owed = reports.filter(({ mark }) => mark === 'missing' || mark === 'due-soon')
  const ahead = reports.filter(({ mark }) => mark === 'not-due').slice(0, MOST_AHEAD)
  const nobodys = reports.filter(({ mark, dueOn }) => mark === 'nobody' && dueOn >= day).slice(0, MOST_AHEAD)
  const due = [...owed, ...ahead, ...nobodys]
  const sent = reports.filter(({ submittedOn }) => submittedOn !== null).toReversed()
  return (
    <Page>
      <Group title={t('reports.due')}>
        {due.length === 0 && <Empty>{t('reports.noneDue')}</Empty>}
        <Cards>
          {due.map(report => (
            <ReportCard key={report.period} report={report} unitId={unit.id} day={day} isOwed={owed.includes(report)} />
          ))}
        </Cards>
      </Group>
      <Group title={t('reports.sent')}>
        {sent.length === 0 && <Empty>{t('reports.noneSent')}</Empty>}
        <Cards>
          {sent.map(report => (
            <ReportCard key={report.period} report={report} unitId={unit.id} day={day} isOwed={false} />
          ))}
        </Cards>
      </Group>
    </Page>
  )
}

type Props = {
  readonly report: BoardReport
  readonly unitId: string
  readonly day: string
  /** It is time to send it. */
  readonly isOwed: boolean
}

function ReportCard({ report, unitId, day, isOwed }: Props) {
  const { t } = useTranslation('kiosk')
  const { t: term } = useTranslation('programme')
  const { period, mark, dueOn, cutoff, submittedOn, isSimulated } = report
  const name = periodWords(term, period)
  return (
    <Card
      title={name}
      state={<StateMark state={SHAPE_OF_REPORT[mark]} word={term(`term.reportMark.${mark}`)} />}
      aside={submittedOn === null ? daysWords(t, daysBetween(day, dueOn)) : undefined}
      isSimulated={isSimulated}
      lines={[
        [
          submittedOn === null ? undefined : t('reports.sentOn', { date: formatIsoDate(submittedOn) }),
          t('reports.dueOn', { date: formatIsoDate(dueOn) }),
          t('reports.cutoff', { date: formatIsoDate(cutoff) }),
        ]
          .filter(part => part !== undefined)
          .join(' · '),
        mark === 'nobody' ? t('reports.nobody') : undefined,
      ]}
      action={
        isOwed && (
          <KioskLink icon="entry" to={entryAddress(unitId, 'report', period)} label={`${t('reports.submit')}: ${name}`}>
            {t('reports.submit')}
          </KioskLink>
        )
      }
    />
  )
}
