// A chattering alarm: says so, and on demand how wide a deadband would have held it with the readings of late.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeadbandProposal } from '../../../shared/alarms/chatter.ts'
import { CHATTER_WINDOW_MS } from '../../../shared/alarms/state.ts'
import { getJson } from '../../app/rest.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { type AlarmNames, signalWords } from '../alarm-names.ts'
import type { DeskRow } from './desk-rows.ts'

type Props = { readonly row: DeskRow; readonly names: AlarmNames; readonly now: number }

export function Chattering({ row: { alarm }, names, now }: Props) {
  const { t } = useTranslation('alarms')
  const [isAsked, setAsked] = useState(false)
  const { data, isError, isFetching, refetch } = useQuery({
    queryKey: ['alarm-deadband', alarm.id],
    enabled: isAsked,
    retry: 1,
    staleTime: 60_000,
    queryFn: async () =>
      (await getJson(`/api/v1/alarms/deadband?alarm=${encodeURIComponent(alarm.id)}`)) as {
        /** The rule's. */
        readonly current: number
        readonly proposal: DeadbandProposal | null
      },
  })
  const number = alarm.transitions.filter(at => at > now - CHATTER_WINDOW_MS).length
  const width = (value: number) => signalWords(t, names, alarm, value) ?? t('shell.unknown')
  return (
    <Notice
      kind="warning"
      title={t('desk.detail.chattering', { number })}
      actions={
        data === undefined && (
          <Button
            isBusy={isFetching}
            busyWords={t('desk.detail.deadband.asking')}
            onClick={() => (isAsked ? void refetch() : setAsked(true))}
          >
            {t('desk.detail.deadband.ask')}
          </Button>
        )
      }
    >
      {isError && <p>{t('desk.detail.deadband.failed')}</p>}
      {data && (
        <p>
          {data.proposal
            ? t('desk.detail.deadband.proposal', {
                deadband: width(data.proposal.deadband),
                current: width(data.current),
                before: data.proposal.transitionsBefore,
                after: data.proposal.transitionsAfter,
              })
            : t('desk.detail.deadband.none')}
        </p>
      )}
    </Notice>
  )
}
