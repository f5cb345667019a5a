// A card of the kiosk: its state in shape and word, what it is about, one button at most. Holds no rule.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkTo } from '../app/link-to.tsx'
import { MarkIcon } from '../design/mark-icon.tsx'
import type { Mark } from '../overview/stations.ts'
import styles from './card.module.css'
import { KioskIcon, type KioskIconName } from './kiosk-icons.tsx'

type GroupProps = { readonly title: string; readonly children: ReactNode }

export const Group = ({ title, children }: GroupProps) => (
  <section className={styles.group} aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
)

export const Page = ({ children }: { readonly children: ReactNode }) => <div className={styles.page}>{children}</div>
export const Cards = ({ children }: { readonly children: ReactNode }) => <ul className={styles.cards}>{children}</ul>
export const Empty = ({ children }: { readonly children: ReactNode }) => <p className={styles.empty}>{children}</p>

const NO_LINES: readonly string[] = []

type CardProps = {
  readonly title: string
  readonly state?: ReactNode
  /** Beside the state: how long, how many. */
  readonly aside?: ReactNode
  readonly isSimulated?: boolean
  readonly lines?: readonly (string | undefined)[]
  /** What is said first and strongest. */
  readonly strong?: string | undefined
  readonly action?: ReactNode
  readonly children?: ReactNode
}

export function Card({
  title,
  state,
  aside,
  isSimulated = false,
  lines = NO_LINES,
  strong,
  action,
  children,
}: CardProps) {
  const { t } = useTranslation('kiosk')
  return (
    <li className={styles.card}>
      {(state !== undefined || isSimulated) && (
        <div className={styles.state}>
          {state}
          <span>
            {aside} {isSimulated && <span className={styles.tag}>{t('simulated')}</span>}
          </span>
        </div>
      )}
      <div className={styles.text}>
        <h3>{title}</h3>
        {strong !== undefined && <p className={styles.strong}>{strong}</p>}
        {lines.map(line => line !== undefined && <p key={line}>{line}</p>)}
        {children}
      </div>
      {action && <div className={styles.foot}>{action}</div>}
    </li>
  )
}

type ButtonProps = {
  readonly icon?: KioskIconName
  readonly kind?: 'main' | 'danger'
  readonly isDisabled?: boolean
  /** One of several that stands chosen. */
  readonly isPressed?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

export const KioskButton = ({ icon, kind, isDisabled = false, isPressed, onPress, children }: ButtonProps) => (
  <button
    type="button"
    className={styles.button}
    data-kind={kind}
    aria-pressed={isPressed}
    disabled={isDisabled}
    onClick={onPress}
  >
    {icon && <KioskIcon name={icon} />}
    {children}
  </button>
)

type LinkProps = {
  readonly icon?: KioskIconName
  readonly to: string
  readonly label?: string
  readonly children: ReactNode
}

export const KioskLink = ({ icon, to, label, children }: LinkProps) => (
  <LinkTo to={to} className={styles.button} label={label}>
    {icon && <KioskIcon name={icon} />}
    {children}
  </LinkTo>
)

export const MarkWord = ({ mark, word }: { readonly mark: Mark; readonly word: string }) => (
  <span className={styles.mark} data-mark={mark}>
    <MarkIcon mark={mark} />
    {word}
  </span>
)
