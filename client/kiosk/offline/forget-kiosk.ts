// What must not outlive the pairing of a kiosk: everything it kept for when the line is gone.
import { removeSealedStore } from './sealed-store.ts'
import { endOffline } from './start-offline.ts'

export async function forgetKiosk(): Promise<void> {
  await Promise.allSettled([removeSealedStore(), endOffline()])
}
