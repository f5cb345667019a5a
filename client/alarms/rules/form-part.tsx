// One part of a long form under its own heading.
import type { ReactNode } from 'react'
import styles from './rule-form.module.css'

export function FormPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.part}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}
