// When an alarm is raised and when it ends: delays, deadband, what happens afterwards.
import { useTranslation } from 'react-i18next'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { FieldRow } from '../../kit/form.tsx'
import { FigureField } from '../../programme/fields.tsx'
import { DurationField } from './duration-field.tsx'
import { FormPart } from './form-part.tsx'
import type { FormPartProps } from './rule-form.tsx'
import { useDraftUnit } from './use-draft-unit.ts'

export function FormTiming(props: FormPartProps) {
  const { draft, onChange } = props
  const { t } = useTranslation('alarms')
  const unit = useDraftUnit(props)
  return (
    <FormPart title={t('rules.form.part.timing')}>
      <FieldRow>
        <DurationField
          name="rule.onDelayMs"
          label={t('rules.form.onDelay')}
          hint={t('rules.form.onDelayHint')}
          isRequired
          value={draft.onDelayMs}
          onChange={onDelayMs => onChange({ onDelayMs })}
        />
        <FigureField
          name="rule.deadband"
          label={t('rules.form.deadband')}
          hint={t('rules.form.deadbandHint')}
          unit={unit}
          isRequired
          value={draft.deadband}
          onChange={deadband => onChange({ deadband })}
        />
        <DurationField
          name="rule.offDelayMs"
          label={t('rules.form.offDelay')}
          hint={t('rules.form.offDelayHint')}
          isRequired
          value={draft.offDelayMs}
          onChange={offDelayMs => onChange({ offDelayMs })}
        />
      </FieldRow>
      <CheckboxField
        name="rule.isLatching"
        label={t('rules.form.latching')}
        isChecked={draft.isLatching}
        onChange={isLatching => onChange({ isLatching })}
      />
      <FieldRow>
        <CheckboxField
          name="rule.isReAlarming"
          label={t('rules.form.reAlarming')}
          isChecked={draft.isReAlarming}
          onChange={isReAlarming => onChange({ isReAlarming })}
        />
        {draft.isReAlarming && (
          <DurationField
            name="rule.reAlarmMs"
            label={t('rules.form.reAlarm')}
            isRequired
            value={draft.reAlarmMs}
            onChange={reAlarmMs => onChange({ reAlarmMs })}
          />
        )}
      </FieldRow>
    </FormPart>
  )
}
