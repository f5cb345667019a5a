// How wide a deadband would have held an alarm that came and went. Asked for by a press, because the station reads the readings for it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeadbandReply } from '../../../shared/alarms/api-schema.ts'
import { deadbandQuestion } from '../../../shared/alarms/deadband-question.ts'
import type { Rule } from '../../../shared/alarms/rule.ts'
import type { Alarm } from '../../../shared/alarms/state.ts'
import { getJson } from '../../app/rest.ts'
import { formatNumber } from '../../design/number-format.ts'
import { Button } from '../../kit/button.tsx'
import { OperationProgress } from '../../operation/operation-progress.tsx'
import type { AlarmNames } from '../alarm-names.ts'
import styles from './deadband-proposal.module.css'
import { setpointWords } from './rule-sentences.ts'

type Props = { readonly alarm: Alarm; readonly rule: Rule; readonly names: Pick<AlarmNames, 'quantities'> }

/** Nothing where no deadband can help. */
export function DeadbandProposal({ alarm, rule, names }: Props) {
  const { t } = useTranslation('alarms')
  const [isAsked, setAsked] = useState(false)
  const client = useQueryClient()
  const queryKey = ['alarm-deadband', alarm.id]
  const { data, isError, isFetching, refetch } = useQuery({
    queryKey,
    enabled: isAsked,
    retry: 1,
    staleTime: 60_000,
    queryFn: async ({ signal }) =>
      (await getJson(`/api/v1/alarms/deadband?alarm=${encodeURIComponent(alarm.id)}`, signal)) as DeadbandReply,
  })
  if (!deadbandQuestion(alarm, rule)) return null
  // One place for question and answer, so that the answer is read out and nothing else moves.
  return (
    <div className={styles.proposal} role="status">
      {data ? (
        proposalWords(t, names, rule, data)
      ) : (
        <Button
          isBusy={isFetching}
          busyWords={t('rules.proposal.asking')}
          onClick={() => (isAsked ? void refetch() : setAsked(true))}
        >
          {t('rules.proposal.ask')}
        </Button>
      )}
      <OperationProgress
        label={t('rules.proposal.asking')}
        isRunning={isFetching}
        isEscapeFree
        onCancel={() => void client.cancelQueries({ queryKey, exact: true })}
      />
      {isError && <span>{t('rules.proposal.failed')}</span>}
    </div>
  )
}

/** "Vùng chết 0,3 m thay cho 0,1 m: …"; a deadband is never rounded. */
export function proposalWords(
  t: TFunction<'alarms'>,
  names: Props['names'],
  rule: Rule,
  { proposal, current, readings }: Pick<DeadbandReply, 'proposal' | 'current' | 'readings'>,
): string {
  if (readings === 0) return t('rules.proposal.noReadings')
  if (!proposal) return t('rules.proposal.none', { readings: formatNumber(readings) })
  return t('rules.proposal.found', {
    deadband: setpointWords(t, names, rule, proposal.deadband),
    current: setpointWords(t, names, rule, current),
    readings: formatNumber(readings),
    before: formatNumber(proposal.transitionsBefore),
    after: formatNumber(proposal.transitionsAfter),
  })
}
