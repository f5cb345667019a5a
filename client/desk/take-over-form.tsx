// Takes a shift over: the incoming person says so in a name of their own.
import { useTranslation } from 'react-i18next'
import type { Shift } from '../../shared/desk/state.ts'
import { DeskForm } from './desk-form.tsx'

type Props = { readonly shift: Shift; readonly onClose: () => void }

export function TakeOverForm({ shift, onClose }: Props) {
  const { t } = useTranslation('desk')
  return (
    <DeskForm
      title={t('takeOver.do')}
      description={t('takeOver.about', { who: shift.outgoing.name })}
      submitWords={t('takeOver.do')}
      said={t('takeOver.said')}
      isDirty={false}
      command={() => ({ command: 'take-over-shift', data: { id: shift.id } })}
      onClose={onClose}
    />
  )
}
