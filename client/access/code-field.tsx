// The six digits of the second factor: figures only, in the keyboard for figures, filled in by the phone where it can.
import { useLayoutEffect, useRef } from 'react'
import control from '../kit/control.module.css'
import { FieldFrame } from '../kit/field-frame.tsx'
import { type FieldProps, useField } from '../kit/form-context.ts'
import styles from './code-field.module.css'

export const CODE_LENGTH = 6

type Props = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  /** It comes because it is asked for: what one types next is the code. */
  readonly takesFocus?: boolean
}

export function CodeField(props: Props) {
  const field = useField(props)
  const input = useRef<HTMLInputElement>(null)
  const { takesFocus = false } = props
  useLayoutEffect(() => {
    if (takesFocus) input.current?.focus()
  }, [takesFocus])
  return (
    <FieldFrame field={field} props={props}>
      <input
        {...field.control}
        ref={input}
        className={`${control.control} ${styles.code}`}
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={props.value}
        // Some apps show it in two groups.
        onChange={event => props.onChange(event.target.value.replaceAll(/\D/g, '').slice(0, CODE_LENGTH))}
      />
    </FieldFrame>
  )
}
