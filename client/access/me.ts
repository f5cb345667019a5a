// Who sits here as the station says it, held outside React: pages, the live link and every form ask here. Knows no page.
import { useSyncExternalStore } from 'react'
import type { Me } from '../../shared/access/api-schema.ts'
import { holdFormSecret } from '../app/station-fetch.ts'
import { createListeners } from '../live/listeners.ts'
import { type Deed, mayDo } from './may.ts'

const changed = createListeners<void>()
let held: Me | undefined

export const currentMe = (): Me | undefined => held
export const onMe = changed.add

export function holdMe(me: Me): void {
  holdFormSecret(me.formSecret)
  if (JSON.stringify(me) === JSON.stringify(held)) return
  held = me
  changed.tell()
}

/** Whether the station knows who asks; true until it says otherwise. */
export const isKnown = (): boolean => held?.who.kind !== 'nobody'

/** Undefined until the station has answered. */
export const useMe = (): Me | undefined => useSyncExternalStore(changed.add, currentMe)

/** Whether something may be begun by whoever sits here. */
export function useMay(): (deed: Deed) => boolean {
  const me = useMe()
  return deed => mayDo(me, deed)
}
