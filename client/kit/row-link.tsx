// The head of a row that opens something: a true link when that has an address, a button when not.
import type { ReactNode } from 'react'
import { LinkTo } from '../app/link-to.tsx'
import styles from './row-link.module.css'

/** What a row opens: a page with its address, or something on this page. */
export type RowOpening = { readonly to: string } | { readonly open: () => void }

type Props = { readonly opening: RowOpening; readonly isCurrent: boolean; readonly children: ReactNode }

export function RowLink({ opening, isCurrent, children }: Props) {
  return 'to' in opening ? (
    <LinkTo to={opening.to} className={styles.link} isCurrent={isCurrent}>
      {children}
    </LinkTo>
  ) : (
    <button type="button" className={styles.link} aria-current={isCurrent || undefined} onClick={opening.open}>
      {children}
    </button>
  )
}
