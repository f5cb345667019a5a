// A form: checks before it sends, sends once, and says what is wrong in one list that leads to the fields.
// Knows no command; what the server refuses comes back by the names of the fields.
import {
  type InputEvent,
  type MouseEvent,
  type ReactNode,
  type SubmitEvent,
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Button, type ButtonProps } from './button.tsx'
import styles from './form.module.css'
import { FormContext, fieldIdOf } from './form-context.ts'
import { type FieldError, type FieldErrors, listErrors } from './form-errors.ts'
import { Icon } from './icons.tsx'

export type FormWords = {
  /** "Cần sửa 3 chỗ trước khi gửi" */
  readonly summary: (count: number) => string
  /** When sending failed for a reason nobody foresaw. */
  readonly failed: string
}

export type FormProps = {
  readonly label: string
  readonly words: FormWords
  /** What the page can judge by itself, before anything is sent. */
  readonly check?: () => FieldErrors
  /** Sends. Resolves to what the server refused, by field; nothing or an empty record when it was taken. */
  readonly onSubmit: () => Promise<FieldErrors | undefined>
  readonly actions: ReactNode
  readonly children: ReactNode
}

const NO_ERRORS: readonly FieldError[] = []

export function Form({ label, words, check, onSubmit, actions, children }: FormProps) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const unreadable = useRef(new Map<string, string>())
  const isSending = useRef(false)
  const [listed, setListed] = useState(NO_ERRORS)
  const [round, setRound] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const state = useMemo(
    () => ({
      id,
      errors: Object.fromEntries(listed.map(({ name, text }) => [name, text])),
      isBusy,
      report: (name: string, problem: string | undefined) => {
        if (problem === undefined) unreadable.current.delete(name)
        else unreadable.current.set(name, problem)
      },
    }),
    [id, listed, isBusy],
  )
  const say = (errors: FieldErrors) => {
    setListed(listErrors(errors, fieldsOf(form.current, id)))
    setRound(round + 1)
  }
  const send = async () => {
    const found = { ...check?.(), ...Object.fromEntries(unreadable.current) }
    if (Object.values(found).some(text => text !== '')) return say(found)
    isSending.current = true
    setBusy(true)
    try {
      say((await onSubmit()) ?? {})
    } catch (failure) {
      reportError(failure)
      say({ '': words.failed })
    } finally {
      isSending.current = false
      setBusy(false)
    }
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    // A form in a dialog's form would send both.
    event.stopPropagation()
    if (!isSending.current) void send()
  }

  // What was said of a field no longer holds once it is changed.
  const forget = (event: InputEvent<HTMLFormElement>) => {
    if (!(event.target instanceof HTMLElement)) return
    const changed = new Set([event.target.id, event.target.getAttribute('name')])
    const isOf = (name: string) => name !== '' && changed.has(fieldIdOf(id, name))
    if (listed.some(({ name }) => isOf(name))) setListed(listed.filter(({ name }) => !isOf(name)))
  }

  return (
    <FormContext value={state}>
      <form ref={form} className={styles.form} aria-label={label} noValidate onSubmit={submit} onInput={forget}>
        {listed.length > 0 && (
          <ErrorSummary key={round} formId={id} title={words.summary(listed.length)} errors={listed} />
        )}
        {children}
        <div className={styles.actions}>{actions}</div>
      </form>
    </FormContext>
  )
}

/** Names of the fields in the order in which they stand on the page. */
function fieldsOf(form: HTMLFormElement | null, formId: string): readonly string[] {
  const prefix = fieldIdOf(formId, '')
  return [...(form?.querySelectorAll('[id]') ?? [])]
    .filter(element => element.id.startsWith(prefix))
    .map(element => element.id.slice(prefix.length))
}

type SummaryProps = { readonly formId: string; readonly title: string; readonly errors: readonly FieldError[] }

/** Takes the focus when it comes, which is when something was sent: never while somebody types. */
function ErrorSummary({ formId, title, errors }: SummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const titleId = useId()
  useLayoutEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} className={styles.summary} role="group" aria-labelledby={titleId} tabIndex={-1}>
      <p id={titleId}>
        <Icon name="error" /> {title}
      </p>
      <ul>
        {errors.map(({ name, text }) => (
          <li key={name}>
            <ErrorLine fieldId={fieldIdOf(formId, name)} isLinked={name !== ''} text={text} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type ErrorLineProps = { readonly fieldId: string; readonly isLinked: boolean; readonly text: string }

function ErrorLine({ fieldId, isLinked, text }: ErrorLineProps) {
  const goTo = (event: MouseEvent) => {
    // Not by the address: there it would be a page of its own in the history.
    event.preventDefault()
    const field = document.getElementById(fieldId)
    field?.focus()
    field?.scrollIntoView({ block: 'center' })
  }
  if (!isLinked) return text
  return (
    <a href={`#${fieldId}`} onClick={goTo}>
      {text}
    </a>
  )
}

type SubmitProps = Pick<ButtonProps, 'kind' | 'icon' | 'busyWords' | 'isDisabled' | 'children'>

/** Sends the form it stands in, and is busy while that takes. */
export function SubmitButton({ kind = 'primary', ...rest }: SubmitProps) {
  const form = useContext(FormContext)
  return <Button {...rest} kind={kind} type="submit" isBusy={form?.isBusy ?? false} />
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
