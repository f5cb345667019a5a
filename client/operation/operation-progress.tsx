// How far something long is, for how long it has run, and the way to stop it: by a press, a touch or Esc. Comes only after a moment
// and then stays for one, so that nothing flashes; says little aloud.
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../design/number-format.ts'
import { ageWords } from '../i18n/phrases.ts'
import { Button } from '../kit/button.tsx'
import styles from './operation-progress.module.css'
import { announcedShare, restOfStay, SHOW_AFTER_MS } from './operation-timing.ts'

export type OperationProgressProps = {
  /** "Đang xuất CSV" */
  readonly label: string
  readonly isRunning: boolean
  /** 0–1; undefined = nobody knows, and then no bar pretends to. */
  readonly share?: number | undefined
  /** Where something nearer belongs to Esc. */
  readonly isEscapeFree?: boolean
  readonly onCancel: () => void
}

export function OperationProgress(props: OperationProgressProps) {
  const { isRunning, onCancel } = props
  const [shownAt, setShownAt] = useState<number>()
  const giveBack = useGivenBackFocus(isRunning)
  useEffect(() => {
    if (isRunning === (shownAt !== undefined)) return undefined
    const wait = isRunning ? SHOW_AFTER_MS : restOfStay(shownAt ?? 0, performance.now())
    const timer = setTimeout(() => setShownAt(isRunning ? performance.now() : undefined), wait)
    return () => clearTimeout(timer)
  }, [isRunning, shownAt])
  if (shownAt === undefined) return null
  const cancel = () => {
    onCancel()
    setShownAt(undefined)
  }
  return <Shown {...props} giveBack={giveBack} begunAt={shownAt - SHOW_AFTER_MS} onCancel={cancel} />
}

type Held<E> = { readonly current: E }
type ShownProps = OperationProgressProps & { readonly begunAt: number; readonly giveBack: () => void }

function Shown({ label, share, isEscapeFree = false, begunAt, giveBack, onCancel }: ShownProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  // Whoever stood on the way to stop it comes back to where it was begun.
  useLayoutEffect(() => {
    const element = box.current
    return () => {
      if (element?.contains(document.activeElement)) giveBack()
    }
  }, [giveBack])
  const announced = announcedShare(share)
  const percent = (of: number) => t('operation.share', { share: formatNumber(Math.floor(of * 100)) })
  useEscape(box, isEscapeFree, onCancel)
  return (
    <div
      ref={box}
      className={styles.progress}
      data-testid="operation"
      data-share={share === undefined ? 'unknown' : share}
    >
      <span className={styles.label} aria-hidden="true">
        {label}
        {share !== undefined && ` ${percent(share)}`}
      </span>
      <progress
        className={styles.track}
        aria-label={label}
        {...(share === undefined ? {} : { value: share, max: 1, 'aria-valuetext': percent(share) })}
      />
      <Elapsed since={begunAt} />
      <Button icon="close" onClick={onCancel}>
        {t('operation.cancel')}
        <span className="spoken"> {label}</span>
      </Button>
      <span className="spoken" role="status">
        {announced === undefined ? label : `${label} ${percent(announced)}`}
      </span>
    </div>
  )
}

/** Gives the focus to what had it when it began. */
function useGivenBackFocus(isRunning: boolean): () => void {
  const opener = useRef<Element>(null)
  useLayoutEffect(() => {
    if (isRunning) opener.current = document.activeElement
  }, [isRunning])
  return useCallback(() => {
    const held = opener.current
    if (held instanceof HTMLElement && held.isConnected) held.focus()
  }, [])
}

const SECOND_MS = 1_000

/** Not read out each second: it stands beside what is. */
function Elapsed({ since }: { readonly since: number }) {
  const { t } = useTranslation()
  const [now, setNow] = useState(since)
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <span className={styles.elapsed} aria-hidden="true">
      {now - since >= SECOND_MS && ageWords(t, now - since)}
    </span>
  )
}

/** Before anything else hears of it: a dialog stays open when what runs in it is stopped. */
function useEscape(box: Held<HTMLElement | null>, isFree: boolean, onCancel: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || isFree) return
    const dialog = [...document.querySelectorAll('dialog[open]')].at(-1)
    if ((dialog && !dialog.contains(box.current)) || document.querySelector('[role="listbox"]')) return
    event.preventDefault()
    event.stopImmediatePropagation()
    onCancel()
  })
  useEffect(() => {
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [])
}
