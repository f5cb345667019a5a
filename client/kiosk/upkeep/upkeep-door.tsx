// The hidden way to the service page: five touches in the corner, then the PIN, then the page. Stands on every page of the kiosk and shows
// nothing until then.
import { useEffect, useState } from 'react'
import { cornerTaps, TAPS } from '../corner-taps.ts'
import { PinPad } from './pin-pad.tsx'
import { UpkeepPage } from './upkeep-page.tsx'

type Step =
  | { readonly kind: 'closed' }
  | { readonly kind: 'pin' }
  | { readonly kind: 'open'; readonly pin: string; readonly address: string }
const CLOSED: Step = { kind: 'closed' }

/** @param unitId of a display that stands for one unit */
export function UpkeepDoor({ unitId }: { readonly unitId: string | undefined }) {
  const [step, setStep] = useState<Step>(CLOSED)
  useEffect(() => {
    let taps: readonly number[] = []
    const tapped = (event: PointerEvent) => {
      taps = cornerTaps(taps, { x: event.clientX, y: event.clientY, at: performance.now() }, innerWidth)
      if (taps.length < TAPS) return
      taps = []
      setStep(before => (before.kind === 'closed' ? { kind: 'pin' } : before))
    }
    window.addEventListener('pointerdown', tapped, { passive: true })
    return () => window.removeEventListener('pointerdown', tapped)
  }, [])
  const close = () => setStep(CLOSED)
  if (step.kind === 'closed') return null
  if (step.kind === 'pin')
    return <PinPad onRight={(pin, address) => setStep({ kind: 'open', pin, address })} onClose={close} />
  return <UpkeepPage pin={step.pin} address={step.address} unitId={unitId} onClose={close} />
}
