// The browser's own notifications: asked for, shown, taken back. One per alarm, so that a repeat replaces. Knows no component.
import { createListeners } from '../../live/listeners.ts'

/** `insecure`: the page didn't come over HTTPS, the browser then refuses without asking. */
export type Permission = 'missing' | 'insecure' | 'default' | 'granted' | 'denied'

const changed = createListeners<void>()
/** At most as many as alarms ask for attention; each leaves when it is closed. */
const shown = new Map<string, Notification>()
let isUnable = false

export const onPermissionChange = changed.add

export function permission(): Permission {
  if (typeof Notification === 'undefined' || isUnable) return 'missing'
  return isSecureContext ? Notification.permission : 'insecure'
}

/** Only from a press: browsers refuse a page that asks by itself. */
export async function askPermission(): Promise<void> {
  if (permission() === 'default') await Notification.requestPermission()
  changed.tell()
}

/** The person may change it in the browser's own settings while the page stands. Returns the stop. */
export function watchPermission(): () => void {
  const tell = () => changed.tell()
  document.addEventListener('visibilitychange', tell)
  addEventListener('focus', tell)
  return () => {
    document.removeEventListener('visibilitychange', tell)
    removeEventListener('focus', tell)
  }
}

type Shown = { readonly tag: string; readonly title: string; readonly body: string; readonly open: () => void }

export function notify({ tag, title, body, open }: Shown): void {
  if (permission() !== 'granted') return
  try {
    const notification = new Notification(title, { tag, body, lang: document.documentElement.lang })
    notification.addEventListener('click', () => {
      window.focus()
      notification.close()
      open()
    })
    notification.addEventListener('close', () => {
      if (shown.get(tag) === notification) shown.delete(tag)
    })
    shown.set(tag, notification)
  } catch {
    // Some phones have the name of it and refuse every one.
    isUnable = true
    changed.tell()
  }
}

export function closeNotification(tag: string): void {
  shown.get(tag)?.close()
  shown.delete(tag)
}
