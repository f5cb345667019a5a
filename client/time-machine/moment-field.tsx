// An instant by hand, in the province's time whatever zone the screen is set to; taken when it is whole and the field is left or Enter pressed.
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PROVINCE_OFFSET_MS } from '../../shared/programme/province-day.ts'
import { instantOfText } from './past-address.ts'
import styles from './time-bar.module.css'

/** As the browser's field writes it. */
const fieldText = (at: number) => new Date(at + PROVINCE_OFFSET_MS).toISOString().slice(0, 16)

type Props = {
  readonly at: number
  readonly now: number | undefined
  readonly onMoment: (at: number) => void
}

export function MomentField({ at, now, onMoment }: Props) {
  const { t } = useTranslation('time')
  const [draft, setDraft] = useState<string>()
  const take = () => {
    const wanted = instantOfText(draft && `${draft}+07:00`)
    if (wanted !== undefined && fieldText(wanted) !== fieldText(at)) onMoment(wanted)
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
      <span className="spoken">{t('bar.moment')}</span>
      <input
        type="datetime-local"
        step={60}
        value={draft ?? fieldText(at)}
        max={now === undefined ? undefined : fieldText(now)}
        onChange={event => setDraft(event.target.value)}
        onBlur={take}
        onKeyDown={press}
      />
    </label>
  )
}
