// Every version of a rule: who published it when and why, and what it changed.
import { useTranslation } from 'react-i18next'
import { Timeline, type TimelineItem } from '../../kit/timeline.tsx'
import { momentWords } from '../alarm-names.ts'
import parts from '../parts.module.css'
import { RuleAuthor } from './rule-author.tsx'
import { changedFacts, factWords } from './rule-facts.ts'
import type { RuleNames } from './rule-names.ts'
import type { RuleRow } from './rule-rows.ts'
import { type RuleVersion, useRuleVersions } from './rule-versions.ts'
import styles from './rules.module.css'

type Props = { readonly row: RuleRow; readonly names: RuleNames }

export function RuleHistory({ row, names }: Props) {
  const { t } = useTranslation('alarms')
  const versions = useRuleVersions(row)
  return (
    <section className={parts.panel}>
      <h3>{t('rules.part.history')}</h3>
      {versions ? (
        <Timeline
          label={t('rules.part.history')}
          emptyWords={t('rules.historyNone')}
          items={versions.map(
            (version, place): TimelineItem => ({
              id: String(version.id),
              when: momentWords(version.at),
              at: new Date(version.at).toISOString(),
              who: <RuleAuthor by={version.by} />,
              what: <WhatChanged version={version} before={versions[place + 1]} names={names} />,
              why: version.reason ?? undefined,
            }),
          )}
        />
      ) : (
        <p className={parts.muted}>{t('rules.historyLoading')}</p>
      )}
    </section>
  )
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
      <strong>{t('rules.published', { version: version.version })}</strong>
      {!before && version.version === 1 && <span className={parts.under}>{t('rules.first')}</span>}
      {before && facts.length === 0 && <span className={parts.under}>{t('rules.sameContent')}</span>}
      {before &&
        facts.map(fact => (
          <span key={fact} className={parts.under}>
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
