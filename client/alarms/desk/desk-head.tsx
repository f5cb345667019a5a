// The line that answers first: how many alarms are open and how grave, how many nobody has acknowledged; or that there is none, and
// since when. Beside it, what this browser does with them.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PRIORITIES } from '../../../shared/alarms/rule.ts'
import { asksForAttention, countsByPriority, isOpen } from '../../../shared/alarms/standing.ts'
import type { AlarmState } from '../../../shared/alarms/state.ts'
import { navigate, withParameters } from '../../app/address.ts'
import { MarkIcon } from '../../design/mark-icon.tsx'
import { formatNumber } from '../../design/number-format.ts'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { clockWords, spanWords } from '../alarm-names.ts'
import { PrioritySign } from '../priority-sign.tsx'
import type { DeskChoice, Tab } from './desk-choice.ts'
import styles from './desk-head.module.css'
import { prefer, useDeskPreferences } from './desk-preferences.ts'
import { SignalSettings, useSoundState } from './signal-settings.tsx'

type Props = {
  readonly state: AlarmState
  readonly choice: DeskChoice
  readonly counts: Readonly<Record<Tab, number>>
  readonly now: number
  readonly onKeyHelp: () => void
}

export function DeskHead({ state, choice, counts, now, onKeyHelp }: Props) {
  const { t } = useTranslation('alarms')
  const open = [...state.alarms.values()].filter(isOpen)
  return (
    <header className={styles.head}>
      <h2 className="spoken">{t('desk.title')}</h2>
      {open.length > 0 ? <Counts open={open} choice={choice} /> : <Calm state={state} counts={counts} now={now} />}
      <Tools onKeyHelp={onKeyHelp} />
    </header>
  )
}

type CountsProps = Pick<Props, 'choice'> & { readonly open: readonly Parameters<typeof isOpen>[0][] }

function Counts({ open, choice }: CountsProps) {
  const { t } = useTranslation('alarms')
  const counts = countsByPriority(open)
  const unacknowledged = open.filter(asksForAttention).length
  return (
    <div className={styles.counts} role="group" aria-label={t('desk.open')}>
      {PRIORITIES.toReversed().map(priority => {
        const isChosen = choice.priority === priority
        return (
          <button
            key={priority}
            type="button"
            className={styles.count}
            aria-pressed={isChosen}
            title={t('desk.onlyPriority', { priority: t(`term.priority.${priority}`) })}
            data-none={counts[priority] === 0}
            onClick={() => navigate(withParameters({ priority: isChosen ? undefined : priority }))}
          >
            <PrioritySign priority={priority} isActive={counts[priority] > 0} />
            <strong>{formatNumber(counts[priority])}</strong>
            <span className="spoken">{t('desk.countOf')} </span>
            <span>{t(`term.priority.${priority}`)}</span>
          </button>
        )
      })}
      <button
        type="button"
        className={styles.count}
        aria-pressed={choice.isUnacknowledgedOnly}
        data-none={unacknowledged === 0}
        onClick={() => navigate(withParameters({ unacknowledged: choice.isUnacknowledgedOnly ? undefined : '1' }))}
      >
        <strong>{formatNumber(unacknowledged)}</strong>
        <span>{t('desk.unacknowledged')}</span>
      </button>
    </div>
  )
}

function Calm({ state, counts, now }: Pick<Props, 'state' | 'counts' | 'now'>) {
  const { t } = useTranslation('alarms')
  const { quietSince } = state
  const aside = counts.shelved + counts.hidden
  return (
    <div className={styles.calm}>
      <p className={styles.none}>
        <MarkIcon mark="normal" /> {t('desk.none')}
      </p>
      <p>
        {quietSince === null
          ? t('desk.calm.never')
          : t('desk.calm.since', { moment: clockWords(quietSince, now), span: spanWords(t, now - quietSince) })}
        {aside > 0 && ` · ${t('desk.calm.hidden', { shelved: counts.shelved, hidden: counts.hidden })}`}
      </p>
    </div>
  )
}

function Tools({ onKeyHelp }: Pick<Props, 'onKeyHelp'>) {
  const { t } = useTranslation('alarms')
  const [isSetting, setSetting] = useState(false)
  const { hasSound, hasMap } = useDeskPreferences()
  const sound = useSoundState()
  return (
    <div className={styles.tools}>
      {hasSound && sound === 'blocked' && (
        <span className={styles.blocked} role="status">
          <Icon name="warning" /> {t('desk.signal.blocked')}
        </span>
      )}
      <Button kind="quiet" onClick={() => setSetting(true)}>
        {t(hasSound ? 'desk.signal.soundOn' : 'desk.signal.soundOff')}
      </Button>
      <span className={styles.keys}>
        <Button kind="quiet" onClick={onKeyHelp}>
          {t('desk.command.keys.button')} <kbd className={styles.key}>?</kbd>
        </Button>
      </span>
      <Button kind="quiet" isPressed={hasMap} onClick={() => prefer({ hasMap: !hasMap })}>
        {t('desk.map.show')}
      </Button>
      {isSetting && <SignalSettings onClose={() => setSetting(false)} />}
    </div>
  )
}
