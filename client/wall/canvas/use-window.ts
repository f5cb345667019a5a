// The window's size as an external store.
import { useMemo, useSyncExternalStore } from 'react'

const size = () => `${window.innerWidth} ${window.innerHeight}`
function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

/** CSS pixels. */
export function useWindow(): { readonly width: number; readonly height: number } {
  const text = useSyncExternalStore(onResize, size)
  return useMemo(() => {
    const [width = 1920, height = 1080] = text.split(' ').map(Number)
    return { width, height }
  }, [text])
}
