// Short messages that come and go: the newest few, each with its own end. Knows no screen; time is handed in.
import { createListeners } from '../live/listeners.ts'

export type ToastKind = 'done' | 'info' | 'error'
export type Toast = { readonly id: number; readonly kind: ToastKind; readonly text: string }

export const MAX_TOASTS = 4
/** Two short lines can be read twice in that time. An error stays until it is put away (WCAG 2.2.1). */
export const TOAST_MS = 8_000

type Deps = { readonly after: (ms: number, run: () => void) => () => void }

export function createToasts({ after }: Deps) {
  const changed = createListeners<void>()
  const timers = new Map<number, () => void>()
  let shown: readonly Toast[] = []
  let lastId = 0

  const show = (next: readonly Toast[]) => {
    shown = next
    changed.tell()
  }
  const stopTimer = (id: number) => {
    timers.get(id)?.()
    timers.delete(id)
  }
  const startTimer = ({ id, kind }: Toast) => {
    if (kind !== 'error' && !timers.has(id))
      timers.set(
        id,
        after(TOAST_MS, () => dismiss(id)),
      )
  }
  const dismiss = (id: number) => {
    stopTimer(id)
    if (shown.some(toast => toast.id === id)) show(shown.filter(toast => toast.id !== id))
  }

  return {
    tell: (kind: ToastKind, text: string) => {
      lastId += 1
      const toast = { id: lastId, kind, text }
      const kept = [...shown, toast].slice(-MAX_TOASTS)
      for (const gone of shown) if (!kept.includes(gone)) stopTimer(gone.id)
      startTimer(toast)
      show(kept)
    },
    dismiss,
    /** While somebody reads (pointer or focus within), nothing goes away by itself. */
    hold: () => {
      for (const { id } of shown) stopTimer(id)
    },
    release: () => {
      for (const toast of shown) startTimer(toast)
    },
    stop: () => {
      for (const id of timers.keys()) stopTimer(id)
    },
    list: () => shown,
    onChange: changed.add,
  }
}

export type Toasts = ReturnType<typeof createToasts>
