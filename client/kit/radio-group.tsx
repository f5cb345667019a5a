// One of a few, all in sight: a row of segments, each as high as a finger needs. Arrows move within, as radios do.
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-context.ts'
import styles from './radio-group.module.css'
import { StateShape } from './state-mark.tsx'
import type { ProgrammeState } from './state-shapes.ts'

export type RadioOption<Value extends string> = {
  readonly value: Value
  readonly label: string
  readonly state?: ProgrammeState
}

export type RadioGroupProps<Value extends string> = FieldProps & {
  readonly options: readonly RadioOption<Value>[]
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const field = useField(props)
  const chosenAt = props.options.findIndex(({ value }) => value === props.value)
  // An error's link leads to the chosen one, as the Tab key does.
  const reachedAt = Math.max(0, chosenAt)
  return (
    <FieldFrame field={field} props={props} isGroup>
      <div className={styles.segments} data-error={field.error !== undefined}>
        {props.options.map((option, at) => (
          <label key={option.value} className={styles.segment}>
            <input
              type="radio"
              id={at === reachedAt ? field.id : undefined}
              name={field.id}
              disabled={props.isDisabled}
              required={props.isRequired}
              checked={at === chosenAt}
              onChange={() => props.onChange(option.value)}
            />
            {option.state && <StateShape state={option.state} />}
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </FieldFrame>
  )
}
