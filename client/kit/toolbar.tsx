// The row above a table: filters at the start, what one can do at the end, and how much is shown, said when it changes.
import type { ReactNode } from 'react'
import styles from './toolbar.module.css'

export type ToolbarProps = {
  readonly label: string
  /** "12 trong 27 nhiệm vụ" */
  readonly status?: string
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

export function Toolbar({ label, status, actions, children }: ToolbarProps) {
  return (
    <div className={styles.toolbar} role="group" aria-label={label}>
      {children}
      <p className={styles.status} role="status">
        {status}
      </p>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
