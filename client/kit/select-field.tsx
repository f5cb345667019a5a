// One of several, in the browser's own list; options may be grouped.
import styles from './control.module.css'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-context.ts'
import { Icon } from './icons.tsx'

export type SelectOption<Value extends string> = {
  readonly value: Value
  readonly label: string
  readonly group?: string
  readonly isDisabled?: boolean
}

export type SelectFieldProps<Value extends string> = FieldProps & {
  readonly options: readonly SelectOption<Value>[]
  readonly value: Value | undefined
  readonly onChange: (value: Value | undefined) => void
  /** The words of "none chosen"; without them something is always chosen. */
  readonly noneWords?: string
}

export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const field = useField(props)
  const groups = Map.groupBy(props.options, ({ group }) => group)
  const choose = (chosen: string) => props.onChange(props.options.find(({ value }) => value === chosen)?.value)
  return (
    <FieldFrame field={field} props={props}>
      <div className={styles.box}>
        <select
          {...field.control}
          className={`${styles.control} ${styles.chosen}`}
          value={props.value ?? ''}
          onChange={event => choose(event.target.value)}
        >
          {props.noneWords !== undefined && <option value="">{props.noneWords}</option>}
          {[...groups].map(([group, options]) =>
            group === undefined ? (
              options.map(option => <Option key={option.value} option={option} />)
            ) : (
              <optgroup key={group} label={group}>
                {options.map(option => (
                  <Option key={option.value} option={option} />
                ))}
              </optgroup>
            ),
          )}
        </select>
        <span className={styles.sign}>
          <Icon name="chevron-down" />
        </span>
      </div>
    </FieldFrame>
  )
}

function Option({ option }: { readonly option: SelectOption<string> }) {
  return (
    <option value={option.value} disabled={option.isDisabled}>
      {option.label}
    </option>
  )
}
