// Several views in one place of a page. Arrows move and choose; Tab goes on into what is shown.
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { moveInList } from './roving.ts'
import styles from './sub-nav.module.css'

export type Tab = { readonly id: string; readonly title: string; readonly count?: number }

export type TabsProps = {
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly selectedId: string
  readonly onSelect: (id: string) => void
  /** What the chosen tab shows. */
  readonly children: ReactNode
}

export function Tabs({ label, tabs, selectedId, onSelect, children }: TabsProps) {
  const ownId = useId()
  const tabIdOf = (id: string) => `${ownId}-${id}`
  const panelId = `${ownId}-panel`
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === selectedId)
    const to = moveInList(at, event.key, tabs.length)
    const next = to === undefined ? undefined : tabs[to]
    if (!next || event.key === 'ArrowUp' || event.key === 'ArrowDown') return
    event.preventDefault()
    onSelect(next.id)
    document.getElementById(tabIdOf(next.id))?.focus()
  }
  return (
    <div>
      <div className={styles.tabs} role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map(({ id, title, count }) => (
          <button
            key={id}
            id={tabIdOf(id)}
            type="button"
            role="tab"
            className={styles.link}
            aria-selected={id === selectedId}
            aria-controls={panelId}
            tabIndex={id === selectedId ? 0 : -1}
            onClick={() => onSelect(id)}
          >
            {title}
            {count !== undefined && count > 0 && <span className={styles.count}>{count}</span>}
          </button>
        ))}
      </div>
      <div id={panelId} className={styles.panel} role="tabpanel" aria-labelledby={tabIdOf(selectedId)} tabIndex={-1}>
        {children}
      </div>
    </div>
  )
}
