// What one presses. A busy button keeps its focus and its place, says what it is doing and takes no second press.
import type { MouseEvent, ReactNode, Ref } from 'react'
import { LinkTo } from '../app/link-to.tsx'
import styles from './button.module.css'
import { Icon, type IconName } from './icons.tsx'

/** One primary per view; danger is for what can't be taken back. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

type LookProps = {
  readonly kind?: ButtonKind
  readonly icon?: IconName
  /** Only the icon is drawn; the words are its name for readers that listen. */
  readonly isIconOnly?: boolean
  readonly children: ReactNode
}

export type ButtonProps = LookProps & {
  readonly type?: 'button' | 'submit'
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void
  readonly isBusy?: boolean
  /** Stands in for the words while busy: "Đang gửi…". */
  readonly busyWords?: string
  readonly isDisabled?: boolean
  readonly isPressed?: boolean
  /** Of what it shows and hides. */
  readonly isExpanded?: boolean
  readonly describedBy?: string | undefined
  /** The form it sends when it stands outside of it. */
  readonly form?: string
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({
  kind = 'plain',
  icon,
  isIconOnly = false,
  children,
  type = 'button',
  onClick,
  isBusy = false,
  busyWords,
  isDisabled = false,
  isPressed,
  isExpanded,
  describedBy,
  form,
  ref,
}: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isBusy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      ref={ref}
      // oxlint-disable-next-line react/button-has-type
      type={type}
      form={form}
      className={styles.button}
      data-kind={kind}
      data-icon-only={isIconOnly}
      disabled={isDisabled}
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      aria-pressed={isPressed}
      aria-expanded={isExpanded}
      aria-describedby={describedBy}
      onClick={press}
    >
      <ButtonLook icon={isBusy ? 'clock' : icon} isIconOnly={isIconOnly}>
        {isBusy && busyWords ? busyWords : children}
      </ButtonLook>
    </button>
  )
}

type LinkProps = LookProps & { readonly to: string }

/** Looks like a button and goes to a page. */
export function ButtonLink({ kind = 'plain', icon, isIconOnly = false, children, to }: LinkProps) {
  return (
    <span className={styles.holder} data-kind={kind} data-icon-only={isIconOnly}>
      <LinkTo to={to} className={styles.button}>
        <ButtonLook icon={icon} isIconOnly={isIconOnly}>
          {children}
        </ButtonLook>
      </LinkTo>
    </span>
  )
}

/** Looks like a button and brings a file from the station; the page stays. */
export function DownloadLink({ kind = 'plain', icon = 'download', isIconOnly = false, children, to }: LinkProps) {
  return (
    <span className={styles.holder} data-kind={kind} data-icon-only={isIconOnly}>
      <a href={to} download className={styles.button}>
        <ButtonLook icon={icon} isIconOnly={isIconOnly}>
          {children}
        </ButtonLook>
      </a>
    </span>
  )
}

type ButtonLookProps = {
  readonly icon: IconName | undefined
  readonly isIconOnly: boolean
  readonly children: ReactNode
}

function ButtonLook({ icon, isIconOnly, children }: ButtonLookProps) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span className={isIconOnly ? 'spoken' : undefined}>{children}</span>
    </>
  )
}
