// Each figure with its value, target, limit and verdict; first how many stand how.
import { useTranslation } from 'react-i18next'
import type { ScorecardFigures } from '../../../shared/alarms/scorecard-figures.ts'
import type { FigureName, Verdict } from '../../../shared/alarms/scorecard-targets.ts'
import { Figure } from '../../kit/figure.tsx'
import { StateLegend } from '../../kit/state-mark.tsx'
import { figureText, meaningWords, SHAPE_OF_VERDICT } from './figure-words.ts'
import styles from './scorecard.module.css'

/** The mix of priorities has a part of its own. */
const GROUPS = {
  load: ['perTenMinutes', 'perHour', 'perDay', 'topTenShare'],
  flood: ['mostInTenMinutes', 'busyShare', 'floodShare'],
  quality: ['stale', 'chattering', 'fleeting'],
  people: ['answeredInTime', 'ruleChanges'],
} as const satisfies Readonly<Record<string, readonly FigureName[]>>
const GROUP_NAMES = Object.keys(GROUPS) as readonly (keyof typeof GROUPS)[]
const VERDICTS = ['bad', 'watch', 'unknown', 'good'] as const satisfies readonly Verdict[]

type Props = { readonly figures: ScorecardFigures }

export function FigureGroups({ figures: { figures } }: Props) {
  const { t, i18n } = useTranslation('alarms')
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const all = Object.values(figures)
  return (
    <>
      <StateLegend
        label={t('scorecard.verdicts')}
        states={VERDICTS.map(verdict => ({
          state: SHAPE_OF_VERDICT[verdict],
          word: t(`scorecard.verdict.${verdict}`),
          count: all.filter(figure => figure.verdict === verdict).length,
        })).filter(({ count }) => count > 0)}
      />
      <div className={styles.groups}>
        {GROUP_NAMES.map(group => (
          <section key={group} className={styles.group} data-group={group}>
            <h3>{t(`scorecard.group.${group}`)}</h3>
            <div className={styles.figures}>
              {GROUPS[group].map(name => {
                const figure = figures[name]
                return (
                  <Figure
                    key={name}
                    label={t(`scorecard.figure.${name}`)}
                    value={figure.value === null ? undefined : figureText(name, figure.value)}
                    unknownWords={t('scorecard.unknown')}
                    state={SHAPE_OF_VERDICT[figure.verdict]}
                    meaning={meaningWords(t, name, figure)}
                    source={t('scorecard.source', { source: figure.source[language] })}
                  />
                )
              })}
            </div>
          </section>
        ))}
      </div>
    </>
  )
}
