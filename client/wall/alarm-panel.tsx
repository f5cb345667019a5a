// The wall's panel of alarms: the one that matters now, large, with who acts; below it what else is open, grouped to a few lines.
import { useTranslation } from 'react-i18next'
import { groupAlarms } from '../../shared/alarms/groups.ts'
import { openAlarms, standingOf } from '../../shared/alarms/standing.ts'
import type { Alarm, AlarmState } from '../../shared/alarms/state.ts'
import { useAlarmPicture } from '../alarms/alarm-hooks.ts'
import { groupWords, signalWords, titleAndPlace } from '../alarms/alarm-names.ts'
import { PRIORITY_MARK } from '../alarms/priority-mark.ts'
import { signalText } from '../alarms/signal-text.ts'
import { useAlarmNames } from '../alarms/use-alarm-names.ts'
import { MarkIcon } from '../design/mark-icon.tsx'
import { SourceMark } from '../design/source-mark.tsx'
import { formatClock } from '../design/time-format.ts'
import { ageWords } from '../i18n/phrases.ts'
import { judgedAt } from '../live/link.ts'
import { useMoment } from '../live/live-hooks.tsx'
import { actorWords } from '../programme/event-words.ts'
import styles from './alarm-panel.module.css'
import { NowReading } from './now-reading.tsx'
import type { PanelProps } from './scenes/scene.ts'
import { takeoverAt } from './takeover.ts'

/** Lines below the large one. */
const LINES = 4

/** The alarm that has taken the wall over stands first; else the worst there is. Beside a board the others are listed there. */
export function AlarmPanel({ hasBoard }: PanelProps) {
  const { t } = useTranslation('alarms')
  const { state } = useAlarmPicture()
  const { serverNow, link } = useMoment()
  if (!state || serverNow === undefined) return <p className={styles.calm}>{t('shell.loading')}</p>
  const now = judgedAt(link, serverNow)
  const open = openAlarms(state)
  const first = takeoverAt(state, serverNow) ?? open[0]
  if (!first) return <p className={styles.calm}>{t('wall.none')}</p>
  const others = open.filter(({ id }) => id !== first.id)
  return (
    <section className={styles.panel} data-testid="alarm-panel" data-alarm={first.id}>
      <First alarm={first} state={state} now={now} />
      {!hasBoard && others.length > 0 && <Others alarms={others} state={state} now={now} />}
    </section>
  )
}

type FirstProps = { readonly alarm: Alarm; readonly state: AlarmState; readonly now: number }

function First({ alarm, state, now }: FirstProps) {
  const { t: general } = useTranslation()
  const { t } = useTranslation('alarms')
  const names = useAlarmNames(state)
  const { language, quantities } = names
  const rule = state.rules.get(alarm.rule)?.rule
  // A clock of the programme is said in words, and says itself since when.
  const isClock = rule?.signal.kind === 'programme'
  const reading =
    rule && !isClock
      ? signalText(t, quantities, rule, alarm.value)
      : { value: signalWords(t, names, alarm, alarm.value), unit: '' }
  const limit = isClock ? undefined : signalWords(t, names, alarm, alarm.limit)
  const mark = PRIORITY_MARK[alarm.priority]
  // The large number is the one it was raised by; what is measured now stands beside it with its own age.
  const series = useMoment().state.catalogue.find(({ id }) => id === alarm.about.series)
  return (
    <article className={styles.first} data-mark={mark} data-asks={standingOf(alarm) === 'unacknowledged'}>
      <header>
        <MarkIcon mark={mark} />
        <h2>{t(`wall.takeover.${alarm.priority}`)}</h2>
        <SourceMark sources={new Set([alarm.about.source])} />
      </header>
      <p className={styles.title}>{rule?.name[language] ?? alarm.about.title[language]}</p>
      {rule && <p className={styles.thing}>{titleAndPlace(names, alarm)}</p>}
      <p className={styles.value}>
        <data value={alarm.value ?? undefined}>{reading?.value ?? t('shell.unknown')}</data>
        {reading && <span className={styles.unit}>{reading.unit}</span>}
        {rule?.signal.kind === 'flood' && <span className={styles.level}>{alarm.level}</span>}
      </p>
      <p className={styles.facts}>
        <span className={styles.standing}>
          {alarm.isActive && alarm.acknowledged
            ? t('wall.acknowledgedBy', { who: actorWords(alarm.acknowledged.by) })
            : t(`term.standing.${standingOf(alarm)}`)}
        </span>
        {series && <NowReading series={series} />}
      </p>
      <p className={styles.facts}>
        {limit && <span>{t('wall.limit', { limit })}</span>}
        {!isClock && (
          <>
            <span>{t('wall.since', { time: formatClock(alarm.since) })}</span>
            <span>{t('wall.ago', { age: ageWords(general, Math.max(0, now - alarm.since)) })}</span>
          </>
        )}
      </p>
      {rule && (
        <>
          <p className={styles.who}>
            {t('wall.respond', { responder: rule.responder[language], time: ageWords(general, rule.respondWithinMs) })}
          </p>
          <div className={styles.action}>
            <p>{rule.action[language]}</p>
          </div>
          <dl className={styles.meaning}>
            {(['consequence', 'cause'] as const).map(part => (
              <div key={part}>
                <dt>{t(`wall.${part}`)}</dt>
                <dd>{rule[part][language]}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </article>
  )
}

type OthersProps = { readonly alarms: readonly Alarm[]; readonly state: AlarmState; readonly now: number }

function Others({ alarms, state, now }: OthersProps) {
  const { t: general } = useTranslation()
  const { t } = useTranslation('alarms')
  const names = useAlarmNames(state)
  const groups = groupAlarms(alarms, now, LINES)
  return (
    <section className={styles.others} aria-label={t('wall.others')}>
      <h3>{t('wall.others')}</h3>
      <ul>
        {groups.map(group => {
          const name = groupWords(names, group)
          return (
            <li key={group.key} data-mark={PRIORITY_MARK[group.priority]}>
              <MarkIcon mark={PRIORITY_MARK[group.priority]} />
              <span className={styles.name}>{name ?? t('wall.more', { count: group.ids.length })}</span>
              {name !== undefined && group.ids.length > 1 && (
                <span className={styles.times}>×&nbsp;{group.ids.length}</span>
              )}
              <span className={styles.age}>{ageWords(general, Math.max(0, now - group.newestAt))}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
