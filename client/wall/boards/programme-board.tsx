// The nine villages as cells, for a wall of three screens: what each meets of its criteria, and how far it is. In plan order.
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../design/number-format.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { useProgramme } from '../../programme/programme-hooks.tsx'
import { useProgrammeOverview } from '../programme-overview.ts'
import styles from './village-board.module.css'

export function ProgrammeBoard() {
  const { t } = useTranslation()
  const { t: word } = useTranslation('programme')
  const overview = useProgrammeOverview()
  const view = useProgramme()
  return (
    <ul className={styles.board} aria-label={t('wall.villages')} data-testid="programme-board">
      {overview?.villages.map(({ id, name, counts, recognition, stage, clock, isSimulated }) => (
        <li key={id} className={styles.cell}>
          <h2>{name}</h2>
          <p className={styles.count}>
            <data value={counts.total === null ? undefined : counts.met}>
              {counts.total === null ? '–' : formatNumber(counts.met)}
            </data>
            <span>
              {counts.total === null ? t('wall.noIndicators') : t('wall.indicators', { total: counts.total })}
            </span>
          </p>
          <p className={styles.water}>
            {recognition.kind === 'recognised'
              ? t(`wall.recognised.${recognition.basis}`, { date: formatIsoDate(recognition.on) })
              : clock?.phase === 'running'
                ? t('wall.appraisal', { used: clock.usedDays, all: view?.state.settings.appraisalWorkingDays })
                : word(`term.stage.${stage ?? 'none'}`)}
          </p>
          {/* Recognition may be a fact where the results beside it are not. */}
          {isSimulated && <p className={styles.state}>{t('wall.madeUp')}</p>}
        </li>
      ))}
    </ul>
  )
}
