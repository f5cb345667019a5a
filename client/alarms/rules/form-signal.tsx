// What the rule watches: the kind of signal, its quantity, and what that kind needs to know.
import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../shared/alarms/rule.ts'
import { FieldRow } from '../../kit/form.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { useRegistry } from '../../registry/registry-query.ts'
import { FormPart } from './form-part.tsx'
import { SignalFields } from './form-signal-fields.tsx'
import { SIGNAL_KINDS } from './rule-draft.ts'
import type { FormPartProps } from './rule-form.tsx'
import { GROUP_OF_QUANTITY } from './rule-group.ts'
import { onlySide, quantityUse } from './rule-of-draft.ts'

export function FormSignal(props: FormPartProps) {
  const { draft, onChange, names } = props
  const { t } = useTranslation('alarms')
  const { data: registry } = useRegistry()
  const use = quantityUse(draft)
  const only = onlySide(draft)
  // Of a state only states, of a number only what is measured.
  const wantsState = draft.kind === 'state'
  const quantities = (registry?.quantities ?? []).filter(({ kind }) => !wantsState || kind === 'state')
  return (
    <FormPart title={t('rules.form.part.signal')}>
      <FieldRow>
        <SelectField
          name="rule.signal.kind"
          label={t('rules.form.kind')}
          isRequired
          options={SIGNAL_KINDS.map(kind => ({ value: kind, label: t(`rules.form.kindOf.${kind}`) }))}
          value={draft.kind}
          onChange={kind =>
            kind &&
            onChange({
              kind,
              ...(kind === 'flood' ? { quantity: 'water_level' } : {}),
              ...(kind === 'state' ? { quantity: undefined } : {}),
            })
          }
        />
        {use !== 'none' && (
          <SelectField
            name="rule.quantity"
            label={t('rules.form.quantity')}
            isRequired={use === 'needed'}
            noneWords={t(use === 'needed' ? 'rules.form.chooseQuantity' : 'rules.form.anyQuantity')}
            options={quantities.map(({ code, name }) => ({
              value: code,
              label: name[names.language],
              group: t(`rules.groupOf.${GROUP_OF_QUANTITY.get(code) ?? 'other'}`),
            }))}
            value={draft.quantity}
            onChange={quantity => onChange({ quantity, stateValue: undefined })}
          />
        )}
        {only === undefined && (
          <SelectField
            name="rule.side"
            label={t('rules.form.side')}
            isRequired
            options={(['high', 'low'] as const satisfies readonly Rule['side'][]).map(side => ({
              value: side,
              label: t(`rules.form.sideOf.${side}`),
            }))}
            value={draft.side}
            onChange={side => side && onChange({ side })}
          />
        )}
      </FieldRow>
      <SignalFields {...props} />
    </FormPart>
  )
}
