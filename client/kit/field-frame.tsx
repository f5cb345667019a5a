// The same frame around every field: label, control, what was understood, hint, error. The error is a sentence with a sign.
import type { ReactNode } from 'react'
import styles from './field-frame.module.css'
import type { FieldProps, FieldState } from './form-context.ts'
import { Icon } from './icons.tsx'

type Props = {
  readonly field: FieldState
  readonly props: FieldProps
  /** What the control took the text for: "= 1,2 tỷ đồng". */
  readonly understood?: string | undefined
  /** A set of controls has a legend in place of a label. */
  readonly isGroup?: boolean
  /** The children bring the label themselves. */
  readonly isLabelInside?: boolean
  readonly children: ReactNode
  /** What stands after the error: a list that may be long. */
  readonly below?: ReactNode
}

export function FieldFrame({
  field,
  props,
  understood,
  isGroup = false,
  isLabelInside = false,
  children,
  below,
}: Props) {
  const title = (
    <>
      {props.label}
      {props.note && <span className={styles.note}> · {props.note}</span>}
    </>
  )
  const rest = (
    <>
      {children}
      {(props.hint || understood !== undefined) && (
        <div className={styles.below}>
          {understood !== undefined && (
            <p className={styles.understood} aria-live="polite">
              {understood}
            </p>
          )}
          {props.hint && (
            // What was understood takes its place; it is still read to those who listen.
            <p className={understood ? 'spoken' : styles.hint} id={field.hintId}>
              {props.hint}
            </p>
          )}
        </div>
      )}
      {field.error && (
        <p className={styles.error} id={field.errorId}>
          <Icon name="error" />
          <span>{field.error}</span>
        </p>
      )}
      {below}
    </>
  )
  return isGroup ? (
    <fieldset
      className={styles.field}
      data-error={field.error !== undefined}
      aria-describedby={field.control['aria-describedby']}
    >
      <legend className={styles.label}>{title}</legend>
      {rest}
    </fieldset>
  ) : (
    <div className={styles.field} data-error={field.error !== undefined}>
      {!isLabelInside && (
        <label className={styles.label} htmlFor={field.id}>
          {title}
        </label>
      )}
      {rest}
    </div>
  )
}
