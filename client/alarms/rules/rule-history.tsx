// Every version of a rule: who published it when and why, and what it changed.
import { useTranslation } from 'react-i18next'
import { isSimulated } from '../../../shared/programme/event.ts'
import { SourceTag } from '../../kit/source-tag.tsx'
import { Timeline, type TimelineItem } from '../../kit/timeline.tsx'
import { actorWords } from '../../programme/event-words.ts'
import { momentWords } from '../alarm-names.ts'
import { changedFacts, factWords } from './rule-facts.ts'
import type { RuleRow } from './rule-rows.ts'
import type { RuleNames } from './rule-sentences.ts'
import { type RuleVersion, useRuleVersions } from './rule-versions.ts'
import styles from './rules.module.css'

type Props = { readonly row: RuleRow; readonly names: RuleNames }

export function RuleHistory({ row, names }: Props) {
  const { t } = useTranslation('alarms')
  const versions = useRuleVersions(row)
  return (
    <section className={styles.panel}>
      <h3>{t('rules.part.history')}</h3>
      {versions ? (
        <Timeline
          label={t('rules.part.history')}
          emptyWords={t('rules.historyNone')}
          items={versions.map((version, place): TimelineItem => itemOf(version, versions[place + 1]))}
        />
      ) : (
        <p className={styles.muted}>{t('rules.historyLoading')}</p>
      )}
    </section>
  )

  function itemOf(version: RuleVersion, before: RuleVersion | undefined): TimelineItem {
    const { id, at, by, reason } = version
    return {
      id: String(id),
      when: momentWords(at),
      at: new Date(at).toISOString(),
      who: by.startsWith('seed:') ? t('rules.seed') : actorWords(by),
      what: <WhatChanged version={version} before={before} names={names} />,
      why: reason ?? undefined,
    }
  }
}

type ChangeProps = {
  readonly version: RuleVersion
  readonly before: RuleVersion | undefined
  readonly names: RuleNames
}

function WhatChanged({ version, before, names }: ChangeProps) {
  const { t } = useTranslation('alarms')
  const facts = before ? changedFacts(before.rule, version.rule) : []
  return (
    <span className={styles.change}>
      <strong>{t('rules.published', { version: version.version })}</strong>{' '}
      {isSimulated(version.by) && <SourceTag text={t('shell.simulated')} />}
      {!before && version.version === 1 && <span className={styles.under}>{t('rules.first')}</span>}
      {before && facts.length === 0 && <span className={styles.under}>{t('rules.sameContent')}</span>}
      {before &&
        facts.map(fact => (
          <span key={fact} className={styles.under}>
            {fact === 'isOn' ? (
              t(version.rule.isOn ? 'rules.switchedOn' : 'rules.switchedOff')
            ) : (
              <>
                {t('rules.changed', {
                  fact: t(`rules.fact.${fact}`),
                  after: factWords(t, names, version.rule, fact),
                })}{' '}
                <span className={styles.before}>
                  ({t('rules.changedFrom', { before: factWords(t, names, before.rule, fact) })})
                </span>
              </>
            )}
          </span>
        ))}
    </span>
  )
}
