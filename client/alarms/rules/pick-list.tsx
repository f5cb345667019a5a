// Several of many, in a list that can be searched: boxes to tick, how many are ticked in sight while it is closed.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../design/number-format.ts'
import { FieldFrame } from '../../kit/field-frame.tsx'
import { type FieldProps, useField } from '../../kit/form-context.ts'
import { TextField } from '../../kit/text-field.tsx'
import { isFoundBy } from '../../programme/plain-text.ts'
import parts from '../parts.module.css'
import styles from './rule-form.module.css'

export type PickOption = { readonly value: string; readonly label: string; readonly about?: string }
type Props = FieldProps & {
  readonly options: readonly PickOption[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** A list as short as this needs no search. */
const SHORT = 12

export function PickList(props: Props) {
  const { options, chosen, onChange } = props
  const { t } = useTranslation('alarms')
  const [text, setText] = useState('')
  const field = useField(props)
  const held = new Set(chosen)
  // What was chosen before and is gone from the list can still be taken out.
  const known = new Set(options.map(({ value }) => value))
  const all = [...chosen.filter(value => !known.has(value)).map(value => ({ value, label: value })), ...options]
  const found = all.filter(({ label, ...rest }) => isFoundBy(text, label, 'about' in rest ? (rest.about ?? '') : ''))
  const toggle = (value: string) => onChange(held.has(value) ? chosen.filter(one => one !== value) : [...chosen, value])
  return (
    <FieldFrame field={field} props={props} isGroup>
      <details className={styles.pick} open={options.length <= SHORT || undefined}>
        <summary id={field.id}>
          {t('rules.form.pick.choose')} · {t('rules.form.pick.chosen', { number: formatNumber(chosen.length) })}
        </summary>
        {all.length > SHORT && (
          <TextField
            name={`${props.name}.search`}
            label={t('rules.form.pick.search')}
            kind="search"
            value={text}
            onChange={setText}
          />
        )}
        <ul className={styles.boxes}>
          {found.map(({ value, label, ...rest }) => (
            <li key={value}>
              <label>
                <input type="checkbox" checked={held.has(value)} onChange={() => toggle(value)} />
                <span>
                  {label}
                  {'about' in rest && rest.about !== undefined && <span className={parts.under}>{rest.about}</span>}
                </span>
              </label>
            </li>
          ))}
          {found.length === 0 && <li className={parts.muted}>{t('rules.form.pick.none')}</li>}
        </ul>
      </details>
    </FieldFrame>
  )
}
