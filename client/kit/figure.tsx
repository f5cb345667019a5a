// One number that matters: what it is, its value, what it means, where it comes from, and a way into what it is made of.
import type { ReactNode } from 'react'
import { LinkTo } from '../app/link-to.tsx'
import styles from './figure.module.css'
import { Icon } from './icons.tsx'
import { StateShape } from './state-mark.tsx'
import type { ProgrammeState } from './state-shapes.ts'

/** Leads to what the number is made of; the words say what that is: "Xem 3 nhiệm vụ trễ hạn". */
export type FigureOpening = { readonly words: string } & ({ readonly to: string } | { readonly open: () => void })

export type FigureProps = {
  readonly label: string
  /** As written; undefined when nobody knows. */
  readonly value: string | undefined
  /** Stands in for a value nobody knows: "chưa rõ". */
  readonly unknownWords: string
  readonly unit?: string
  readonly state?: ProgrammeState
  /** Target, limit or comparison. */
  readonly meaning?: ReactNode
  /** Source and age. */
  readonly source?: ReactNode
  readonly opens?: FigureOpening
}

export function Figure({ label, value, unknownWords, unit, state, meaning, source, opens }: FigureProps) {
  return (
    <section className={styles.figure} data-opens={opens !== undefined}>
      <h3 className={styles.label}>{label}</h3>
      <p className={styles.value} data-unknown={value === undefined}>
        {value ?? unknownWords}
        {value !== undefined && unit && <span className={styles.unit}>{`\u2009${unit}`}</span>}
      </p>
      {meaning !== undefined && (
        <p className={styles.meaning} data-state={state}>
          {state && <StateShape state={state} />}
          <span>{meaning}</span>
        </p>
      )}
      {(source !== undefined || opens) && (
        <p className={styles.foot}>
          <span>{source}</span>
          {opens && <Opening opens={opens} />}
        </p>
      )}
    </section>
  )
}

function Opening({ opens }: { readonly opens: FigureOpening }) {
  const inside = (
    <>
      {opens.words}
      <Icon name="chevron-right" />
    </>
  )
  return 'to' in opens ? (
    <LinkTo to={opens.to} className={styles.opens}>
      {inside}
    </LinkTo>
  ) : (
    <button type="button" className={styles.opens} onClick={opens.open}>
      {inside}
    </button>
  )
}
