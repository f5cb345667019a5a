// A duration as people write it: "90 giây", "1 giờ 30 phút". What can't be read stops the form; what was understood is written out.
import { useTranslation } from 'react-i18next'
import controls from '../../kit/control.module.css'
import { FieldFrame } from '../../kit/field-frame.tsx'
import { type FieldProps, useField } from '../../kit/form-context.ts'
import { useTypedText } from '../../kit/typed-text.ts'
import { parseDuration } from './duration-text.ts'
import { durationWords } from './rule-sentences.ts'

type DurationFieldProps = FieldProps & {
  /** Milliseconds. */
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
}

export function DurationField(props: DurationFieldProps) {
  const { t } = useTranslation('alarms')
  const typed = useTypedText(props.value, props.onChange, { parse: parseDuration, format: ms => durationWords(t, ms) })
  const field = useField(props, typed.isUnclear ? t('rules.form.badDuration') : undefined, typed.isUnclearShown)
  return (
    <FieldFrame field={field} props={props}>
      <input
        {...field.control}
        className={controls.control}
        type="text"
        autoComplete="off"
        placeholder={t('rules.form.durationHint')}
        value={typed.text}
        onChange={event => typed.type(event.target.value)}
        onBlur={typed.leave}
      />
    </FieldFrame>
  )
}
