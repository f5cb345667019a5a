// Where a form tells the page what it recorded, so that the page can say it.
import { createContext } from 'react'
import type { AnyEvent } from '../../shared/programme/event.ts'

export const SentContext = createContext<(events: readonly AnyEvent[]) => void>(() => {})
