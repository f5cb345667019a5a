// Rules that were changed in the period: which, by whom, why. Whether they were allowed to, a person must say.
import { useTranslation } from 'react-i18next'
import type { ScorecardFigures } from '../../../shared/alarms/scorecard-figures.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { formatNumber } from '../../design/number-format.ts'
import { momentWords } from '../alarm-names.ts'
import parts from '../parts.module.css'
import { RuleAuthor } from '../rules/rule-author.tsx'
import { addressOf } from '../section.ts'
import styles from './scorecard.module.css'

type Props = { readonly figures: ScorecardFigures }

/** More than these, and nobody reads on; the rule's own history has them all. */
const SHOWN = 20

export function RuleChanges({ figures: { ruleChanges, figures, watched } }: Props) {
  const { t, i18n } = useTranslation('alarms')
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const { count, changes } = ruleChanges
  const shown = changes.filter(({ isShipped }) => !isShipped).slice(0, SHOWN)
  const byPeople = figures.ruleChanges.value
  const shipped = byPeople === null ? 0 : count - byPeople
  return (
    <section className={parts.panel}>
      <h3>{t('scorecard.changes')}</h3>
      {shown.length === 0 && (
        <p className={parts.muted}>{watched ? t('scorecard.changesNone') : t('scorecard.unknown')}</p>
      )}
      <ul className={styles.rows}>
        {shown.map(({ rule, name, version, at, by, reason }) => (
          <li key={`${rule} ${version}`}>
            <span>
              <LinkTo to={addressOf('rules', rule)} className={parts.link}>
                {name[language]}
              </LinkTo>
              <span className={parts.under}>
                {t('scorecard.change', { version, when: momentWords(at) })} · <RuleAuthor by={by} />
              </span>
            </span>
            {reason !== null && <span>{reason}</span>}
          </li>
        ))}
      </ul>
      {byPeople !== null && byPeople > shown.length && (
        <p className={parts.muted}>{t('scorecard.changesMore', { number: formatNumber(byPeople - shown.length) })}</p>
      )}
      {shipped > 0 && <p className={parts.muted}>{t('scorecard.shipped', { number: formatNumber(shipped) })}</p>}
    </section>
  )
}
