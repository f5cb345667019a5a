// The list of the desk: lines that arrows walk through, one stop for the Tab key, boxes to select. Judges nothing.
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/button.tsx'
import type { AlarmNames } from '../alarm-names.ts'
import { AlarmLine } from './alarm-line.tsx'
import styles from './alarm-list.module.css'
import type { DeskLine } from './desk-lines.ts'
import type { Selection } from './desk-selection.ts'
import { GroupLine } from './group-line.tsx'
import type { LineHandlers } from './line-row.tsx'

type Props = LineHandlers & {
  readonly lines: readonly DeskLine[]
  readonly names: AlarmNames
  readonly now: number
  readonly selection: Selection
  /** The alarm whose details are open. */
  readonly shownAlarm: string | undefined
  /** Line that the keyboard was sent to; the focus follows. */
  readonly focusOn: { readonly key: string } | undefined
  readonly onToggleAll: () => void
  /** More lines than are drawn. */
  readonly hidden: number
  readonly onMore: () => void
}

export function AlarmList(props: Props) {
  const { lines, names, now, selection, shownAlarm, focusOn, onToggleAll, hidden, onMore } = props
  const handlers = useSteady(props)
  const { t } = useTranslation('alarms')
  const ownId = useId()
  const isTree = lines.some(({ kind }) => kind === 'group')
  const keys = lines.map(({ key }) => key)
  const stop = selection.current !== undefined && keys.includes(selection.current) ? selection.current : keys[0]
  useFocusOn(ownId, focusOn)
  useFocusKept(ownId, keys, stop)
  const isAll = keys.length > 0 && keys.every(key => selection.selected.has(key))
  return (
    <>
      <div
        className={styles.list}
        role={isTree ? 'treegrid' : 'grid'}
        aria-label={t('desk.list.label')}
        aria-multiselectable="true"
        data-list="alarms"
      >
        <div role="rowgroup" className={styles.head}>
          <div role="row" className={styles.headRow}>
            <div role="columnheader" className={styles.check}>
              <label>
                <input
                  type="checkbox"
                  aria-label={t('desk.list.selectAll')}
                  checked={isAll}
                  onChange={onToggleAll}
                  disabled={keys.length === 0}
                />
                <span className={styles.selectAll} aria-hidden="true">
                  {t('desk.list.selectAll')}
                </span>
              </label>
            </div>
            {COLUMNS.map(column => (
              <div key={column} role="columnheader">
                {t(`desk.column.${column}`)}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.body}>
          {lines.map(line => {
            const rest = {
              id: `${ownId}-${line.key}`,
              names,
              now,
              isCurrent: line.key === stop,
              isSelected: selection.selected.has(line.key),
              ...handlers,
            }
            return line.kind === 'group' ? (
              <GroupLine key={line.key} line={line} {...rest} />
            ) : (
              <AlarmLine key={line.key} line={line} isShown={line.key === shownAlarm} isTree={isTree} {...rest} />
            )
          })}
        </div>
      </div>
      {hidden > 0 && (
        <div className={styles.more}>
          <Button onClick={onMore}>{t('desk.list.more', { number: hidden })}</Button>
        </div>
      )}
    </>
  )
}
const COLUMNS = ['state', 'what', 'value', 'since', 'who'] as const

/** The same handlers as long as the list stands: a line isn't drawn anew because its page was. */
function useSteady(handlers: LineHandlers): LineHandlers {
  const held = useRef(handlers)
  useLayoutEffect(() => {
    held.current = handlers
  })
  const [steady] = useState<LineHandlers>(() => ({
    onFocus: key => held.current.onFocus(key),
    onToggle: key => held.current.onToggle(key),
    onOpen: key => held.current.onOpen(key),
  }))
  return steady
}

/** Each time the keyboard moves, also to where it stood before. */
function useFocusOn(ownId: string, focusOn: Props['focusOn']) {
  useEffect(() => {
    if (!focusOn) return
    const row = document.getElementById(`${ownId}-${focusOn.key}`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }, [ownId, focusOn])
}

/**
 * When the line under the keyboard leaves the list, the one that takes its place gets the focus: keys go on as before. And a line
 * that has the focus is the current one, always: what a key acts on is what is seen.
 */
function useFocusKept(ownId: string, keys: readonly string[], stop: string | undefined) {
  const held = useRef<string>(undefined)
  useLayoutEffect(() => {
    const isGone = held.current !== undefined && !keys.includes(held.current)
    held.current = stop
    const { activeElement } = document
    const isElsewhere = activeElement?.id.startsWith(`${ownId}-`) === true && activeElement.id !== `${ownId}-${stop}`
    if (isElsewhere || (isGone && activeElement === document.body)) document.getElementById(`${ownId}-${stop}`)?.focus()
  })
}
