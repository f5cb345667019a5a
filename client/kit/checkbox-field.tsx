// Yes or no, with its words to press on.
import styles from './checkbox-field.module.css'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-context.ts'

export type CheckboxFieldProps = Omit<FieldProps, 'note'> & {
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
}

export function CheckboxField(props: CheckboxFieldProps) {
  const field = useField(props)
  return (
    <FieldFrame field={field} props={props} isLabelInside>
      <label className={styles.line}>
        <input
          {...field.control}
          type="checkbox"
          checked={props.isChecked}
          onChange={event => props.onChange(event.target.checked)}
        />
        <span>{props.label}</span>
      </label>
    </FieldFrame>
  )
}
