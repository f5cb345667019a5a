// A share in whole per cent, drawn along a bar or typed beside it. Undefined = not said, which isn't zero.
import { Button } from './button.tsx'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-context.ts'
import { parseNumber } from './number-text.ts'
import styles from './percent-field.module.css'
import { useTypedText } from './typed-text.ts'

export type PercentFieldWords = {
  readonly notUnderstood: string
  /** Stands for the bar's value while there is none: "chưa nêu". */
  readonly none: string
  /** Name of the button that takes the value out again. */
  readonly clear: string
}

export type PercentFieldProps = FieldProps & {
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  readonly words: PercentFieldWords
}

/** Whole and from 0 to 100, else not understood. */
export function parsePercent(text: string): number | undefined {
  const value = parseNumber(text.replace(/\s*%\s*$/, ''))
  return value !== undefined && Number.isInteger(value) && value >= 0 && value <= 100 ? value : undefined
}

export function PercentField(props: PercentFieldProps) {
  const { value, words } = props
  const typed = useTypedText(value, props.onChange, { parse: parsePercent, format: String })
  const field = useField(props, typed.isUnclear ? words.notUnderstood : undefined, typed.isUnclearShown)
  return (
    <FieldFrame field={field} props={props}>
      <div className={styles.box}>
        <input
          className={styles.bar}
          type="range"
          min={0}
          max={100}
          step={1}
          disabled={props.isDisabled}
          data-unknown={value === undefined}
          aria-label={props.label}
          aria-valuetext={value === undefined ? words.none : `${value} %`}
          value={value ?? 0}
          onChange={event => props.onChange(event.target.valueAsNumber)}
        />
        <input
          {...field.control}
          className={styles.figure}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          placeholder={words.none}
          value={typed.text}
          onChange={event => typed.type(event.target.value)}
          onBlur={typed.leave}
        />
        <span className={styles.unit}>%</span>
        {value !== undefined && (
          <Button kind="quiet" icon="close" isIconOnly onClick={() => props.onChange(undefined)}>
            {words.clear}
          </Button>
        )}
      </div>
    </FieldFrame>
  )
}
