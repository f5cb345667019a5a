// A calendar day: typed day first, or picked from the browser's own calendar. Gives an ISO date; knows no clock.
import { useRef } from 'react'
import { formatIsoDate } from '../design/time-format.ts'
import { Button } from './button.tsx'
import styles from './control.module.css'
import { parseDay } from './day-text.ts'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-context.ts'
import { useTypedText } from './typed-text.ts'

export type DateFieldWords = {
  readonly notUnderstood: string
  /** Name of the button: "Mở lịch". */
  readonly openCalendar: string
  /** "nn/tt/nnnn" */
  readonly pattern: string
}

export type DateFieldProps = FieldProps & {
  /** ISO date. */
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly words: DateFieldWords
  /** ISO dates that bound the calendar; what is typed is judged by the page. */
  readonly min?: string
  readonly max?: string
}

export function DateField(props: DateFieldProps) {
  const typed = useTypedText(props.value, props.onChange, { parse: parseDay, format: formatIsoDate })
  const field = useField(props, typed.isUnclear ? props.words.notUnderstood : undefined, typed.isUnclearShown)
  const picker = useRef<HTMLInputElement>(null)
  return (
    <FieldFrame field={field} props={props}>
      <div className={styles.box}>
        <input
          {...field.control}
          className={styles.control}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          placeholder={props.words.pattern}
          value={typed.text}
          onChange={event => typed.type(event.target.value)}
          onBlur={typed.leave}
        />
        <input
          ref={picker}
          className={styles.picker}
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={props.value ?? ''}
          min={props.min}
          max={props.max}
          onChange={event => props.onChange(parseDay(event.target.value))}
        />
        <span className={styles.beside}>
          <Button
            icon="calendar"
            isIconOnly
            isDisabled={props.isDisabled ?? false}
            onClick={() => picker.current?.showPicker()}
          >
            {props.words.openCalendar}
          </Button>
        </span>
      </div>
    </FieldFrame>
  )
}
