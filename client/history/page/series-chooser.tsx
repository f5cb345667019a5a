// Finds a series by quantity, station or village, with or without Vietnamese marks, and adds it.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DerivedSeries } from '../../../shared/history/api-schema.ts'
import { MAX_EXPORT_SERIES } from '../../../shared/history/limits.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useMoment } from '../../live/live-hooks.tsx'
import { isFoundBy } from '../../programme/plain-text.ts'
import { useQuantities } from '../../registry/quantity-words.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import styles from './series-chooser.module.css'

const MOST_SHOWN = 60

type Props = {
  readonly chosen: readonly string[]
  readonly derived: readonly DerivedSeries[]
  readonly onAdd: (id: string) => void
  /** How many there may be. */
  readonly most?: number
}

export function SeriesChooser({ most = MAX_EXPORT_SERIES, ...props }: Props) {
  const { t } = useTranslation('history')
  const [isOpen, setOpen] = useState(false)
  const isFull = props.chosen.length >= most
  return (
    <div className={styles.line}>
      <Button
        icon="plus"
        kind={props.chosen.length === 0 ? 'primary' : 'plain'}
        isDisabled={isFull}
        onClick={() => setOpen(true)}
      >
        {isFull ? t('chooser.full', { most }) : t('chooser.add')}
      </Button>
      {isOpen && (
        <Dialog title={t('chooser.title')} words={{ close: t('close') }} onClose={() => setOpen(false)}>
          <Choices
            {...props}
            onAdd={id => {
              props.onAdd(id)
              setOpen(false)
            }}
          />
        </Dialog>
      )}
    </div>
  )
}

function Choices({ chosen, derived, onAdd }: Omit<Props, 'most'>) {
  const { t } = useTranslation('history')
  const { state } = useMoment()
  const words = useQuantities()
  const { data: registry } = useRegistry()
  const [text, setText] = useState('')
  const villageName = (id: string) => registry?.villages.find(one => one.id === id)?.name ?? id
  const all = [
    ...state.catalogue.map(one => ({
      id: one.id,
      name: words.name(one.quantity),
      place: `${one.deviceName} · ${villageName(one.village)}`,
    })),
    ...derived.map(one => ({
      id: one.id,
      name: t(`derived.short.${one.kind}`),
      place: `${one.deviceName} · ${villageName(one.village)} · ${t('derived.mark')}`,
    })),
  ].filter(({ id }) => !chosen.includes(id))
  const found = all.filter(({ name, place }) => isFoundBy(text, name, place))
  return (
    <form onSubmit={event => event.preventDefault()}>
      <TextField
        name="search"
        kind="search"
        label={t('chooser.search')}
        hint={t('chooser.hint')}
        maxLength={80}
        value={text}
        onChange={setText}
      />
      <p className={styles.count} role="status">
        {t('chooser.count', { count: found.length })}
      </p>
      <ul className={styles.list}>
        {found.slice(0, MOST_SHOWN).map(({ id, name, place }) => (
          <li key={id}>
            <button type="button" className={styles.choice} onClick={() => onAdd(id)} data-series={id}>
              <strong>{name}</strong>
              <span>{place}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > MOST_SHOWN && (
        <p className={styles.count}>{t('chooser.more', { count: found.length - MOST_SHOWN })}</p>
      )}
    </form>
  )
}
