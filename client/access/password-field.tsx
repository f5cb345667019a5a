// A password: can be shown while it is typed, may be pasted, and is told to the browser for what it is.
import { useState } from 'react'
import control from '../kit/control.module.css'
import { FieldFrame } from '../kit/field-frame.tsx'
import { type FieldProps, useField } from '../kit/form-context.ts'
import { useAccessWords } from './form-words.ts'
import styles from './password-field.module.css'

type Props = FieldProps & {
  readonly use: 'current-password' | 'new-password'
  readonly value: string
  readonly onChange: (value: string) => void
}

export function PasswordField(props: Props) {
  const { t } = useAccessWords()
  const field = useField(props)
  const [isShown, setShown] = useState(false)
  const what = props.label.toLocaleLowerCase()
  return (
    <FieldFrame field={field} props={props}>
      <div className={control.box}>
        <input
          {...field.control}
          className={`${control.control} ${styles.typed}`}
          type={isShown ? 'text' : 'password'}
          autoComplete={props.use}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={1_024}
          value={props.value}
          onChange={event => props.onChange(event.target.value)}
        />
        <button
          type="button"
          className={styles.show}
          aria-label={t(isShown ? 'form.hideNamed' : 'form.showNamed', { what })}
          onClick={() => setShown(!isShown)}
        >
          {t(isShown ? 'form.hide' : 'form.show')}
        </button>
      </div>
    </FieldFrame>
  )
}
