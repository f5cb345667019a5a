// One alarm in full, beside the list: what to do and who, how far beyond, everything that is known, what happened.
import { type Ref, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { isChattering } from '../../../shared/alarms/chatter.ts'
import { isStale } from '../../../shared/alarms/standing.ts'
import type { Alarm } from '../../../shared/alarms/state.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { Button } from '../../kit/button.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { useMoment } from '../../live/live-hooks.tsx'
import { useRegistry } from '../../registry/registry-query.ts'
import { type AlarmNames, momentWords, placeWords, ruleName, signalWords } from '../alarm-names.ts'
import { PrioritySign } from '../priority-sign.tsx'
import styles from './alarm-detail.module.css'
import { Chattering } from './chattering.tsx'
import { CommandButtons } from './desk-actions.tsx'
import type { DeskCommand } from './desk-commands.ts'
import type { DeskRow } from './desk-rows.ts'
import { LimitChart, ValueNow } from './detail-chart.tsx'
import { AlarmFacts, RuleAdvice } from './detail-facts.tsx'
import { detailLinks } from './detail-links.ts'
import { DetailTimeline } from './detail-timeline.tsx'
import { Since } from './live-times.tsx'

type Props = {
  /** Undefined = no such alarm. */
  readonly row: DeskRow | undefined
  readonly names: AlarmNames
  readonly now: number
  readonly isBusy: boolean
  /** Takes the focus when the keyboard opens the details. */
  readonly heading: Ref<HTMLHeadingElement>
  readonly onCommand: (command: DeskCommand, alarms: readonly Alarm[]) => void
  readonly onClose: () => void
}

export function AlarmDetail({ row, names, now, isBusy, heading, onCommand, onClose }: Props) {
  const { t } = useTranslation('alarms')
  const titleId = useId()
  return (
    <section className={styles.detail} aria-labelledby={titleId} data-testid="alarm-detail">
      <header className={styles.head}>
        {row && (
          <p className={styles.state}>
            <PrioritySign priority={row.alarm.priority} isActive={row.alarm.isActive} hasWord />
            <span>{t(`term.standing.${row.standing}`)}</span>
            {isStale(row.alarm, now) && <span className={styles.tag}>{t('desk.list.stale')}</span>}
            {row.alarm.about.source === 'simulated' && <SourceTag text={t('shell.simulated')} />}
          </p>
        )}
        <h3 id={titleId} ref={heading} tabIndex={-1}>
          {row ? row.alarm.about.title[names.language] : t('desk.detail.missing')}
        </h3>
        {row && (
          <p className={styles.muted}>
            {[placeWords(names, row.alarm), ruleName(names, row.alarm.rule)].filter(Boolean).join(' · ')}
          </p>
        )}
        <div className={styles.close}>
          <Button kind="quiet" icon="close" isIconOnly onClick={onClose}>
            {t('desk.detail.close')}
          </Button>
        </div>
      </header>
      {row && (
        <>
          <CommandButtons alarms={[row.alarm]} isBusy={isBusy} onCommand={onCommand} />
          {isChattering(row.alarm, now) && <Chattering key={row.alarm.id} row={row} names={names} now={now} />}
          <Values row={row} names={names} now={now} />
          <RuleAdvice row={row} names={names} />
          <section className={styles.part}>
            <h4>{t('desk.detail.facts')}</h4>
            <AlarmFacts row={row} names={names} now={now} />
          </section>
          <Links row={row} names={names} />
          <section className={styles.part}>
            <h4>{t('desk.detail.timeline')}</h4>
            <DetailTimeline alarm={row.alarm} names={names} />
          </section>
        </>
      )}
    </section>
  )
}

/** How far beyond it was, how it is now, and how it came to that. */
function Values({ row, names, now }: Pick<Props, 'names' | 'now'> & { readonly row: DeskRow }) {
  const { t } = useTranslation('alarms')
  const { alarm } = row
  const { state } = useMoment()
  const { data: registry } = useRegistry()
  const series = state.catalogue.find(({ id }) => id === alarm.about.series)
  // On or off makes no line.
  const isState = registry?.quantities.find(({ code }) => code === series?.quantity)?.kind === 'state'
  return (
    <section className={styles.values} aria-label={t('desk.detail.value')}>
      <div className={styles.pair}>
        <div className={styles.raised}>
          <p className={styles.muted}>{t('desk.detail.value')}</p>
          <p className={styles.figure}>{signalWords(t, names, alarm, alarm.value) ?? t('shell.unknown')}</p>
          <p className={styles.muted}>{t('desk.detail.at', { moment: momentWords(alarm.t) })}</p>
        </div>
        {series ? (
          <ValueNow series={series} names={names} />
        ) : (
          <div className={styles.raised}>
            <Since at={alarm.since} />
          </div>
        )}
      </div>
      {series && !isState && <LimitChart series={series} row={row} names={names} now={now} />}
    </section>
  )
}

function Links({ row, names }: Pick<Props, 'names'> & { readonly row: DeskRow }) {
  const { t } = useTranslation('alarms')
  return (
    <nav className={styles.part} aria-label={t('desk.detail.links')}>
      <h4>{t('desk.detail.links')}</h4>
      <ul className={styles.links}>
        {detailLinks(row.alarm).map(({ kind, to, names: named }) => (
          <li key={kind}>
            <LinkTo to={to}>
              {t(`desk.detail.${kind}`, {
                rule: ruleName(names, named),
                village: names.villageName(named),
                id: named,
              })}
            </LinkTo>
          </li>
        ))}
      </ul>
    </nav>
  )
}
