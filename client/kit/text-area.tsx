// Several lines of text. Near its limit it says how much room is left; what is too long stays and can be cut by hand.
import styles from './control.module.css'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-context.ts'

export type TextAreaProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  readonly placeholder?: string
  /** Shown from four fifths of the limit on; negative when there is too much. */
  readonly limit?: {
    readonly length: number
    readonly words: (left: number) => string
    /** Stops the form from being sent. */
    readonly tooLong: string
  }
}

export function TextArea(props: TextAreaProps) {
  const left = props.limit ? props.limit.length - props.value.length : undefined
  const isTooLong = left !== undefined && left < 0
  const field = useField(props, isTooLong ? props.limit?.tooLong : undefined, true)
  const isNear = props.limit !== undefined && left !== undefined && left <= props.limit.length / 5
  return (
    <FieldFrame field={field} props={props}>
      <textarea
        {...field.control}
        className={`${styles.control} ${styles.text}`}
        rows={props.rows ?? 4}
        value={props.value}
        placeholder={props.placeholder}
        onChange={event => props.onChange(event.target.value)}
      />
      {props.limit && isNear && left !== undefined && <p className={styles.count}>{props.limit.words(left)}</p>}
    </FieldFrame>
  )
}
