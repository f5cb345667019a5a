// /programme/reports: the calendar of periods and who sent what; one period by its id; one report by its unit as well.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { periodOf } from '../../../shared/programme/report-period.ts'
import { useParameters } from '../../app/address.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import { PeriodDetail } from './period-detail.tsx'
import { ReportCalendar } from './report-calendar.tsx'
import { ReportDetail } from './report-detail.tsx'
import { SubmitReport, type SubmitStart } from './submit-report.tsx'

type Props = { readonly view: ProgrammeView; readonly id: string | undefined }

export function ReportsPage({ view, id }: Props) {
  const { t } = useTranslation('programme')
  const unit = useParameters().get('unit')
  const [start, setStart] = useState<SubmitStart>()
  const period = id === undefined ? undefined : periodOf(id, view.state.settings)
  if (!view.state.plan) return <Notice kind="info" title={t('reports.noPlan')} />
  if (id !== undefined && !period)
    return (
      <Notice
        kind="warning"
        title={t('reports.notFound', { id })}
        actions={<ButtonLink to={addressOf('reports')}>{t('reports.back')}</ButtonLink>}
      />
    )
  return (
    <>
      {!period && <ReportCalendar view={view} onSubmit={setStart} />}
      {period && unit === null && <PeriodDetail view={view} period={period} onSubmit={setStart} />}
      {period && unit !== null && <ReportDetail view={view} period={period} unit={unit} onSubmit={setStart} />}
      {start && <SubmitReport view={view} start={start} onClose={() => setStart(undefined)} />}
    </>
  )
}
