// An instant by hand, in the province's time whatever zone the screen is set to; taken with Enter or when the field is left.
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { momentText, parseMoment } from './moment-text.ts'
import styles from './time-bar.module.css'

type Props = { readonly at: number; readonly onMoment: (at: number) => void }

export function MomentField({ at, onMoment }: Props) {
  const { t } = useTranslation('time')
  /** Undefined while nobody types: then the field goes with the clock. */
  const [draft, setDraft] = useState<string>()
  const wanted = draft === undefined ? at : parseMoment(draft, at)
  const take = () => {
    if (wanted === undefined) return
    if (momentText(wanted) !== momentText(at)) onMoment(wanted)
    setDraft(undefined)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take()
    if (event.key !== 'Escape') return
    setDraft(undefined)
    event.preventDefault()
  }
  return (
    <label className={styles.moment}>
      <span>{t('bar.moment')}</span>
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder={t('bar.momentPattern')}
        title={wanted === undefined ? t('bar.noMoment') : undefined}
        aria-invalid={wanted === undefined}
        value={draft ?? momentText(at)}
        onFocus={event => event.target.select()}
        onChange={event => setDraft(event.target.value)}
        onBlur={take}
        onKeyDown={press}
      />
    </label>
  )
}
