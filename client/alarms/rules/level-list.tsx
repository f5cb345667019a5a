// A rule's levels, mild to severe: the priority's shape, the level's sign, from where on.
import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../shared/alarms/rule.ts'
import { PrioritySign } from '../priority-sign.tsx'
import type { RuleNames } from './rule-names.ts'
import { levelWords } from './rule-sentences.ts'
import styles from './rules.module.css'

type Props = { readonly rule: Rule; readonly names: RuleNames; readonly isLarge?: boolean }

export function LevelList({ rule, names, isLarge = false }: Props) {
  const { t } = useTranslation('alarms')
  return (
    <ul className={styles.levels} data-large={isLarge}>
      {rule.levels.map(level => (
        <li key={level.name}>
          <PrioritySign priority={level.priority} hasWord={isLarge} />
          <strong>{level.name}</strong>
          <span>{levelWords(t, names, rule, level, isLarge ? 'at' : 'atBrief')}</span>
        </li>
      ))}
    </ul>
  )
}
