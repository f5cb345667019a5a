// What a rule watches, place by place with the limits that hold there; what has no verified limit is named first.
import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../shared/alarms/rule.ts'
import { formatNumber } from '../../design/number-format.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { limitWords, type RuleNames } from './rule-sentences.ts'
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
  return (
    <section className={styles.panel}>
      <h3>
        {t('rules.part.targets')}
        {counts && <span className={styles.count}>{formatNumber(counts.watched)}</span>}
      </h3>
      {targets === undefined && <p className={styles.muted}>{t('rules.targetsLoading')}</p>}
      {targets === null && <p>{t('rules.programmeTargets')}</p>}
      {counts && counts.withoutLevel > 0 && (
        <StateMark state="unknown" word={t('rules.noLevelWhy', { number: formatNumber(counts.withoutLevel) })} />
      )}
      {targets && targets.length > 0 && !rule.isOn && <p className={styles.muted}>{t('rules.targetsWhileOff')}</p>}
      {targets && <TargetTable rule={rule} targets={targets} names={names} />}
      {targets && targets.length > SHOWN && (
        <p className={styles.muted}>{t('rules.moreTargets', { number: formatNumber(targets.length - SHOWN) })}</p>
      )}
    </section>
  )
}

function TargetTable({ rule, targets, names }: Props & { readonly targets: readonly RuleTarget[] }) {
  const { t } = useTranslation('alarms')
  const columns: readonly Column<RuleTarget>[] = [
    {
      key: 'target',
      title: t('rules.target'),
      isRowHeader: true,
      sortValue: ({ about }) => about.title[names.language],
      render: ({ about }) => (
        <>
          {about.title[names.language]}
          {about.source === 'simulated' && (
            <>
              {' '}
              <SourceTag text={t('shell.simulated')} />
            </>
          )}
        </>
      ),
    },
    {
      key: 'village',
      title: t('rules.village'),
      sortValue: ({ about }) => (about.village === null ? undefined : names.village(about.village)),
      render: ({ about }) => about.village !== null && names.village(about.village),
    },
    {
      key: 'level',
      title: t('rules.level'),
      align: 'end',
      sortValue: ({ levels }) => levels[0]?.at,
      render: ({ levels }) => <Limits rule={rule} levels={levels} names={names} />,
    },
  ]
  // Where every place has the rule's own limits they are said once, above.
  const isByPlace = rule.levels.some(({ at }) => at === null)
  return (
    <DataTable
      caption={t('rules.part.targets')}
      isCaptionHidden
      columns={isByPlace ? columns : columns.filter(({ key }) => key !== 'level')}
      rows={targets.slice(0, SHOWN)}
      rowKey={({ target }) => target}
      emptyWords={t('rules.targetsNone')}
      maxHeight="22rem"
    />
  )
}

type LimitsProps = Pick<RuleTarget, 'levels'> & { readonly rule: Rule; readonly names: RuleNames }

/** Each level of the rule as it holds there; one that isn't verified there is named too. */
function Limits({ rule, levels, names }: LimitsProps) {
  const { t } = useTranslation('alarms')
  if (levels.length === 0) return <span className={styles.without}>{t('rules.noLevel')}</span>
  return rule.levels.map(({ name }) => {
    const at = levels.find(level => level.name === name)?.at
    return (
      <span key={name} className={styles.limit} data-known={at !== undefined}>
        {name} {at === undefined ? t('rules.noLevel') : limitWords(t, names, rule, at)}
      </span>
    )
  })
}
