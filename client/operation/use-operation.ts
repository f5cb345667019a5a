// Something that may take long and that a person began: it tells how far it is, can be cancelled, and ends with the page part it
// belongs to. Knows nothing of what is done.
import { useEffect, useMemo, useRef, useState } from 'react'

export type OperationAbout = {
  /** Aborted when it is cancelled. */
  readonly signal: AbortSignal
  /** 0–1; undefined = nobody can say yet. */
  readonly tell: (share: number | undefined) => void
}
export type Outcome<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'cancelled' }
export type Operation = {
  readonly isRunning: boolean
  readonly share: number | undefined
  /** One at a time: another one cancels it. Resolves as soon as it is cancelled; rejects as the work does. */
  readonly run: <T>(work: (about: OperationAbout) => Promise<T>) => Promise<Outcome<T>>
  readonly cancel: () => void
}
type State = { readonly isRunning: boolean; readonly share: number | undefined }
const IDLE: State = { isRunning: false, share: undefined }

export function useOperation(): Operation {
  const [state, setState] = useState(IDLE)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const doors = useMemo(
    () => ({
      async run<T>(work: (about: OperationAbout) => Promise<T>): Promise<Outcome<T>> {
        running.current?.abort()
        const given = new AbortController()
        running.current = given
        setState({ isRunning: true, share: undefined })
        const tell = (share: number | undefined) => {
          if (running.current === given) setState({ isRunning: true, share })
        }
        try {
          return await outcomeOf(work({ signal: given.signal, tell }), given.signal)
        } finally {
          if (running.current === given) {
            running.current = undefined
            setState(IDLE)
          }
        }
      },
      cancel: () => running.current?.abort(),
    }),
    [],
  )
  return { ...state, ...doors }
}

/** What was cancelled is over then, whenever the work notices and whatever it says then. */
export async function outcomeOf<T>(work: Promise<T>, signal: AbortSignal): Promise<Outcome<T>> {
  const cancelled = Promise.withResolvers<Outcome<T>>()
  const cancel = () => cancelled.resolve({ kind: 'cancelled' })
  signal.addEventListener('abort', cancel)
  const done = work.then(
    (value): Outcome<T> => (signal.aborted ? { kind: 'cancelled' } : { kind: 'done', value }),
    (error: unknown): Outcome<T> => {
      if (signal.aborted) return { kind: 'cancelled' }
      throw error
    },
  )
  try {
    return await Promise.race([done, cancelled.promise])
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}
