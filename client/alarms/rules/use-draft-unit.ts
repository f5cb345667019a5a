// The unit of what a rule watches, while it is being written; '' where it has none.
import { useTranslation } from 'react-i18next'
import { signalText } from '../signal-text.ts'
import type { RuleDraft } from './rule-draft.ts'
import type { RuleNames } from './rule-names.ts'
import { signalShape } from './rule-of-draft.ts'

export function useDraftUnit({ draft, names }: { readonly draft: RuleDraft; readonly names: RuleNames }): string {
  const { t } = useTranslation('alarms')
  const rule = { signal: signalShape(draft), quantity: draft.quantity ?? null }
  return signalText(t, names.quantities, rule, 0)?.unit ?? ''
}
