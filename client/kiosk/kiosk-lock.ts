// Keeps a kiosk's page where it is, as far as a page can: no menu, no selection, no shortcut, no zoom of the page, no way back out of
// the kiosk. What is beyond a page is the browser's (docs/displays.md).

const EDITING = new Set(['a', 'c', 'v', 'x', 'z'])
const FIELDS = 'input, textarea, select, [contenteditable]'

export type KioskLock = {
  readonly window: Window
  /** Whether the page may stand at this path. */
  readonly isWithin: (pathname: string) => boolean
  /** Goes to where it may stand. */
  readonly comeBack: () => void
}

/** @returns the way to let it go */
export function lockKiosk({ window, isWithin, comeBack }: KioskLock): () => void {
  const ending = new AbortController()
  const capturing = { capture: true, passive: false, signal: ending.signal } as const
  const refuse = (event: Event) => event.preventDefault()
  for (const name of ['contextmenu', 'dragstart', 'gesturestart', 'auxclick'] as const)
    window.addEventListener(name, refuse, capturing)
  window.addEventListener('selectstart', event => isInField(event.target) || event.preventDefault(), capturing)
  window.addEventListener('wheel', event => event.ctrlKey && event.preventDefault(), capturing)
  window.addEventListener('keydown', event => leads(event) && event.preventDefault(), capturing)
  // Before the page hears of it: an address outside is never shown.
  window.addEventListener(
    'popstate',
    event => {
      if (isWithin(window.location.pathname)) return
      event.stopImmediatePropagation()
      comeBack()
    },
    capturing,
  )
  return () => ending.abort()
}

/** Whether a key would lead out of the page, or act on the browser. */
export function leads(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>): boolean {
  const { key } = event
  if (/^F\d{1,2}$/.test(key) || key === 'Escape' || key === 'ContextMenu' || key.startsWith('Browser')) return true
  const isShortcut = event.ctrlKey || event.metaKey || event.altKey
  return isShortcut && !(isInField(event.target) && EDITING.has(key.toLowerCase()))
}

const isInField = (target: EventTarget | null): boolean =>
  typeof Element !== 'undefined' && target instanceof Element && target.closest(FIELDS) !== null
