// Keeps the time machine and the address in step, both ways: a link opens its instant, and what is shown can be shared.
import { useEffect, useRef } from 'react'
import { replaceAddress, useParameters, withParameters } from '../app/address.ts'
import { instantOfText, textOfInstant } from './past-address.ts'
import type { TimeMachine } from './time-machine.ts'

/** Browsers refuse an address that changes too often. */
const WRITE_MS = 1_000
const toSecond = (at: number) => Math.floor(at / 1_000)

export function usePastAddress(machine: TimeMachine, isPast: boolean): void {
  const text = useParameters().get('at')
  const written = useRef<string>(undefined)
  useEffect(() => {
    const at = instantOfText(text)
    if (!isPast || at === undefined || text === written.current) return
    if (toSecond(at) !== toSecond(machine.view().target)) machine.seek(at)
  }, [machine, isPast, text])
  useEffect(() => {
    if (!isPast) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = () => {
      timer = undefined
      const { target } = machine.view()
      const asked = instantOfText(new URLSearchParams(location.search).get('at'))
      if (asked === undefined || toSecond(asked) === toSecond(target)) return
      written.current = textOfInstant(target)
      replaceAddress(withParameters({ at: written.current }))
    }
    const stop = machine.onChange(() => (timer ??= setTimeout(write, WRITE_MS)))
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [machine, isPast])
}
