// Which page an address asks for. Pure: so few pages need no router.
import { type KioskSection, kioskSection } from '../../shared/unit-board/section.ts'

export type Page =
  | { readonly kind: 'wall' }
  | { readonly kind: 'desktop' }
  | { readonly kind: 'history' }
  | { readonly kind: 'compare' }
  | { readonly kind: 'programme' }
  | { readonly kind: 'alarms' }
  | { readonly kind: 'handover' }
  /** Where a link in a message leads. */
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'kiosk'; readonly unitId: string | undefined; readonly section: KioskSection | undefined }
  | { readonly kind: 'displays' }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'account' }
  /** Where a kiosk's code leads an officer's phone. */
  | { readonly kind: 'approve-entry' }
  | { readonly kind: 'accounts' }
  | { readonly kind: 'access-log' }
  | { readonly kind: 'map-bench' }

const UNIT_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Anything unknown is the desktop page. */
export function pageOf(pathname: string): Page {
  const [first, second, third] = pathname.split('/').filter(part => part !== '')
  if (first === 'wall') return { kind: 'wall' }
  if (first === 'history') return { kind: 'history' }
  if (first === 'compare') return { kind: 'compare' }
  if (first === 'programme') return { kind: 'programme' }
  if (first === 'alarms') return { kind: second === 'acknowledge' ? 'acknowledge' : 'alarms' }
  if (first === 'handover') return { kind: 'handover' }
  if (first === 'kiosk')
    return { kind: 'kiosk', unitId: second && UNIT_ID.test(second) ? second : undefined, section: kioskSection(third) }
  if (first === 'admin' && second === 'displays') return { kind: 'displays' }
  if (first === 'admin' && second === 'accounts') return { kind: 'accounts' }
  if (first === 'admin' && second === 'access-log') return { kind: 'access-log' }
  if (first === 'account' && second === 'kiosk') return { kind: 'approve-entry' }
  if (first === 'sign-in' || first === 'account') return { kind: first }
  if (first === 'bench' && second === 'map') return { kind: 'map-bench' }
  return { kind: 'desktop' }
}
