// Says of an alarm that it chatters, and on demand how wide a deadband would have held it.
import { useTranslation } from 'react-i18next'
import { CHATTER_WINDOW_MS } from '../../../shared/alarms/state.ts'
import { Notice } from '../../kit/notice.tsx'
import type { AlarmNames } from '../alarm-names.ts'
import { DeadbandProposal } from '../rules/deadband-proposal.tsx'
import type { DeskRow } from './desk-rows.ts'

type Props = { readonly row: DeskRow; readonly names: AlarmNames; readonly now: number }

export function Chattering({ row: { alarm, rule }, names, now }: Props) {
  const { t } = useTranslation('alarms')
  const number = alarm.transitions.filter(at => at > now - CHATTER_WINDOW_MS).length
  return (
    <Notice kind="warning" title={t('desk.detail.chattering', { number })}>
      {rule && <DeadbandProposal alarm={alarm} rule={rule} names={names} />}
    </Notice>
  )
}
