// A link inside the page: a true anchor (keyboard, new tab), followed without loading the page.
import type { MouseEvent, ReactNode } from 'react'
import { navigate } from './address.ts'

type Props = {
  readonly to: string
  readonly className?: string | undefined
  readonly isCurrent?: boolean
  /** What the page is there for. */
  readonly isMain?: boolean
  readonly label?: string | undefined
  readonly children: ReactNode
}

export function LinkTo({ to, className, isCurrent = false, isMain = false, label, children }: Props) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    navigate(to)
  }
  return (
    <a
      href={to}
      className={className}
      aria-current={isCurrent ? 'true' : undefined}
      aria-label={label}
      data-main={isMain || undefined}
      onClick={follow}
    >
      {children}
    </a>
  )
}
