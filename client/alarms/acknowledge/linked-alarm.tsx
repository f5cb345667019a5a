// The alarm a link is about, as large as a phone allows: how grave, what, since when, how far; and, once the rules are here, what to do.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type AlarmSnapshot, unpackAlarms } from '../../../shared/alarms/snapshot.ts'
import { type AlarmState, EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import { getJson } from '../../app/rest.ts'
import { SourceTag } from '../../kit/source-tag.tsx'
import { momentWords, signalWords } from '../alarm-names.ts'
import { PrioritySign } from '../priority-sign.tsx'
import { durationWords } from '../rules/rule-sentences.ts'
import { useAlarmNames } from '../use-alarm-names.ts'
import styles from './acknowledge-page.module.css'
import type { OpenLink } from './link-stage.ts'

type Props = { readonly link: OpenLink; readonly children: ReactNode }

export function LinkedAlarm({ link, children }: Props) {
  const { t } = useTranslation('alarms')
  const state = useStateOnce()
  const names = useAlarmNames(state ?? EMPTY_ALARM_STATE)
  const { language } = names
  const alarm = state?.alarms.get(link.alarm)
  const rule = alarm && state?.rules.get(alarm.rule)?.rule
  // Without its rule a number has no unit: better none than a wrong one.
  const value = alarm && signalWords(t, names, alarm, link.value)
  const limit = alarm && signalWords(t, names, alarm, link.limit)
  return (
    <article className={styles.alarm} data-priority={link.priority}>
      <p className={styles.state}>
        <PrioritySign priority={link.priority} hasWord />
        <span>{t(`term.standing.${link.standing}`)}</span>
        {link.source === 'simulated' && <SourceTag text={t('shell.simulated')} />}
      </p>
      <h2>{link.title[language]}</h2>
      <p className={styles.about}>
        {[link.village === null ? undefined : names.villageName(link.village), rule?.name[language]]
          .filter(part => part !== undefined)
          .join(' · ')}
      </p>
      <p className={styles.value}>
        {value === undefined
          ? link.level
          : limit === undefined
            ? t('acknowledge.value', { level: link.level, value })
            : t('acknowledge.valueOf', { level: link.level, value, limit })}
      </p>
      <p className={styles.about}>
        {t('acknowledge.since', { moment: momentWords(link.since) })}
        {value !== undefined && ` · ${t('acknowledge.measured', { moment: momentWords(link.measuredAt) })}`}
      </p>
      {rule && (
        <section className={styles.action}>
          <h3>{t('acknowledge.action')}</h3>
          <p>{rule.action[language]}</p>
          <p className={styles.about}>
            {t('acknowledge.responder', {
              responder: rule.responder[language],
              span: durationWords(t, rule.respondWithinMs),
            })}
          </p>
        </section>
      )}
      {children}
    </article>
  )
}

/** Rules and alarms as they are now; the page does without them where they can't be had. */
function useStateOnce(): AlarmState | undefined {
  const { data } = useQuery({
    queryKey: ['alarm-state-once'],
    staleTime: Infinity,
    retry: 2,
    queryFn: async () => unpackAlarms((await getJson('/api/v1/alarms/state')) as AlarmSnapshot) ?? null,
  })
  return data ?? undefined
}
