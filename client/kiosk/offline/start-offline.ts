// Lets a kiosk start and go on without a line, where the browser can: registers its worker and names it as an app. On pages of the kiosk
// only.
const WORKER = '/kiosk-worker.js'
const SCOPE = '/kiosk'
const MANIFEST = '/kiosk.webmanifest'

/** Over plain http across the network a browser has no workers: then nothing is done. */
export async function startOffline(): Promise<void> {
  if (!globalThis.isSecureContext || !('serviceWorker' in navigator)) return
  if (!document.querySelector('link[rel="manifest"]')) {
    const link = document.createElement('link')
    link.rel = 'manifest'
    link.href = MANIFEST
    document.head.append(link)
  }
  await navigator.serviceWorker.register(WORKER, { scope: SCOPE, updateViaCache: 'none' }).catch(() => undefined)
}

/** Its worker and what that kept go. */
export async function endOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.getRegistration(SCOPE)
  await registration?.unregister()
  const names = await caches.keys()
  await Promise.all(names.filter(name => name.startsWith('dai-sen-kiosk-')).map(name => caches.delete(name)))
}
