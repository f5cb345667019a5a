// The chosen stretch, kept in the address: a link opens it, and a handle that is dragged writes it once the hand rests.
import { useEffect, useMemo, useRef, useState } from 'react'
import { replaceAddress, useParameters, withParameters } from '../app/address.ts'
import { type Stretch, stretchOfText, textOfStretch } from './stretch.ts'

/** Browsers refuse an address that changes too often. */
const WRITE_AFTER_MS = 300
const write = (stretch: Stretch | undefined) =>
  replaceAddress(withParameters({ stretch: stretch && textOfStretch(stretch) }))

export type StretchChoice = {
  readonly stretch: Stretch | undefined
  /** The same once the hand rests. */
  readonly settled: Stretch | undefined
  readonly choose: (stretch: Stretch | undefined) => void
}

export function useStretch(): StretchChoice {
  const text = useParameters().get('stretch')
  const written = useMemo(() => stretchOfText(text), [text])
  const [dragged, setDragged] = useState<Stretch>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const choose = (stretch: Stretch | undefined) => {
    clearTimeout(timer.current)
    setDragged(stretch)
    if (!stretch) {
      write(undefined)
      return
    }
    timer.current = setTimeout(() => {
      setDragged(undefined)
      write(stretch)
    }, WRITE_AFTER_MS)
  }
  return { stretch: dragged ?? written, settled: written, choose }
}
