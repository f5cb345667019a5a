// When a kiosk must be left alone: while an entry session runs, while a page stands on which somebody types or reads what others entered,
// and while entries that wait would be lost with the page.
import { useEffect } from 'react'
import type { PageUse } from '../displays/page-use.ts'
import { madeDesk } from './entry/entry-desk.ts'

const holds = new Set<symbol>()

/** Until the returned way to let go is taken. */
export function holdKiosk(): () => void {
  const hold = Symbol('hold')
  holds.add(hold)
  return () => void holds.delete(hold)
}

/** For as long as what calls it stands on the page. */
export const useHeldKiosk = (): void => useEffect(holdKiosk, [])

const isInUse = (): boolean => holds.size > 0 || madeDesk()?.session.standing().running !== undefined

export const KIOSK_USE: PageUse = {
  isInUse,
  mayReload: () => {
    const desk = madeDesk()
    return !isInUse() && (desk === undefined || desk.canWait() || desk.entries().length === 0)
  },
  report: () => ({ queued: madeDesk()?.entries().length ?? 0, isInUse: isInUse() }),
}
