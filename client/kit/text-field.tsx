// One line of text.
import styles from './control.module.css'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-context.ts'

export type TextFieldProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly kind?: 'text' | 'search' | 'email' | 'tel' | 'url' | 'password'
  readonly maxLength?: number
  readonly placeholder?: string
  readonly autoComplete?: string
}

export function TextField(props: TextFieldProps) {
  const field = useField(props)
  return (
    <FieldFrame field={field} props={props}>
      <input
        {...field.control}
        className={styles.control}
        type={props.kind ?? 'text'}
        value={props.value}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        autoComplete={props.autoComplete ?? 'off'}
        onChange={event => props.onChange(event.target.value)}
      />
    </FieldFrame>
  )
}
