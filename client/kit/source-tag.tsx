// Where something comes from when it is not simply measured or decided: "MÔ PHỎNG", "bộ minh họa", "theo báo chí".
import { Icon } from './icons.tsx'
import styles from './source-tag.module.css'

export type SourceTagProps = {
  readonly text: string
  /** The source itself, on the web. */
  readonly href?: string
}

export function SourceTag({ text, href }: SourceTagProps) {
  if (href === undefined) return <span className={styles.tag}>{text}</span>
  return (
    <a className={styles.tag} href={href} target="_blank" rel="noreferrer">
      {text} <Icon name="link" />
    </a>
  )
}
