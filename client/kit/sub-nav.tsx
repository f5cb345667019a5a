// The pages of an area in one line; the page one is on is marked. Where the line is short it scrolls to that page.
import { useLayoutEffect, useRef } from 'react'
import { LinkTo } from '../app/link-to.tsx'
import styles from './sub-nav.module.css'

export type SubNavLink = {
  readonly to: string
  readonly title: string
  /** How many wait there. */
  readonly count?: number
}

export type SubNavProps = {
  readonly label: string
  readonly links: readonly SubNavLink[]
  readonly currentTo: string | undefined
}

export function SubNav({ label, links, currentTo }: SubNavProps) {
  const list = useRef<HTMLUListElement>(null)
  const currentAt = links.findIndex(({ to }) => to === currentTo)
  useLayoutEffect(() => {
    const line = list.current
    const item = line?.children[currentAt]
    // Only sideways: the page itself must not move.
    if (line && item instanceof HTMLElement)
      line.scrollLeft = item.offsetLeft - (line.clientWidth - item.offsetWidth) / 2
  }, [currentAt])
  return (
    <nav className={styles.nav} aria-label={label}>
      <ul ref={list}>
        {links.map(({ to, title, count }) => (
          <li key={to}>
            <LinkTo to={to} className={styles.link} isCurrent={to === currentTo}>
              {title}
              {count !== undefined && count > 0 && <span className={styles.count}>{count}</span>}
            </LinkTo>
          </li>
        ))}
      </ul>
    </nav>
  )
}
