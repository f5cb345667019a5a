// Photographs as evidence: taken with the kiosk's camera or chosen, made smaller here.
import { type ChangeEvent, useState } from 'react'
import { FieldFrame } from '../../kit/field-frame.tsx'
import { formatSize } from '../../kit/file-limits.ts'
import { type FieldProps, useField } from '../../kit/form-context.ts'
import { Icon } from '../../kit/icons.tsx'
import { useEntryWords } from './entry-hooks.ts'
import styles from './photograph-field.module.css'
import { MOST_PHOTOGRAPHS, type ReducedPhotograph, reducePhotograph } from './reduce-photograph.ts'

type Props = FieldProps & {
  readonly photographs: readonly ReducedPhotograph[]
  readonly onChange: (photographs: readonly ReducedPhotograph[]) => void
}

export function PhotographField(props: Props) {
  const { photographs, onChange } = props
  const { t } = useEntryWords()
  const [isReducing, setReducing] = useState(false)
  const [isUnreadable, setUnreadable] = useState(false)
  const isFull = photographs.length >= MOST_PHOTOGRAPHS
  const field = useField(
    { ...props, hint: isFull ? t('photograph.full', { number: MOST_PHOTOGRAPHS }) : t('photograph.hint') },
    isUnreadable ? t('photograph.unreadable') : undefined,
    true,
  )
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    target.value = ''
    if (!file) return
    setReducing(true)
    const reduced = await reducePhotograph(file, nameOf(photographs.length))
    setReducing(false)
    setUnreadable(!reduced)
    if (reduced) onChange([...photographs, reduced])
  }
  return (
    <FieldFrame
      field={field}
      props={{ ...props, hint: isFull ? t('photograph.full', { number: MOST_PHOTOGRAPHS }) : t('photograph.hint') }}
      isLabelInside
    >
      <div className={styles.photographs}>
        <label className={styles.take} data-disabled={isFull || isReducing}>
          <Icon name="plus" />
          <span>
            {isReducing ? t('photograph.reducing') : `${t('photograph.take')}${props.note ? ` · ${props.note}` : ''}`}
          </span>
          <input
            {...field.control}
            className={styles.input}
            type="file"
            accept="image/*"
            capture="environment"
            disabled={isFull || isReducing}
            onChange={event => void take(event)}
          />
        </label>
        {photographs.map((one, at) => (
          <button
            key={one.name}
            type="button"
            className={styles.taken}
            aria-label={t('photograph.remove', { name: one.name })}
            onClick={() => onChange(photographs.filter((_, other) => other !== at))}
          >
            <Icon name="done" />
            <span>
              {one.name} · {formatSize(one.bytes.length)}
            </span>
            <Icon name="close" />
          </button>
        ))}
      </div>
    </FieldFrame>
  )
}

/** No name of the camera's: it may tell of people and places. */
const nameOf = (count: number): string => `anh-${count + 1}-${Date.now().toString(36)}.jpg`
