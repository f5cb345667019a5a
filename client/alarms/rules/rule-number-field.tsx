// The kit's number field with the words of the rules.
import { useTranslation } from 'react-i18next'
import { NumberField, type NumberFieldProps } from '../../kit/number-field.tsx'

export function RuleNumberField(props: Omit<NumberFieldProps, 'words'>) {
  const { t } = useTranslation('alarms')
  return <NumberField {...props} words={{ notUnderstood: t('rules.form.badNumber') }} />
}
