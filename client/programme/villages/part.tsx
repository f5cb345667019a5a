// One part of a village's page: its name, what one can do there, and what it holds. Its id is where links lead to.
import type { ReactNode } from 'react'
import styles from './village-page.module.css'

type Props = {
  readonly id: string
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function Part({ id, title, actions, children }: Props) {
  return (
    <section id={id} className={styles.part} aria-labelledby={`${id}-title`}>
      <header className={styles.partHead}>
        <h3 id={`${id}-title`}>{title}</h3>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  )
}
