// What is known of an alarm, term by term; and by its rule what to do, who, why and where the limit comes from.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asksForAttention } from '../../../shared/alarms/standing.ts'
import type { Stamp } from '../../../shared/alarms/state.ts'
import { isSimulated } from '../../../shared/programme/event.ts'
import { SourceTag } from '../../kit/source-tag.tsx'
import { actorWords } from '../../programme/event-words.ts'
import { type AlarmNames, clockWords, limitWords, momentWords, placeWords, spanWords } from '../alarm-names.ts'
import { causeWords } from '../alarm-words.ts'
import { durationWords } from '../rules/rule-sentences.ts'
import styles from './alarm-detail.module.css'
import type { DeskRow } from './desk-rows.ts'
import { TimeLeft } from './live-times.tsx'

type Props = { readonly row: DeskRow; readonly names: AlarmNames; readonly now: number }

/** What the rule says: what to do comes first. */
export function RuleAdvice({ row: { alarm, rule }, names }: Omit<Props, 'now'>) {
  const { t } = useTranslation('alarms')
  const { language } = names
  if (!rule) return <p className={styles.muted}>{t('desk.detail.noRule')}</p>
  return (
    <>
      <section className={styles.action}>
        <h4>{t('desk.detail.action')}</h4>
        <p>{rule.action[language]}</p>
        <p className={styles.responder}>
          <strong>{rule.responder[language]}</strong>{' '}
          <span>{t('desk.detail.within', { span: durationWords(t, rule.respondWithinMs) })}</span>
          {asksForAttention(alarm) && <TimeLeft alarm={alarm} respondWithinMs={rule.respondWithinMs} />}
        </p>
      </section>
      <dl className={styles.facts}>
        <Fact term={t('desk.detail.consequence')}>{rule.consequence[language]}</Fact>
        <Fact term={t('desk.detail.cause')}>{rule.cause[language]}</Fact>
        <Fact term={t('desk.detail.basis')}>
          <SourceTag text={t(`term.basis.${rule.basis.kind}`)} /> {rule.basis.source[language]}
        </Fact>
      </dl>
    </>
  )
}

export function AlarmFacts({ row: { alarm, rule }, names, now }: Props) {
  const { t } = useTranslation('alarms')
  const { shelved, suppressed, outOfService, assigned, acknowledged, lastComment, about } = alarm
  const later = alarm.raisedAt - alarm.since
  return (
    <dl className={styles.facts}>
      <Fact term={t('desk.detail.level')}>{limitWords(t, names, alarm)}</Fact>
      <Fact term={t('desk.detail.since')}>{momentWords(alarm.since)}</Fact>
      <Fact term={t('desk.detail.raised')}>
        {later < 60_000
          ? momentWords(alarm.raisedAt)
          : t('desk.detail.later', { moment: momentWords(alarm.raisedAt), span: spanWords(t, later) })}
      </Fact>
      {alarm.returnedAt !== null && !alarm.isActive && (
        <Fact term={t('desk.detail.returned')}>{momentWords(alarm.returnedAt)}</Fact>
      )}
      <Fact term={t('desk.detail.place')}>{placeWords(names, alarm) ?? t('desk.group.nowhere')}</Fact>
      {about.unit !== null && <Fact term={t('desk.detail.unit')}>{names.unitName(about.unit)}</Fact>}
      {acknowledged && (
        <Fact term={t('desk.detail.acknowledged')}>
          <Stamped stamp={acknowledged} now={now} text={acknowledged.comment} />
        </Fact>
      )}
      {assigned && (
        <Fact term={t('desk.detail.assigned')}>
          {[assigned.name, names.unitName(assigned.unit)].filter(part => part !== '').join(' · ')}
          <Stamped stamp={assigned} now={now} text={null} />
        </Fact>
      )}
      {shelved && (
        <Fact term={t('desk.detail.shelved')}>
          {clockWords(shelved.until, now)}
          <Stamped stamp={shelved} now={now} text={shelved.reason} />
        </Fact>
      )}
      {suppressed && (
        <Fact term={t('desk.detail.suppressed')}>
          {suppressed.cause === 'hours'
            ? `${t('desk.list.suppressedByHours')}${rule?.hours ? ` ${rule.hours.from}–${rule.hours.to}` : ''}`
            : t('desk.list.suppressedBy', { alarm: causeWords(t, names, suppressed.because) })}
        </Fact>
      )}
      {outOfService && (
        <Fact term={t('desk.detail.outOfService')}>
          <Stamped stamp={outOfService} now={now} text={outOfService.reason} />
        </Fact>
      )}
      {lastComment && (
        <Fact term={t('desk.detail.lastComment')}>
          <Stamped stamp={lastComment} now={now} text={lastComment.text} />
        </Fact>
      )}
      {rule?.isLatching && <Fact term={t('term.standing.latched')}>{t('desk.detail.latching')}</Fact>}
    </dl>
  )
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

type StampedProps = { readonly stamp: Stamp; readonly now: number; readonly text: string | null }

function Stamped({ stamp, now, text }: StampedProps) {
  const { t } = useTranslation('alarms')
  return (
    <>
      {text !== null && <p className={styles.said}>{text}</p>}
      <p className={styles.muted}>
        {t('desk.detail.stamp', { who: actorWords(stamp.by), moment: clockWords(stamp.at, now) })}{' '}
        {isSimulated(stamp.by) && <SourceTag text={t('shell.simulated')} />}
      </p>
    </>
  )
}
