// A dock beside the map: its head, and what it holds while it is open. Whether it is, this browser remembers.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../kit/icons.tsx'
import { setLook, useLook } from './desktop-look.ts'
import styles from './dock.module.css'

type Props = { readonly side: 'attention' | 'selection'; readonly children: ReactNode }

export function Dock({ side, children }: Props) {
  const { t } = useTranslation('desktop')
  const { hasAttention, hasSelection } = useLook()
  const isOpen = side === 'attention' ? hasAttention : hasSelection
  const id = `dock-${side}`
  const turn = () => setLook(side === 'attention' ? { hasAttention: !isOpen } : { hasSelection: !isOpen })
  return (
    <section className={styles.dock} data-side={side} data-open={isOpen} aria-labelledby={`${id}-title`}>
      <header className={styles.head}>
        <h2 id={`${id}-title`}>{t(`dock.${side}`)}</h2>
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={turn}>
          <Icon name="chevron-right" />
          <span className="spoken">{t(isOpen ? 'dock.close' : 'dock.open', { name: t(`dock.${side}`) })}</span>
        </button>
      </header>
      <div id={id} className={styles.body} hidden={!isOpen}>
        {children}
      </div>
    </section>
  )
}
