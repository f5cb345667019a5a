// What a rule watches, place by place, with the limits that hold there where each place has its own; a missing one is named.
import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../shared/alarms/rule.ts'
import { formatNumber } from '../../design/number-format.ts'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import parts from '../parts.module.css'
import type { RuleNames } from './rule-names.ts'
import { setpointWords } from './rule-sentences.ts'
import { countsOf, type RuleTarget } from './rule-watches.ts'
import styles from './rules.module.css'

/** More than a page of lines helps nobody. */
const SHOWN = 200

type Props = {
  readonly rule: Rule
  /** Null = of the programme; undefined = not reckoned yet. */
  readonly targets: readonly RuleTarget[] | null | undefined
  readonly names: RuleNames
}

export function RuleTargets({ rule, targets, names }: Props) {
  const { t } = useTranslation('alarms')
  const counts = targets && countsOf(targets)
  // Where every place has the rule's own limits they are said once, with the rule.
  const isByPlace = rule.levels.some(({ at }) => at === null)
  return (
    <section className={parts.panel}>
      <h3>
        {t('rules.part.targets')}
        {counts && <span className={parts.count}>{formatNumber(counts.watched)}</span>}
      </h3>
      {targets === undefined && <p className={parts.muted}>{t('rules.targetsLoading')}</p>}
      {targets === null && <p>{t('rules.programmeTargets')}</p>}
      {targets?.length === 0 && <p className={parts.muted}>{t('rules.targetsNone')}</p>}
      {targets && targets.length > 0 && !rule.isOn && <p className={parts.muted}>{t('rules.targetsWhileOff')}</p>}
      {counts && counts.withoutLevel > 0 && (
        <StateMark state="unknown" word={t('rules.noLevelWhy', { number: formatNumber(counts.withoutLevel) })} />
      )}
      <ul className={styles.targets} aria-label={t('rules.part.targets')}>
        {targets?.slice(0, SHOWN).map(({ target, about, levels }) => (
          <li key={target}>
            <span>
              {about.title[names.language]} {about.source === 'simulated' && <SourceTag text={t('shell.simulated')} />}
              {about.village !== null && <span className={parts.under}>{names.villageName(about.village)}</span>}
            </span>
            {(isByPlace || levels.length === 0) && <Limits rule={rule} levels={levels} names={names} />}
          </li>
        ))}
      </ul>
      {targets && targets.length > SHOWN && (
        <p className={parts.muted}>{t('rules.moreTargets', { number: formatNumber(targets.length - SHOWN) })}</p>
      )}
    </section>
  )
}

type LimitsProps = Pick<RuleTarget, 'levels'> & { readonly rule: Rule; readonly names: RuleNames }

/** Each level of the rule as it holds there; one that isn't verified there is named too. */
function Limits({ rule, levels, names }: LimitsProps) {
  const { t } = useTranslation('alarms')
  if (levels.length === 0) return <span className={styles.without}>{t('rules.noLevel')}</span>
  return (
    <span>
      {rule.levels.map(({ name }) => {
        const at = levels.find(level => level.name === name)?.at
        return (
          <span key={name} className={styles.limit} data-known={at !== undefined}>
            {name} {at === undefined ? t('rules.noLevel') : setpointWords(t, names, rule, at)}
          </span>
        )
      })}
    </span>
  )
}
