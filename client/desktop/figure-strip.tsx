// Six figures in a line that follow the choice: of the province, or of the village. Each leads to what it is made of.
import { useTranslation } from 'react-i18next'
import { hasRight } from '../access/may.ts'
import { useMe } from '../access/me.ts'
import { LinkTo } from '../app/link-to.tsx'
import { ClockSign } from '../design/clock-sign.tsx'
import { MarkIcon } from '../design/mark-icon.tsx'
import { SourceMark } from '../design/source-mark.tsx'
import type { FigureFace } from './figure-face.ts'
import styles from './figure-strip.module.css'
import { useFieldFigures } from './use-field-figures.ts'
import { useProgrammeFigures } from './use-programme-figures.ts'

type Props = { readonly villageId: string | undefined; readonly placeName: string }

export function FigureStrip({ villageId, placeName }: Props) {
  const { t } = useTranslation('desktop')
  const me = useMe()
  const field = useFieldFigures(villageId)
  const [recognised, ...programme] = useProgrammeFigures(villageId)
  const mayProgramme = hasRight(me, 'read-programme')
  const figures = mayProgramme && recognised ? [recognised, ...field, ...programme] : field
  return (
    <section aria-label={t('figures.label', { place: placeName })} data-testid="figures">
      <ul className={styles.strip}>
        {figures.map(figure => (
          <li key={figure.id}>
            <LinkTo to={figure.to} className={styles.link}>
              <span className={styles.label}>{figure.label}</span>
              <FigureBody figure={figure} />
            </LinkTo>
          </li>
        ))}
      </ul>
    </section>
  )
}

const NOTHING = '–'
const HAS_DIGIT = /\d/

/** Value, state, meaning, age, source: also a cell of the comparison. */
export function FigureBody({ figure }: { readonly figure: FigureFace }) {
  const { value, unit, mark, meaning, when, freshness, sources } = figure
  const isOld = freshness === 'stale' || freshness === 'dead'
  return (
    <span
      className={styles.body}
      data-figure={figure.id}
      data-freshness={freshness}
      data-words={value !== undefined && !HAS_DIGIT.test(value)}
    >
      <span className={styles.value}>
        {value ?? NOTHING}
        {value !== undefined && unit && <span className={styles.unit}>{unit}</span>}
      </span>
      <span className={styles.meaning}>
        {mark && <MarkIcon mark={mark} />} {meaning}
      </span>
      <span className={styles.about}>
        {isOld && <ClockSign />} {when} <SourceMark sources={sources} />
      </span>
    </span>
  )
}
