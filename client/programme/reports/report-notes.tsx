// What a reader must know of the days and duties on the page: which are by decree, which are only defaults, who isn't named.
import { useTranslation } from 'react-i18next'
import type { ReportStanding } from '../../../shared/programme/report-standing.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'

type Props = { readonly view: ProgrammeView; readonly standings: readonly ReportStanding[] }

export function ReportNotes({ view, standings }: Props) {
  const { t } = useTranslation('programme')
  const { settings, changedSettings } = view.state
  const isByAnalogy = !changedSettings.has('reportCutoffs') && settings.reportSpans.includes('9M')
  const isDueDefault = !changedSettings.has('reportDueDays')
  const orphans = standings.filter(({ mark }) => mark === 'nobody')
  const [since] = orphans.flatMap(({ formerly }) => view.units.get(formerly ?? '')?.validTo ?? []).sort()
  return (
    <>
      {orphans.length > 0 && (
        <Notice
          kind="warning"
          title={t('reports.nobodyTitle')}
          actions={<ButtonLink to={addressOf('settings')}>{t('reports.toSettings')}</ButtonLink>}
        >
          {since !== undefined && t('reports.nobodyNote', { day: formatIsoDate(since) })}
        </Notice>
      )}
      {(isByAnalogy || isDueDefault) && (
        <Notice kind="info" title={t('reports.defaultsTitle')}>
          {isByAnalogy && <p>{t('reports.cutoffDecree')}</p>}
          {isDueDefault && <p>{t('reports.dueDefault', { days: settings.reportDueDays })}</p>}
        </Notice>
      )}
    </>
  )
}
