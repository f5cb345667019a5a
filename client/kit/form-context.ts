// What a field knows of the form around it: its errors, and where to say that its text can't be read.
import { createContext, useContext, useEffect, useId } from 'react'
import type { FieldErrors } from './form-errors.ts'

export type FormState = {
  readonly id: string
  readonly errors: FieldErrors
  readonly isBusy: boolean
  /** A text that can't be read must not be sent as "nothing entered": the form asks before it sends. */
  readonly report: (name: string, problem: string | undefined) => void
}

export const FormContext = createContext<FormState | undefined>(undefined)

export const fieldIdOf = (formId: string, name: string): string => `${formId}-${name}`

/** What every field is given. */
export type FieldProps = {
  /** Unique within its form; errors are matched by it. */
  readonly name: string
  readonly label: string
  /** A word beside the label: "không bắt buộc". */
  readonly note?: string
  readonly hint?: string
  /** Wins over the form's error of this name. */
  readonly error?: string | undefined
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
}

export type FieldState = {
  readonly id: string
  readonly error: string | undefined
  readonly hintId: string
  readonly errorId: string
  readonly control: {
    readonly id: string
    readonly name: string
    readonly disabled: boolean
    readonly 'aria-required': boolean | undefined
    readonly 'aria-invalid': boolean | undefined
    readonly 'aria-describedby': string | undefined
  }
}

export function useField(props: FieldProps, problem?: string, isProblemShown = false): FieldState {
  const form = useContext(FormContext)
  const ownId = useId()
  const { name } = props
  const report = form?.report
  useEffect(() => {
    report?.(name, problem)
    return () => report?.(name, undefined)
  }, [report, name, problem])
  const id = form ? fieldIdOf(form.id, name) : ownId
  const error = (isProblemShown ? problem : undefined) ?? props.error ?? (form?.errors[name] || undefined)
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [error ? errorId : '', props.hint ? hintId : ''].filter(Boolean).join(' ')
  return {
    id,
    error,
    hintId,
    errorId,
    control: {
      id,
      name,
      disabled: props.isDisabled ?? false,
      'aria-required': props.isRequired || undefined,
      'aria-invalid': error ? true : undefined,
      'aria-describedby': describedBy || undefined,
    },
  }
}
