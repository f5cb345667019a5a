// A number as people write it, with its unit. What can't be read stops the form instead of being sent as nothing.
import styles from './control.module.css'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-context.ts'
import { numberText, parseNumber } from './number-text.ts'
import { useTypedText } from './typed-text.ts'

export type NumberFieldWords = { readonly notUnderstood: string }

export type NumberFieldProps = FieldProps & {
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  readonly words: NumberFieldWords
  readonly unit?: string
  /** Whole numbers only: a decimal is not understood. */
  readonly isWhole?: boolean
}

const parseWhole = (text: string): number | undefined => {
  const value = parseNumber(text)
  return Number.isInteger(value) ? value : undefined
}

export function NumberField(props: NumberFieldProps) {
  const typed = useTypedText(props.value, props.onChange, {
    parse: props.isWhole ? parseWhole : parseNumber,
    format: numberText,
  })
  const field = useField(props, typed.isUnclear ? props.words.notUnderstood : undefined, typed.isUnclearShown)
  return (
    <FieldFrame field={field} props={props}>
      <div className={styles.box}>
        <input
          {...field.control}
          className={styles.control}
          data-align="end"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={typed.text}
          onChange={event => typed.type(event.target.value)}
          onBlur={typed.leave}
        />
        {props.unit && <span className={styles.unit}>{props.unit}</span>}
      </div>
    </FieldFrame>
  )
}
