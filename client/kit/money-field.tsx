// An amount in whole đồng. Takes "1,2 tỷ" as well as the figure in full, and says in words what it understood,
// so that a zero too many is seen before it is sent.
import styles from './control.module.css'
import { FieldFrame } from './field-frame.tsx'
import { type FieldProps, useField } from './form-context.ts'
import { dongText, type MoneyScale, moneyWords, parseMoney } from './money-text.ts'
import { useTypedText } from './typed-text.ts'

export type MoneyFieldWords = {
  readonly notUnderstood: string
  /** "tỷ đồng", "triệu đồng", "nghìn đồng", "đồng" */
  readonly units: Readonly<Record<MoneyScale, string>>
}

export type MoneyFieldProps = FieldProps & {
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  readonly words: MoneyFieldWords
  readonly placeholder?: string
}

export function MoneyField(props: MoneyFieldProps) {
  const typed = useTypedText(props.value, props.onChange, { parse: parseMoney, format: dongText })
  const field = useField(props, typed.isUnclear ? props.words.notUnderstood : undefined, typed.isUnclearShown)
  const meant = parseMoney(typed.text)
  return (
    <FieldFrame
      field={field}
      props={props}
      understood={meant === undefined ? '' : `= ${moneyWords(meant, props.words.units)}`}
    >
      <div className={styles.box}>
        <input
          {...field.control}
          className={styles.control}
          data-align="end"
          type="text"
          autoComplete="off"
          placeholder={props.placeholder}
          value={typed.text}
          onChange={event => typed.type(event.target.value)}
          onBlur={typed.leave}
        />
        <span className={styles.unit}>{props.words.units.one}</span>
      </div>
    </FieldFrame>
  )
}
