// Each figure with its value, target, limit and verdict; first how many stand how.
import { useTranslation } from 'react-i18next'
import type { ScorecardFigures } from '../../../shared/alarms/scorecard-figures.ts'
import type { FigureName, Verdict } from '../../../shared/alarms/scorecard-targets.ts'
import { Figure } from '../../kit/figure.tsx'
import { StateLegend } from '../../kit/state-mark.tsx'
import parts from '../parts.module.css'
import { figureText, SHAPE_OF_VERDICT, targetWords } from './figure-words.ts'
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
          <Group key={group} group={group} figures={figures} language={language} />
        ))}
      </div>
    </>
  )
}

type GroupProps = {
  readonly group: keyof typeof GROUPS
  readonly figures: ScorecardFigures['figures']
  readonly language: 'vi' | 'en'
}

/** A source that all of a group have is said once. */
function Group({ group, figures, language }: GroupProps) {
  const { t } = useTranslation('alarms')
  const names: readonly FigureName[] = GROUPS[group]
  const sources = new Set(names.map(name => figures[name].source[language]))
  const [shared] = sources.size === 1 ? sources : []
  return (
    <section className={styles.group} data-group={group}>
      <div className={styles.groupHead}>
        <h3>{t(`scorecard.group.${group}`)}</h3>
        {shared !== undefined && <p className={parts.muted}>{t('scorecard.source', { source: shared })}</p>}
      </div>
      <div className={styles.figures} data-count={names.length}>
        {names.map(name => {
          const figure = figures[name]
          const source = t('scorecard.source', { source: figure.source[language] })
          return (
            <Figure
              key={name}
              label={t(`scorecard.figure.${name}`)}
              value={figure.value === null ? undefined : figureText(name, figure.value)}
              unknownWords={t('scorecard.unknown')}
              state={SHAPE_OF_VERDICT[figure.verdict]}
              meaning={
                <>
                  {t(`scorecard.verdict.${figure.verdict}`)}
                  <span className={parts.under}>{targetWords(t, name, figure)}</span>
                </>
              }
              {...(shared === undefined ? { source } : {})}
            />
          )
        })}
      </div>
    </section>
  )
}
