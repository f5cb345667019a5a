// The corner where short messages stand. It lies above open dialogs; what must be answered belongs into the page itself.
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { Button } from './button.tsx'
import { Icon, type IconName } from './icons.tsx'
import styles from './toast-region.module.css'
import { createToasts, type Toast, type ToastKind, type Toasts } from './toasts.ts'

export type ToastWords = { readonly region: string; readonly dismiss: string }

const ToastContext = createContext<Toasts | undefined>(undefined)
const ICON = { done: 'done', info: 'info', error: 'error' } as const satisfies Record<ToastKind, IconName>

const after = (ms: number, run: () => void) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

type ProviderProps = { readonly words: ToastWords; readonly children: ReactNode }

export function ToastProvider({ words, children }: ProviderProps) {
  const [toasts] = useState(() => createToasts({ after }))
  useEffect(() => {
    toasts.release()
    return toasts.stop
  }, [toasts])
  return (
    <ToastContext value={toasts}>
      {children}
      <ToastRegion toasts={toasts} words={words} />
    </ToastContext>
  )
}

/** @throws Error outside of a `ToastProvider` */
export function useToasts(): Pick<Toasts, 'tell' | 'dismiss'> {
  const toasts = useContext(ToastContext)
  if (!toasts) throw new Error('useToasts outside <ToastProvider>')
  return toasts
}

type RegionProps = { readonly toasts: Toasts; readonly words: ToastWords }

function ToastRegion({ toasts, words }: RegionProps) {
  const list = useSyncExternalStore(toasts.onChange, toasts.list)
  const region = useRef<HTMLElement>(null)
  const newest = list.at(-1)?.id
  // Shown again with each message, it comes to lie above a dialog that was opened since.
  useLayoutEffect(() => {
    const element = region.current
    if (newest !== undefined) element?.showPopover()
    return () => element?.hidePopover()
  }, [newest])
  return (
    <section
      ref={region}
      className={styles.region}
      popover="manual"
      aria-label={words.region}
      onMouseEnter={toasts.hold}
      onMouseLeave={toasts.release}
      onFocus={toasts.hold}
      onBlur={toasts.release}
    >
      {list.map(toast => (
        <ToastLine
          key={toast.id}
          toast={toast}
          dismissWords={words.dismiss}
          onDismiss={() => toasts.dismiss(toast.id)}
        />
      ))}
    </section>
  )
}

type LineProps = { readonly toast: Toast; readonly dismissWords: string; readonly onDismiss: () => void }

function ToastLine({ toast, dismissWords, onDismiss }: LineProps) {
  return (
    <div className={styles.toast} data-kind={toast.kind} role={toast.kind === 'error' ? 'alert' : 'status'}>
      <span className={styles.sign}>
        <Icon name={ICON[toast.kind]} />
      </span>
      <p>{toast.text}</p>
      <Button kind="quiet" icon="close" isIconOnly onClick={onDismiss}>
        {dismissWords}
      </Button>
    </div>
  )
}
