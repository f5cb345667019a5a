// What a trial found: how many, by priority and village, day by day, the worst ten minutes, what chattered, the alarms themselves.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PRIORITIES } from '../../../shared/alarms/rule.ts'
import { CHATTER_TRANSITIONS } from '../../../shared/alarms/state.ts'
import { formatNumber } from '../../design/number-format.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { Notice } from '../../kit/notice.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { momentWords } from '../alarm-names.ts'
import { PriorityBars } from '../charts/priority-bars.tsx'
import parts from '../parts.module.css'
import { PrioritySign } from '../priority-sign.tsx'
import type { RuleNames } from './rule-names.ts'
import styles from './trial.module.css'
import { TrialAlarms } from './trial-alarms.tsx'
import { countsByDay, countsByVillage, isListWhole, saysNothing } from './trial-figures.ts'
import { daysOf } from './trial-period.ts'
import type { TrialOutcome } from './trial-run.ts'

const HOUR_MS = 3_600_000
/** Of what chattered. */
const NAMED = 10

type Props = {
  readonly outcome: TrialOutcome
  /** There is no version to compare with. */
  readonly isNew: boolean
  readonly names: RuleNames
}

export function TrialResult({ outcome, isNew, names }: Props) {
  const { t } = useTranslation('alarms')
  const { result, before, period } = outcome
  const days = daysOf(period)
  return (
    <div className={styles.result} aria-live="polite">
      {saysNothing(result) ? (
        <Notice kind="warning" title={t('rules.trial.noReadings')} />
      ) : (
        <p className={styles.headline}>
          {result.alarms === 0
            ? t('rules.trial.raisedNone', { days })
            : t('rules.trial.raised', { number: formatNumber(result.alarms), days })}
        </p>
      )}
      <TriedOn result={result} />
      {isNew && <p className={parts.muted}>{t('rules.trial.newRule')}</p>}
      {before && <p>{differenceWords(before.alarms)}</p>}
      {result.alarms > 0 && <Found outcome={outcome} names={names} />}
    </div>
  )

  function differenceWords(published: number): string {
    const more = result.alarms - published
    const words = { number: formatNumber(Math.abs(more)), now: formatNumber(published) }
    if (more === 0) return t('rules.trial.same', words)
    return t(more > 0 ? 'rules.trial.more' : 'rules.trial.fewer', words)
  }
}

/** What there was, apart by priority, village and day. */
function Found({ outcome, names }: Pick<Props, 'outcome' | 'names'>) {
  const { t } = useTranslation('alarms')
  const { result, before } = outcome
  return (
    <>
      <div className={styles.figures}>
        <Figures title={t('rules.trial.byPriority')}>
          {PRIORITIES.toReversed().map(priority => (
            <Line
              key={priority}
              name={<PrioritySign priority={priority} hasWord />}
              now={result.byPriority[priority]}
              before={before?.byPriority[priority]}
            />
          ))}
        </Figures>
        <Figures title={t('rules.trial.byPlace')}>
          {countsByVillage(result.byTarget, names.villageOf).map(({ village, alarms }) => (
            <Line
              key={village ?? ''}
              name={village === null ? t('rules.trial.noPlace') : names.villageName(village)}
              now={alarms}
              before={undefined}
            />
          ))}
        </Figures>
        <Figures title={t('rules.trial.worst')}>
          {result.worstTenMinutes ? (
            <Line
              name={t('rules.trial.worstWhen', { when: momentWords(result.worstTenMinutes.at) })}
              now={result.worstTenMinutes.annunciations}
              before={before && (before.worstTenMinutes?.annunciations ?? 0)}
            />
          ) : null}
        </Figures>
        <Figures title={t('rules.trial.chattering')}>
          {result.chattering.slice(0, NAMED).map(alarm => (
            <li key={alarm}>{names.targetName(alarm.slice(alarm.indexOf(':') + 1))}</li>
          ))}
          {result.chattering.length > NAMED && (
            <li className={parts.muted}>
              {t('rules.moreTargets', { number: formatNumber(result.chattering.length - NAMED) })}
            </li>
          )}
          {result.chattering.length === 0 && (
            <li className={parts.muted}>{t('rules.trial.chatteringNone', { number: CHATTER_TRANSITIONS })}</li>
          )}
        </Figures>
      </div>
      <ByDay result={result} />
      <TrialAlarms outcome={outcome} names={names} />
    </>
  )
}

function ByDay({ result }: Pick<TrialOutcome, 'result'>) {
  const { t } = useTranslation('alarms')
  return (
    <section className={styles.section}>
      <h4>{t('rules.trial.perDay')}</h4>
      {!isListWhole(result) && (
        <p className={parts.muted}>
          {t('rules.trial.listPart', {
            number: formatNumber(result.listed.length),
            total: formatNumber(result.alarms),
          })}
        </p>
      )}
      <PriorityBars
        label={t('rules.trial.perDay')}
        bars={countsByDay(result).map(bar => ({
          ...bar,
          key: bar.day,
          title: formatIsoDate(bar.day),
          label: formatIsoDate(bar.day).slice(0, 5),
        }))}
        tableWords={t('rules.trial.table')}
        titleWords={t('rules.trial.day')}
        totalWords={t('rules.trial.total')}
        unknownWords={t('rules.trial.unknown')}
      />
    </section>
  )
}

/** What the result rests on; what it leaves out is said. */
function TriedOn({ result }: { readonly result: TrialOutcome['result'] }) {
  const { t } = useTranslation('alarms')
  const { from, firstReadingAt, isCut, isSimulated, readings, until, watched, withoutLevels } = result
  const startsLate = firstReadingAt !== null && firstReadingAt - from > HOUR_MS
  return (
    <>
      {startsLate && (
        <StateMark state="due-soon" word={t('rules.trial.startsLate', { when: momentWords(firstReadingAt) })} />
      )}
      <p className={parts.muted}>
        {t('rules.trial.tested', { targets: formatNumber(watched), readings: formatNumber(readings) })}{' '}
        {isCut && `${t('rules.trial.isCut', { when: momentWords(until) })} `}
        {withoutLevels.length > 0 &&
          `${t('rules.trial.withoutLevels', { number: formatNumber(withoutLevels.length) })} `}
        {isSimulated && (
          <>
            {t('rules.trial.isSimulated')} <SourceTag text={t('shell.simulated')} />
          </>
        )}
      </p>
    </>
  )
}

function Figures({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h4>{title}</h4>
      <ul className={styles.lines}>{children}</ul>
    </section>
  )
}

type LineProps = {
  readonly name: ReactNode
  readonly now: number
  /** Of the version in use. */
  readonly before: number | undefined
}

function Line({ name, now, before }: LineProps) {
  const { t } = useTranslation('alarms')
  return (
    <li className={styles.line}>
      <span>{name}</span>
      <span>
        <strong>{formatNumber(now)}</strong>
        {before !== undefined && (
          <span className={parts.muted}> · {t('rules.trial.now', { number: formatNumber(before) })}</span>
        )}
      </span>
    </li>
  )
}
