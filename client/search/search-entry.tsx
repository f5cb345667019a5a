// The way into the search in the head of a page: a field to press, and its keys. The search itself comes when it is first asked for.
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../kit/icons.tsx'
import styles from './search-entry.module.css'
import { opensSearch } from './search-key.ts'

const SearchPalette = lazy(async () => ({ default: (await import('./search-palette.tsx')).SearchPalette }))
const WITHOUT_TEXT = new Set(['checkbox', 'radio', 'button', 'submit'])

export function SearchEntry() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const press = useEffectEvent((event: KeyboardEvent) => {
    // A page whose own keys took it comes first.
    if (event.defaultPrevented || event.isComposing || isOpen) return
    if (!opensSearch(event, isTyping(), document.querySelector('dialog[open]') !== null)) return
    event.preventDefault()
    setOpen(true)
  })
  useEffect(() => {
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  return (
    <>
      <button
        type="button"
        className={styles.entry}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K /"
        onClick={() => setOpen(true)}
      >
        <Icon name="search" />
        <span className={styles.words}>{t('search.entry')}</span>
        <kbd className={styles.key} aria-hidden="true">
          Ctrl K
        </kbd>
      </button>
      {isOpen && (
        <Suspense>
          <SearchPalette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

function isTyping(): boolean {
  const element = document.activeElement
  if (!(element instanceof HTMLElement)) return false
  if (element instanceof HTMLInputElement) return !WITHOUT_TEXT.has(element.type)
  return element.matches('textarea, select') || element.isContentEditable
}
