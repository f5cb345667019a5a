// Alarms that came and went: how often, and what deadband would have held them.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeadbandProposal } from '../../../shared/alarms/chatter.ts'
import type { Rule } from '../../../shared/alarms/rule.ts'
import type { ScorecardFigures, Tally } from '../../../shared/alarms/scorecard-figures.ts'
import { type AlarmState, CHATTER_TRANSITIONS } from '../../../shared/alarms/state.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { formatNumber } from '../../design/number-format.ts'
import { Button } from '../../kit/button.tsx'
import { useRuleNames } from '../rules/rule-names.ts'
import { limitWords, type RuleNames } from '../rules/rule-sentences.ts'
import { addressOf } from '../section.ts'
import { askProposal, type ProposalQuestion, proposalQuestion } from './deadband-proposal.ts'
import { NamedAlarm } from './named-alarm.tsx'
import styles from './scorecard.module.css'

type Props = { readonly figures: ScorecardFigures; readonly state: AlarmState }

export function ChatteringList({ figures: { chattering, fleeting, watched }, state }: Props) {
  const { t } = useTranslation('alarms')
  const names = useRuleNames(state)
  const fleeted = new Map(fleeting.alarms.map(alarm => [alarm.id, alarm]))
  const all = [...chattering.alarms, ...fleeting.alarms.filter(({ id }) => !isIn(chattering.alarms, id))]
  return (
    <section className={styles.panel}>
      <h3>{t('scorecard.chattering')}</h3>
      <p className={styles.muted}>{t('scorecard.chatteringAbout', { number: CHATTER_TRANSITIONS })}</p>
      {all.length === 0 && (
        <p className={styles.muted}>{watched ? t('scorecard.chatteringNone') : t('scorecard.unknown')}</p>
      )}
      <ul className={styles.rows}>
        {all.map(alarm => {
          const { id, rule } = alarm
          const held = state.alarms.get(id)
          const ruleHeld = state.rules.get(rule)?.rule
          const question = held && proposalQuestion(held, ruleHeld)
          const counts = [
            isIn(chattering.alarms, id) ? t('scorecard.chatters', { number: formatNumber(alarm.count) }) : '',
            fleeted.has(id) ? t('scorecard.fleets', { number: formatNumber(fleeted.get(id)?.count ?? 0) }) : '',
          ].filter(words => words !== '')
          return (
            <li key={id}>
              <NamedAlarm alarm={alarm} />
              <span>{counts.join(' · ')}</span>
              {question && ruleHeld ? (
                <Proposal question={question} rule={ruleHeld} names={names} />
              ) : (
                <LinkTo to={addressOf('rules', rule)} className={styles.riverLink}>
                  {t('scorecard.openRule')}
                </LinkTo>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const isIn = (alarms: readonly Tally[], id: string): boolean => alarms.some(alarm => alarm.id === id)

type Answer = { readonly proposal: DeadbandProposal | null } | 'asking' | 'failed'
type ProposalProps = { readonly question: ProposalQuestion; readonly rule: Rule; readonly names: RuleNames }

/** Asked for, because it needs the readings. */
function Proposal({ question, rule, names }: ProposalProps) {
  const { t } = useTranslation('alarms')
  const [answer, setAnswer] = useState<Answer>()
  const ask = async () => {
    setAnswer('asking')
    try {
      setAnswer({ proposal: await askProposal(question) })
    } catch {
      setAnswer('failed')
    }
  }
  if (answer === undefined || typeof answer === 'string')
    return (
      <span className={styles.ask}>
        <Button isBusy={answer === 'asking'} busyWords={t('scorecard.proposing')} onClick={() => void ask()}>
          {t('scorecard.propose')}
        </Button>
        {answer === 'failed' && <span role="alert">{t('scorecard.proposalFailed')}</span>}
      </span>
    )
  const { proposal } = answer
  return (
    <span role="status">
      {proposal
        ? t('scorecard.proposal', {
            deadband: limitWords(t, names, rule, proposal.deadband),
            current: limitWords(t, names, rule, rule.deadband),
            before: formatNumber(proposal.transitionsBefore),
            after: formatNumber(proposal.transitionsAfter),
          })
        : t('scorecard.noProposal')}{' '}
      <LinkTo to={addressOf('rules', rule.id)} className={styles.riverLink}>
        {t('scorecard.openRule')}
      </LinkTo>
    </span>
  )
}
