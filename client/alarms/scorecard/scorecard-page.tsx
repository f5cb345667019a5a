// /alarms/scorecard: what the alarms ask of people, against the figures of EEMUA 191 and ISA-18.2, over any period; fit to print.
import { useTranslation } from 'react-i18next'
import type { ScorecardFigures } from '../../../shared/alarms/scorecard-figures.ts'
import { useParameters } from '../../app/address.ts'
import { formatNumber } from '../../design/number-format.ts'
import { isoDayOf } from '../../design/time-format.ts'
import { Notice } from '../../kit/notice.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { useMoment } from '../../live/live-hooks.tsx'
import { QueryProgress } from '../../operation/query-progress.tsx'
import { momentWords } from '../alarm-names.ts'
import type { AlarmPageProps } from '../alarms-page.tsx'
import parts from '../parts.module.css'
import { useAlarmNames } from '../use-alarm-names.ts'
import { ChatteringList } from './chattering-list.tsx'
import { FigureGroups } from './figure-groups.tsx'
import { LoadChart } from './load-chart.tsx'
import { PeriodBar } from './period-bar.tsx'
import { PriorityMix } from './priority-mix.tsx'
import { ResponseTable } from './response-table.tsx'
import { RuleChanges } from './rule-changes.tsx'
import styles from './scorecard.module.css'
import { periodChoice, periodOf } from './scorecard-period.ts'
import { scorecardKey, useScorecard } from './scorecard-query.ts'
import { SetAsideList } from './set-aside-list.tsx'
import { StaleList } from './stale-list.tsx'
import { TopTen } from './top-ten.tsx'

export function ScorecardPage({ state }: AlarmPageProps) {
  const { t } = useTranslation('alarms')
  const names = useAlarmNames(state)
  const choice = periodChoice(useParameters())
  const { serverNow } = useMoment()
  const period = serverNow === undefined ? undefined : periodOf(choice, isoDayOf(serverNow))
  const hasBothDays = choice.name === 'own' && choice.from !== undefined && choice.to !== undefined
  const result = useScorecard(period)
  const { data: figures, failureCount } = result
  return (
    <div className={parts.page}>
      <div className={parts.head}>
        <h2>{t('scorecard.title')}</h2>
        <p>{t('scorecard.about')}</p>
      </div>
      <PeriodBar choice={choice} isBad={serverNow !== undefined && hasBothDays && !period} />
      {failureCount > 0 && <Notice kind="warning" title={t('scorecard.failed')} />}
      {period && <QueryProgress label={t('scorecard.loading')} queries={[{ key: scorecardKey(period), result }]} />}
      {figures && period && (
        <>
          <Watched figures={figures} />
          <FigureGroups figures={figures} />
          <LoadChart figures={figures} />
          <div className={styles.columns} data-of="mix">
            <PriorityMix figures={figures} />
            <ResponseTable figures={figures} />
          </div>
          <TopTen figures={figures} names={names} />
          <div className={styles.columns}>
            <ChatteringList figures={figures} names={names} />
            <StaleList figures={figures} names={names} />
          </div>
          <div className={styles.columns}>
            <RuleChanges figures={figures} />
            <SetAsideList figures={figures} />
          </div>
        </>
      )}
    </div>
  )
}

function Watched({ figures }: { readonly figures: ScorecardFigures }) {
  const { t } = useTranslation('alarms')
  const { watched, annunciations, simulated } = figures
  if (!watched) return <Notice kind="info" title={t('scorecard.unwatched')} />
  return (
    <p className={styles.watched}>
      {t('scorecard.watched', { from: momentWords(watched.from), until: momentWords(watched.until) })}{' '}
      {t('scorecard.total', { number: formatNumber(annunciations) })}{' '}
      {simulated > 0 && (
        <>
          {t('scorecard.simulated', { number: formatNumber(simulated) })} <SourceTag text={t('shell.simulated')} />
        </>
      )}
    </p>
  )
}
