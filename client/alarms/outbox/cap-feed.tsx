// Where other systems fetch the alarms in force; the address can be copied.
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/button.tsx'
import controls from '../../kit/control.module.css'
import { useToasts } from '../../kit/toast-region.tsx'
import parts from '../parts.module.css'
import styles from './outbox.module.css'

const PATH = '/api/v1/alarms/cap'

export function CapFeed() {
  const { t } = useTranslation('alarms')
  const { tell } = useToasts()
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const address = new URL(PATH, location.origin).href
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      tell('done', t('outbox.copied'))
    } catch {
      // Without a secure connection there is no clipboard: the person copies by hand.
      field.current?.focus()
      field.current?.select()
      tell('info', t('outbox.selected'))
    }
  }
  return (
    <section className={parts.panel} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('outbox.feed')}</h3>
      <p className={parts.muted}>{t('outbox.feedAbout')}</p>
      <div className={styles.copy}>
        <label htmlFor={id}>{t('outbox.feedAddress')}</label>
        <input ref={field} id={id} className={controls.control} type="text" readOnly value={address} />
        <Button icon="link" onClick={() => void copy()}>
          {t('outbox.copy')}
        </Button>
      </div>
    </section>
  )
}
