// Something to know about the page or a part of it. Sign and title carry the kind; colour only underlines it.
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'
import styles from './notice.module.css'

export type NoticeKind = 'info' | 'warning' | 'error' | 'success'

export type NoticeProps = {
  readonly kind: NoticeKind
  readonly title: string
  readonly children?: ReactNode
  /** What one can do about it. */
  readonly actions?: ReactNode
  /** Said at once instead of when there is a pause; errors are. */
  readonly isUrgent?: boolean
}

const ICON = { info: 'info', warning: 'warning', error: 'error', success: 'done' } as const satisfies Record<
  NoticeKind,
  IconName
>

export function Notice({ kind, title, children, actions, isUrgent = kind === 'error' }: NoticeProps) {
  return (
    <div className={styles.notice} data-kind={kind} role={isUrgent ? 'alert' : 'status'}>
      <span className={styles.sign}>
        <Icon name={ICON[kind]} />
      </span>
      <div className={styles.words}>
        <strong>{title}</strong>
        {children !== undefined && <div>{children}</div>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
