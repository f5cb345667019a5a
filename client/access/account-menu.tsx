// Who is signed in, in the head of a page: their name and unit, and behind it the way to their account, to administration, and out.
import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../shared/access/api-schema.ts'
import { navigate } from '../app/address.ts'
import { addressInLanguage } from '../app/areas.ts'
import { LinkTo } from '../app/link-to.tsx'
import { Icon } from '../kit/icons.tsx'
import styles from './account-menu.module.css'
import { initialsOf } from './initials.ts'
import { useMe } from './me.ts'
import { signOut } from './me-query.ts'
import { mayOpen } from './page-rights.ts'

/** Nothing where nobody signs in. */
export function AccountMenu() {
  const me = useMe()
  return me?.who.kind === 'person' ? <Menu person={me.who} /> : null
}

const LINKS = [
  { page: 'account', path: '/account', words: 'who.account' },
  { page: 'accounts', path: '/admin/accounts', words: 'who.accounts' },
  { page: 'access-log', path: '/admin/access-log', words: 'who.log' },
  { page: 'displays', path: '/admin/displays', words: 'areas.displays' },
] as const

function Menu({ person }: { readonly person: Person }) {
  const { t } = useTranslation()
  const me = useMe()
  const [isOpen, setOpen] = useState(false)
  const menuId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [unit] = person.units
  const unitWords = person.units.length > 1 ? t('who.units', { count: person.units.length }) : unit?.name
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return
    setOpen(false)
    button.current?.focus()
  }
  const closeOutside = (event: FocusEvent<HTMLDivElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
  }
  const leave = () => {
    navigate(addressInLanguage('/sign-in'))
    void signOut()
  }
  return (
    <div className={styles.menu} onKeyDown={closeByKey} onBlur={closeOutside}>
      <button
        ref={button}
        type="button"
        className={styles.opener}
        aria-expanded={isOpen}
        aria-controls={menuId}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={styles.sign} aria-hidden="true">
          {initialsOf(person.name)}
        </span>
        <span className="spoken">{t('who.menu', { name: person.name })}</span>
        <span className={styles.who} aria-hidden="true">
          <span>{person.name}</span>
          {unitWords !== undefined && <span className={styles.unit}>{unitWords}</span>}
        </span>
        <Icon name="chevron-down" />
      </button>
      <ul id={menuId} className={styles.list} hidden={!isOpen}>
        {/* Where the head is narrow, the name stands only here. */}
        <li className={styles.self}>
          <strong>{person.name}</strong>
          {person.units.map(({ id, name }) => (
            <span key={id}>{name}</span>
          ))}
        </li>
        {LINKS.filter(({ page }) => mayOpen(me, page)).map(({ path, words }) => (
          <li key={path}>
            <LinkTo to={addressInLanguage(path)} className={styles.entry}>
              {t(words)}
            </LinkTo>
          </li>
        ))}
        <li>
          <button type="button" className={styles.entry} onClick={leave}>
            {t('who.signOut')}
          </button>
        </li>
      </ul>
    </div>
  )
}
