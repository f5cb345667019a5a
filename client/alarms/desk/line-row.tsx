// A line of the desk as a row of its list: where the keyboard stands, whether it is selected, how it opens. Its cells are the line's.
import type { MouseEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Priority } from '../../../shared/alarms/rule.ts'
import type { AlarmNames } from '../alarm-names.ts'
import styles from './alarm-list.module.css'

export type LineHandlers = {
  readonly onFocus: (key: string) => void
  readonly onToggle: (key: string) => void
  /** Opens the details, or the group. */
  readonly onOpen: (key: string) => void
}
type RowProps = LineHandlers & {
  readonly id: string
  readonly isCurrent: boolean
  readonly isSelected: boolean
}
/** What the list gives to each line. */
export type LineProps = RowProps & {
  readonly names: AlarmNames
  /** Epoch milliseconds, in coarse steps. */
  readonly now: number
}
type Props = RowProps & {
  readonly line: string
  readonly title: string
  readonly priority: Priority
  readonly asks: boolean
  /** Undefined where no line stands within another. */
  readonly level: 1 | 2 | undefined
  /** Of a line that opens in its place. */
  readonly isExpanded?: boolean
  /** Its details are open. */
  readonly isShown?: boolean
  readonly children: ReactNode
}

export function LineRow(props: Props) {
  const { line, title, isSelected, level, isExpanded, isShown = false, onFocus, onToggle, onOpen } = props
  const { t } = useTranslation('alarms')
  /** A press beside every control opens the line; with Ctrl it selects it. Marking text with the mouse does neither. */
  const press = ({ target, ctrlKey, metaKey }: MouseEvent) => {
    if (target instanceof Element && target.closest('a, button, input, label') !== null) return
    if (ctrlKey || metaKey) onToggle(line)
    else if (getSelection()?.isCollapsed !== false) onOpen(line)
  }
  return (
    <div
      id={props.id}
      role="row"
      className={styles.row}
      tabIndex={props.isCurrent ? 0 : -1}
      aria-selected={isSelected}
      aria-expanded={isExpanded}
      aria-level={level}
      data-priority={props.priority}
      data-asks={props.asks}
      data-within={level === 2}
      data-shown={isShown}
      onFocus={() => onFocus(line)}
      onClick={press}
    >
      <div role="gridcell" className={styles.check}>
        <label>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t('desk.list.select', { title })}
            checked={isSelected}
            onChange={() => onToggle(line)}
          />
        </label>
      </div>
      {props.children}
    </div>
  )
}
