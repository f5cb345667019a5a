// One alarm as a line of the desk: how grave, what and where, how far beyond, since when, who acts.
import { Fragment, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { isChattering } from '../../../shared/alarms/chatter.ts'
import { asksForAttention, isStale } from '../../../shared/alarms/standing.ts'
import { withParameters } from '../../app/address.ts'
import { SourceTag } from '../../kit/source-tag.tsx'
import { actorWords } from '../../programme/event-words.ts'
import { type AlarmNames, clockWords, limitWords, placeWords, signalWords } from '../alarm-names.ts'
import { causeWords } from '../alarm-words.ts'
import { PrioritySign } from '../priority-sign.tsx'
import styles from './alarm-list.module.css'
import type { DeskLine } from './desk-lines.ts'
import type { DeskRow } from './desk-rows.ts'
import { type LineProps, LineRow } from './line-row.tsx'
import { Since, TimeLeft } from './live-times.tsx'

type Props = LineProps & {
  readonly line: Extract<DeskLine, { kind: 'alarm' }>
  readonly isShown: boolean
  /** Whether lines stand within groups at all. */
  readonly isTree: boolean
}

export const AlarmLine = memo(function AlarmLine({ line, names, now, isShown, isTree, ...rest }: Props) {
  const { t } = useTranslation('alarms')
  const { row, key } = line
  const { alarm, standing, rule } = row
  const asks = asksForAttention(alarm)
  const title = alarm.about.title[names.language]
  return (
    <LineRow
      {...rest}
      line={key}
      title={title}
      priority={alarm.priority}
      asks={asks}
      level={isTree ? (line.isWithin ? 2 : 1) : undefined}
      isShown={isShown}
    >
      <div role="gridcell" className={styles.state}>
        <PrioritySign priority={alarm.priority} isActive={alarm.isActive} hasWord />
        <span className={styles.standing} data-asks={asks}>
          {t(`term.standing.${standing}`)}
        </span>
      </div>
      <div role="rowheader" className={styles.what}>
        {/* The row is the stop of the Tab key. */}
        <a
          href={withParameters({ alarm: alarm.id })}
          className={styles.title}
          tabIndex={-1}
          aria-current={isShown ? 'true' : undefined}
          onClick={event => {
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
            event.preventDefault()
            rest.onOpen(key)
          }}
        >
          {title}
        </a>
        <span className={styles.under}>
          {[placeWords(names, alarm), rule?.name[names.language] ?? alarm.rule].filter(Boolean).join(' · ')}{' '}
          <Marks row={row} names={names} now={now} isFirstOut={line.isFirstOut} />
        </span>
      </div>
      <div role="gridcell" className={styles.value}>
        <strong>{signalWords(t, names, alarm, alarm.value) ?? t('shell.unknown')}</strong>
        <span className={styles.under}>{limitWords(t, names, alarm)}</span>
      </div>
      <div role="gridcell" className={styles.since}>
        <Since at={alarm.since} />
      </div>
      <div role="gridcell" className={styles.who}>
        <span>{rule?.responder[names.language] ?? t('shell.unknown')}</span>
        <Turn row={row} names={names} now={now} />
      </div>
    </LineRow>
  )
})

type TurnProps = { readonly row: DeskRow; readonly names: AlarmNames; readonly now: number }

/** Whose turn it is: how long is left, or who took it. */
function Turn({ row: { alarm, rule }, names, now }: TurnProps) {
  const { t } = useTranslation('alarms')
  if (alarm.assigned) {
    const { name, unit } = alarm.assigned
    return <span className={styles.under}>{t('desk.list.assigned', { name: name || names.unitName(unit) })}</span>
  }
  if (alarm.acknowledged && alarm.isActive)
    return <span className={styles.under}>{t('desk.list.acknowledgedBy', { who: nameOf(alarm.acknowledged.by) })}</span>
  if (!asksForAttention(alarm)) return null
  if (!alarm.isActive && alarm.returnedAt !== null)
    return <span className={styles.under}>{t('desk.list.backAt', { moment: clockWords(alarm.returnedAt, now) })}</span>
  return rule ? <TimeLeft alarm={alarm} respondWithinMs={rule.respondWithinMs} /> : null
}

/** Only the person; the unit stands in the details, and here where names aren't shown. */
const nameOf = (actor: string): string => actorWords(actor).split(' · ')[0] ?? actor

type MarksProps = {
  readonly row: DeskRow
  readonly names: AlarmNames
  readonly now: number
  readonly isFirstOut: boolean
}

/** What else is to be known of it at a glance; nothing in most cases. */
function Marks({ row: { alarm }, names, now, isFirstOut }: MarksProps) {
  const { t } = useTranslation('alarms')
  const { shelved, suppressed, outOfService } = alarm
  const marks = [
    isFirstOut && t('desk.list.firstOut'),
    isStale(alarm, now) && t('desk.list.stale'),
    isChattering(alarm, now) && t('desk.list.chattering'),
    shelved && t('desk.list.shelvedUntil', { moment: clockWords(shelved.until, now) }),
    suppressed &&
      (suppressed.cause === 'hours'
        ? t('desk.list.suppressedByHours')
        : t('desk.list.suppressedBy', { alarm: causeWords(t, names, suppressed.because) })),
    outOfService && t('desk.list.outOfServiceBy', { who: nameOf(outOfService.by) }),
    alarm.comments > 0 && t('desk.list.comments', { number: alarm.comments }),
  ].filter(mark => typeof mark === 'string')
  const isSimulated = alarm.about.source === 'simulated'
  return (
    <>
      {marks.map(mark => (
        <Fragment key={mark}>
          <span className={styles.mark}>{mark}</span>{' '}
        </Fragment>
      ))}
      {isSimulated && (
        <span className={styles.tag}>
          <SourceTag text={t('shell.simulated')} />
        </span>
      )}
    </>
  )
}
