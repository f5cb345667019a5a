// One rule in sentences: what it watches, when it is raised and ends, what that means, where its limits come from.

import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/me.ts'
import { navigate, withParameters } from '../../app/address.ts'
import { formatDate } from '../../design/time-format.ts'
import { Button, ButtonLink } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import parts from '../parts.module.css'
import { addressOf } from '../section.ts'
import { LevelList } from './level-list.tsx'
import { OpenOfRule } from './open-of-rule.tsx'
import { PUBLISH } from './publish-rule.ts'
import { RuleAuthor } from './rule-author.tsx'
import { afterwardsSentences } from './rule-facts.ts'
import { RuleHistory } from './rule-history.tsx'
import type { RuleNames } from './rule-names.ts'
import type { RuleRow } from './rule-rows.ts'
import {
  durationWords,
  hoursSentence,
  offSentence,
  onSentence,
  scopeSentences,
  signalSentence,
} from './rule-sentences.ts'
import { RuleTargets } from './rule-targets.tsx'
import type { RuleTask } from './rule-task.ts'
import { targetsOf, useWatchedWorld } from './rule-watches.ts'
import styles from './rules.module.css'

type Props = { readonly row: RuleRow; readonly names: RuleNames }

export function RuleDetail({ row, names }: Props) {
  const world = useWatchedWorld()
  const { rule } = row
  const targets = useMemo(() => world && targetsOf(rule, world), [rule, world])
  return (
    <article className={parts.page}>
      <DetailHead row={row} names={names} />
      <div className={styles.columns}>
        <div className={parts.part}>
          <Sentences row={row} names={names} />
          <Meaning row={row} names={names} />
          <Basis row={row} names={names} />
        </div>
        <div className={parts.part}>
          <OpenOfRule row={row} names={names} />
          <RuleTargets rule={rule} targets={targets} names={names} />
          <RuleHistory key={row.version} row={row} names={names} />
        </div>
      </div>
    </article>
  )
}

type PartProps = { readonly row: RuleRow; readonly names: RuleNames }
const TRY = { kind: 'operation', id: 'alarmBacktest' } as const
const open = (form: RuleTask) => () => navigate(withParameters({ form }))

function DetailHead({ row: { rule, version, by, at, group }, names }: PartProps) {
  const { t } = useTranslation('alarms')
  const may = useMay()
  return (
    <>
      <div className={styles.back}>
        <ButtonLink kind="quiet" to={addressOf('rules')}>
          {t('rules.back')}
        </ButtonLink>
      </div>
      <header className={styles.detailHead}>
        <div className={styles.naming}>
          <h2>{rule.name[names.language]}</h2>
          <p className={styles.facts}>
            <StateMark state={rule.isOn ? 'on-track' : 'paused'} word={t(rule.isOn ? 'rules.isOn' : 'rules.isOff')} />
            <span>{t(`rules.groupOf.${group}`)}</span>
            <span>
              {t('rules.version', { version })} · {formatDate(at)} · <RuleAuthor by={by} />
            </span>
            <code>{rule.id}</code>
          </p>
        </div>
        <div className={styles.actions}>
          {may(TRY) && (
            <Button kind="primary" icon="history" onClick={open('trial')}>
              {t('rules.test')}
            </Button>
          )}
          {may(PUBLISH) && (
            <>
              <Button onClick={open('edit')}>{t('rules.edit')}</Button>
              <Button onClick={open('switch')}>{t(rule.isOn ? 'rules.switchOff' : 'rules.switchOn')}</Button>
              <Button kind="quiet" onClick={open('copy')}>
                {t('rules.copy')}
              </Button>
            </>
          )}
        </div>
      </header>
      {!rule.isOn && <Notice kind="info" title={t('rules.offNotice')} />}
    </>
  )
}

function Sentences({ row: { rule }, names }: PartProps) {
  const { t } = useTranslation('alarms')
  return (
    <section className={`${parts.panel} ${styles.sentences}`}>
      <h3>{t('rules.part.watches')}</h3>
      <p>{signalSentence(t, names, rule)}</p>
      {[...scopeSentences(t, names, rule), hoursSentence(t, rule)].map(sentence => (
        <p key={sentence} className={parts.muted}>
          {sentence}
        </p>
      ))}
      <h3>{t('rules.part.raises')}</h3>
      <LevelList rule={rule} names={names} isLarge />
      <p>{onSentence(t, rule)}</p>
      <h3>{t('rules.part.ends')}</h3>
      <p>{offSentence(t, names, rule)}</p>
      {afterwardsSentences(t, names, rule).map(sentence => (
        <p key={sentence} className={parts.muted}>
          {sentence}
        </p>
      ))}
    </section>
  )
}

function Meaning({ row: { rule }, names }: PartProps) {
  const { t } = useTranslation('alarms')
  return (
    <section className={parts.panel}>
      <h3>{t('rules.part.acts')}</h3>
      <dl className={styles.list}>
        {(['cause', 'consequence', 'action'] as const).map(part => (
          <Fact key={part} term={t(`rules.fact.${part}`)}>
            {rule[part][names.language]}
          </Fact>
        ))}
        <Fact term={t('rules.fact.responder')}>
          {t('rules.sentence.respond', {
            responder: rule.responder[names.language],
            within: durationWords(t, rule.respondWithinMs),
          })}
        </Fact>
      </dl>
    </section>
  )
}

function Basis({ row: { rule }, names }: PartProps) {
  const { t } = useTranslation('alarms')
  const isInternal = rule.basis.kind === 'internal'
  return (
    <section className={parts.panel}>
      <h3>{t('rules.part.basis')}</h3>
      <p>
        {isInternal ? (
          <SourceTag text={t('term.basis.internal')} />
        ) : (
          <strong className={styles.regulation}>{t('term.basis.regulation')}</strong>
        )}
      </p>
      <p>{rule.basis.source[names.language]}</p>
      {isInternal && <p className={parts.muted}>{t('rules.internalNotice')}</p>}
    </section>
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
