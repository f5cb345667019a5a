// Switches a rule on or off: the next version, the same but for that, with the reason.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlarmState, HeldRule } from '../../../shared/alarms/state.ts'
import { PublishFrame } from './publish-frame.tsx'
import { usePublishing } from './publish-rule.ts'
import type { RuleNames } from './rule-names.ts'

type Props = {
  readonly state: AlarmState
  readonly names: RuleNames
  readonly held: HeldRule
  readonly onClose: () => void
}

export function SwitchForm({ state, names, held, onClose }: Props) {
  const { t } = useTranslation('alarms')
  // What was asked for stays, whatever somebody else publishes meanwhile.
  const [isOn] = useState(!held.rule.isOn)
  const [opened] = useState(held)
  const [reason, setReason] = useState('')
  const publishing = usePublishing(opened, state, onClose)
  const newest = state.rules.get(held.rule.id)?.rule ?? held.rule
  const name = held.rule.name[names.language]
  return (
    <PublishFrame
      title={t(isOn ? 'rules.form.title.on' : 'rules.form.title.off', { name })}
      about={t(isOn ? 'rules.form.aboutOn' : 'rules.form.aboutOff')}
      submitWords={t(isOn ? 'rules.switchOn' : 'rules.switchOff')}
      width="medium"
      publishing={publishing}
      held={opened}
      rule={{ ...newest, isOn }}
      missing={{}}
      reason={reason}
      onReason={setReason}
      isDirty={reason !== ''}
      // The newest version is what is switched, whoever published it.
      onContinue={() => {}}
      onClose={onClose}
    />
  )
}
