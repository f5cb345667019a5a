// The rule's name in both languages, its id, and whether it watches as soon as it is published.
import { useTranslation } from 'react-i18next'
import { RULE_LIMITS } from '../../../shared/alarms/decide-rule-limits.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { FieldRow } from '../../kit/form.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { FormPart } from './form-part.tsx'
import type { FormPartProps } from './rule-form.tsx'

type Props = FormPartProps & {
  /** A rule keeps its id. */
  readonly isIdFixed: boolean
}

export function FormName({ draft, onChange, isIdFixed }: Props) {
  const { t } = useTranslation('alarms')
  return (
    <FormPart title={t('rules.form.part.name')}>
      <FieldRow>
        {(['vi', 'en'] as const).map(language => (
          <TextField
            key={language}
            name={`rule.name.${language}`}
            label={t('rules.form.name')}
            note={t(`rules.form.${language}`)}
            isRequired
            maxLength={RULE_LIMITS.text.max}
            value={draft.name[language]}
            onChange={text => onChange({ name: { ...draft.name, [language]: text } })}
          />
        ))}
        <TextField
          name="rule.id"
          label={t('rules.form.id')}
          {...(isIdFixed ? {} : { hint: t('rules.form.idHint') })}
          isRequired
          isDisabled={isIdFixed}
          maxLength={RULE_LIMITS.idLength}
          value={draft.id}
          onChange={id => onChange({ id })}
        />
      </FieldRow>
      <CheckboxField
        name="rule.isOn"
        label={t('rules.form.isOn')}
        isChecked={draft.isOn}
        onChange={isOn => onChange({ isOn })}
      />
    </FormPart>
  )
}
