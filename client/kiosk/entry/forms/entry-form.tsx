// The frame of a kiosk's forms: one main action, large targets; hands in once, says what became of it, or what is to be corrected.
import { type ReactNode, useState } from 'react'
import type { EntryCommand, EntryDeed } from '../../../../shared/entry/entry.ts'
import { Form, SubmitButton } from '../../../kit/form.tsx'
import type { FieldErrors } from '../../../kit/form-errors.ts'
import { Notice } from '../../../kit/notice.tsx'
import type { EditedEntry } from '../edited-entry.ts'
import { useDesk, useEntryWords, useLine } from '../entry-hooks.ts'
import { type HandedIn, handIn } from '../hand-in.ts'
import { HeldUp } from '../held-up.tsx'
import { MOST_QUEUED } from '../queue-state.ts'
import type { ReducedPhotograph } from '../reduce-photograph.ts'
import styles from './entry-form.module.css'

/** What every form of the kiosk is given. */
export type EntryFormProps = {
  readonly deed: EntryDeed
  /** Typed anew; undefined = it is a new one. */
  readonly edited: EditedEntry | undefined
  readonly onHandedIn: (what: 'done' | 'waiting' | 'conflict') => void
}
type Props = EntryFormProps & {
  readonly title: string
  readonly description?: ReactNode
  readonly about: string
  readonly version: number
  readonly photographs?: readonly ReducedPhotograph[]
  readonly check: () => FieldErrors
  /** Undefined while the fields make none; `check` then says what is missing. */
  readonly make: () => EntryCommand | undefined
  readonly children: ReactNode
}

const NONE: readonly ReducedPhotograph[] = []

export function EntryForm(props: Props) {
  const { title, description, deed, edited, about, version, photographs = NONE } = props
  const { check, make, onHandedIn, children } = props
  const { t, language } = useEntryWords()
  const desk = useDesk()
  const isLineUp = useLine()
  const canSend = isLineUp || desk.canWait()
  const [isLost, setLost] = useState(false)

  function errorsOf(handed: HandedIn): FieldErrors | undefined {
    switch (handed.kind) {
      case 'refused':
        return { '': handed.faults.map(fault => fault[language]).join(' · ') }
      case 'full':
        return { '': t(`full.${handed.why}`, { number: MOST_QUEUED }) }
      case 'failed':
        setLost(true)
        return { '': t('form.failed') }
      case 'settled':
        setLost(true)
        return { '': t('queue.settled') }
      case 'done':
      case 'waiting':
      case 'conflict':
        onHandedIn(handed.kind)
        return undefined
      default:
        return handed satisfies never
    }
  }
  const submit = async (): Promise<FieldErrors | undefined> => {
    const entry = make()
    if (!entry) return { '': t('form.failed') }
    const insteadOf = edited?.queued.id
    return errorsOf(await handIn(desk, isLineUp, { entry, deed, about, version, photographs, insteadOf }))
  }
  return (
    <section className={styles.sheet} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        {description !== undefined && <div className={styles.about}>{description}</div>}
      </header>
      {edited && (
        <Notice
          kind="warning"
          title={t(edited.queued.standing.kind === 'conflict' ? 'queue.editConflict' : 'queue.editRefused')}
        >
          <HeldUp entry={edited.queued} />
        </Notice>
      )}
      {!isLineUp && <Notice kind="warning" title={t(desk.canWait() ? 'session.offline' : 'session.offlineNot')} />}
      <div className={styles.form}>
        <Form
          label={title}
          words={{ summary: count => t('form.fix', { count }), failed: t('form.failed') }}
          check={check}
          onSubmit={submit}
          actions={
            <SubmitButton busyWords={t('form.sending')} isDisabled={!canSend || isLost}>
              {t('form.send')}
            </SubmitButton>
          }
        >
          {children}
        </Form>
      </div>
    </section>
  )
}
