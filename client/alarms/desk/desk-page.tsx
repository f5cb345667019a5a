// /alarms: the desk of whoever is on duty. What is wrong, where, since when, who acts; and acting on it, by key or by press.
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate, replaceAddress, useParameters, withParameters } from '../../app/address.ts'
import { Button } from '../../kit/button.tsx'
import type { AlarmPageProps } from '../alarms-page.tsx'
import { useAlarmNames } from '../use-alarm-names.ts'
import { useJudgedNow } from '../use-judged-now.ts'
import { AlarmDetail } from './alarm-detail.tsx'
import { AlarmList } from './alarm-list.tsx'
import { CommandForm } from './command-forms.tsx'
import { DeskActions } from './desk-actions.tsx'
import { type DeskChoice, deskChoice, isNarrowed, NOT_NARROWED } from './desk-choice.ts'
import type { DeskCommand } from './desk-commands.ts'
import { DeskFilters } from './desk-filters.tsx'
import { DeskHead } from './desk-head.tsx'
import type { DeskAction, Focused } from './desk-keys.ts'
import { DeskMap } from './desk-map.tsx'
import styles from './desk-page.module.css'
import { useDeskPreferences } from './desk-preferences.ts'
import { allToggled, movedBy, movedTo, type Selection, toggled } from './desk-selection.ts'
import { FloodBanner } from './flood-banner.tsx'
import { KeyHelp } from './key-help.tsx'
import { useDeskCommands } from './use-desk-commands.ts'
import { useDeskKeys } from './use-desk-keys.ts'
import { type DeskList, useDeskList } from './use-desk-list.ts'

/** Ages go on in these steps; the list isn't drawn anew each second. */
const STEP_MS = 10_000

