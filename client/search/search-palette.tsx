// The search: one field, what it finds below, all by keyboard. Typed without marks it finds what has them.
import './words/vocabulary.ts'
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from '../app/address.ts'
import { formatNumber } from '../design/number-format.ts'
import { Icon } from '../kit/icons.tsx'
import { keyOfThing, MAX_QUERY, type Thing } from './found-things.ts'
import { recentChoices, rememberChoice } from './recent-choices.ts'
import styles from './search-palette.module.css'
import { useKnownThings } from './use-known-things.ts'

type Props = { readonly onClose: () => void }

export function SearchPalette({ onClose }: Props) {
  const { t } = useTranslation('search')
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const { index, byKey, isLoading } = useKnownThings()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const [recent] = useState(() => recentChoices())
  const isAsking = query.trim() !== ''
  const found = useMemo(() => index.find(query), [index, query])
  const shown = isAsking ? found.things : recent.flatMap(key => byKey.get(key) ?? [])
  const current = Math.min(at, shown.length - 1)
  useModal(dialog)

  const choose = (thing: Thing) => {
    rememberChoice(keyOfThing(thing))
    onClose()
    navigate(thing.to)
  }
  const move = (event: KeyboardEvent) => {
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, Home: undefined, End: undefined }[event.key]
    if (to !== undefined && shown.length > 0) {
      event.preventDefault()
      setAt((to + shown.length) % shown.length)
    }
    const thing = shown[current]
    if (event.key === 'Enter' && thing && !event.nativeEvent.isComposing) {
      event.preventDefault()
      choose(thing)
    }
  }
  const optionId = (place: number) => `${id}-${place}`
  return (
    // Esc does for the keyboard what a press beside the dialog does.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={t('title')}
      onClose={onClose}
      onMouseDown={event => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className={styles.sheet}>
        <div className={styles.field}>
          <Icon name="search" />
          <input
            type="text"
            role="combobox"
            aria-label={t('label')}
            aria-expanded={shown.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={shown.length > 0 ? optionId(current) : undefined}
            aria-autocomplete="list"
            placeholder={t('placeholder')}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={MAX_QUERY}
            value={query}
            onChange={event => {
              setQuery(event.target.value)
              setAt(0)
            }}
            onKeyDown={move}
          />
          <button type="button" className={styles.close} onClick={onClose}>
            <Icon name="close" />
            <span className="spoken">{t('close')}</span>
          </button>
        </div>
        <p className={styles.about} role="status">
          {isAsking
            ? found.total === 0
              ? t(isLoading ? 'loading' : 'nothing', { query: query.trim() })
              : t('found', { count: found.total, number: formatNumber(found.total) })
            : t(shown.length > 0 ? 'recent' : 'hint', { number: formatNumber(index.size) })}
        </p>
        <ul id={`${id}-list`} className={styles.list} role="listbox" aria-label={t('results')}>
          {shown.map((thing, place) => (
            // The keys are the field's: an option never has the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={keyOfThing(thing)}
              id={optionId(place)}
              role="option"
              aria-selected={place === current}
              data-thing={keyOfThing(thing)}
              onClick={() => choose(thing)}
              onMouseMove={() => setAt(place)}
            >
              <span className={styles.name}>{thing.name}</span>
              <span className={styles.kind}>{t(`kind.${thing.kind}`)}</span>
              {thing.detail !== '' && <span className={styles.detail}>{thing.detail}</span>}
            </li>
          ))}
        </ul>
        <p className={styles.foot}>{t('keys', { number: formatNumber(index.size) })}</p>
      </div>
    </dialog>
  )
}

/** Shown while it stands on the page; the element that had the focus gets it back. */
function useModal(dialog: { readonly current: HTMLDialogElement | null }) {
  useLayoutEffect(() => {
    const element = dialog.current
    const opener = document.activeElement
    element?.showModal()
    element?.querySelector('input')?.focus()
    return () => {
      element?.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [dialog])
}
