// A trial of a rule as it is published.
import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../shared/alarms/rule.ts'
import { Dialog } from '../../kit/dialog.tsx'
import type { RuleNames } from './rule-names.ts'
import { TrialPanel } from './trial-panel.tsx'
import { useTrial } from './trial-run.ts'

type Props = { readonly rule: Rule; readonly names: RuleNames; readonly onClose: () => void }

export function TrialDialog({ rule, names, onClose }: Props) {
  const { t } = useTranslation('alarms')
  const trial = useTrial()
  return (
    <Dialog
      title={t('rules.trial.title', { name: rule.name[names.language] })}
      description={t('rules.trial.about')}
      words={{ close: t('shell.close') }}
      width="wide"
      isDirty={false}
      onClose={onClose}
    >
      <TrialPanel trial={trial} rule={rule} published={rule} names={names} />
    </Dialog>
  )
}