export function DeskPage({ state }: AlarmPageProps) {
  const choice = deskChoice(useParameters())
  const names = useAlarmNames(state)
  const now = Math.max(useJudgedNow(STEP_MS) ?? 0, state.lastAt)
  const list = useDeskList(state, names, choice, now)
  const { hasMap, hasKeys } = useDeskPreferences()
  const [focusOn, setFocusOn] = useState<{ readonly key: string }>()
  const [isHelping, setHelping] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  const { lines, selection, select } = list
  const shownRow = list.rows.find(({ alarm }) => alarm.id === choice.alarm)
  const keys = lines.map(({ key }) => key)
  const unselect = () => select(current => ({ ...current, selected: new Set() }))
  const commands = useDeskCommands(names, unselect)
  const show = (alarm: string | undefined) => navigate(withParameters({ alarm }))
  const isAlarm = (key: string | undefined) => lines.some(line => line.key === key && line.kind === 'alarm')
  const open = (key: string) => {
    select(movedTo(selection, keys, key))
    if (isAlarm(key)) show(key)
    else list.toggleGroup(key)
  }
  const walk = (next: Selection) => {
    select(next)
    if (next.current === undefined) return
    setFocusOn({ key: next.current })
    // Open details follow the keyboard.
    if (choice.alarm !== undefined && isAlarm(next.current)) replaceAddress(withParameters({ alarm: next.current }))
  }
  const backToList = () => {
    if (selection.current !== undefined) setFocusOn({ key: selection.current })
  }
  const close = () => {
    show(undefined)
    backToList()
  }
  const leave = (focused: Focused): boolean => {
    // In the search the browser itself empties the field first.
    if (focused === 'text') backToList()
    else if (selection.selected.size > 0) unselect()
    else if (choice.alarm !== undefined) close()
    else return false
    return focused !== 'text'
  }
  const command = (name: DeskCommand, focused: Focused) => {
    if (selection.selected.size > 0) commands.run(name, list.targets)
    // Whoever reads the details means that alarm, also when it isn't in the list.
    else if (focused !== 'row' && shownRow) commands.run(name, [shownRow.alarm])
    // An acknowledged line moves down the list; who works from the top goes on with the next.
    else if (commands.run(name, list.targets) && name === 'acknowledge') walk(movedBy(selection, keys, 1))
  }
  const act = (action: DeskAction, focused: Focused): boolean => {
    const { current } = selection
    switch (action.kind) {
      case 'move':
        walk(movedBy(selection, keys, action.by, action.isExtending))
        return true
      case 'move-to':
        walk(movedTo(selection, keys, keys.at(action.end === 'first' ? 0 : -1) ?? ''))
        return true
      case 'select':
        if (current !== undefined) select(toggled(selection, current))
        return true
      case 'select-all':
        select(allToggled(selection, keys))
        return true
      case 'open':
        if (current === undefined) return false
        open(current)
        if (isAlarm(current)) requestAnimationFrame(() => heading.current?.focus({ preventScroll: true }))
        return true
      case 'leave':
        return leave(focused)
      case 'search':
        search.current?.focus()
        return true
      case 'help':
        setHelping(true)
        return true
      case 'command':
        command(action.command, focused)
        return true
      default:
        return action satisfies never
    }
  }
  useDeskKeys(hasKeys, act)

  const hasDetail = choice.alarm !== undefined
  return (
    <div className={styles.desk} data-detail={hasDetail}>
      <DeskHead state={state} choice={choice} counts={list.counts} now={now} onKeyHelp={() => setHelping(true)} />
      <FloodBanner state={state} now={now} isGrouped={list.isGrouped} />
      <DeskFilters
        choice={choice}
        counts={list.counts}
        kinds={list.kinds}
        names={names}
        isGrouped={list.isGrouped}
        shown={list.shown}
        total={list.total}
        search={search}
      />
      <div className={styles.columns} data-aside={hasMap || hasDetail}>
        <div className={styles.list}>
          {lines.length === 0 ? (
            <Empty choice={choice} list={list} />
          ) : (
            <AlarmList
              lines={lines}
              names={names}
              now={now}
              selection={selection}
              shownAlarm={choice.alarm}
              focusOn={focusOn}
              hidden={list.hidden}
              onMore={list.showMore}
              onFocus={key => select(movedTo(selection, keys, key))}
              onToggle={key => select(toggled(movedTo(selection, keys, key), key))}
              onToggleAll={() => select(allToggled(selection, keys))}
              onOpen={open}
            />
          )}
          {lines.length > 0 && (
            <DeskActions
              alarms={list.targets}
              selected={selection.selected.size}
              isBusy={commands.isBusy}
              onCommand={commands.run}
              onUnselect={unselect}
            />
          )}
        </div>
        {(hasMap || hasDetail) && (
          <div className={styles.aside}>
            {hasMap && (
              <DeskMap
                names={names}
                village={choice.village}
                shownVillage={shownRow?.alarm.about.village ?? undefined}
                isBeside={hasDetail}
              />
            )}
            {hasDetail && (
              <AlarmDetail
                key={choice.alarm}
                row={shownRow}
                names={names}
                now={now}
                isBusy={commands.isBusy}
                heading={heading}
                onCommand={commands.run}
                onClose={close}
              />
            )}
          </div>
        )}
      </div>
      {commands.asked && (
        <CommandForm {...commands.asked} names={names} sending={commands.sending} onClose={commands.close} />
      )}
      {isHelping && <KeyHelp onClose={() => setHelping(false)} />}
    </div>
  )
}

function Empty({ choice, list }: { readonly choice: DeskChoice; readonly list: DeskList }) {
  const { t } = useTranslation('alarms')
  const isFiltered = isNarrowed(choice) && list.total > 0
  return (
    <div className={styles.empty}>
      <p>{t(isFiltered ? 'desk.empty.narrowed' : `desk.empty.${choice.tab}`)}</p>
      {isFiltered && <Button onClick={() => navigate(withParameters(NOT_NARROWED))}>{t('desk.empty.clear')}</Button>}
    </div>
  )
}
