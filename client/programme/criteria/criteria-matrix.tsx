// Villages by indicators: every cell says met, not met or not assessed, and how far it went; opening one shows all its steps.
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ASSESSMENT_STEPS } from '../../../shared/programme/facts.ts'
import type { SetState } from '../../../shared/programme/state.ts'
import { navigate, withParameters } from '../../app/address.ts'
import { MatrixGrid } from '../../kit/matrix-grid.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateLegend } from '../../kit/state-mark.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { cellParameter } from './cell-place.ts'
import { cellOf, stepNumber } from './cell-words.ts'
import styles from './criteria.module.css'
import type { CriteriaChoice } from './matrix-choice.ts'
import { matrixLines } from './matrix-lines.ts'
import { MatrixToolbar } from './matrix-toolbar.tsx'

type Props = { readonly view: ProgrammeView; readonly set: SetState; readonly choice: CriteriaChoice }

const open = (village: string, indicator: string) =>
  navigate(withParameters({ cell: cellParameter(village, indicator) }))

export function CriteriaMatrix({ view, set, choice }: Props) {
  const { t } = useTranslation('programme')
  const { group, owner, outcome, village, text, order } = choice
  const lines = useMemo(
    () => matrixLines(view, set, { group, owner, outcome, village, text }, order),
    [view, set, group, owner, outcome, village, text, order],
  )
  const columns = useMemo(
    () =>
      lines.indicators.map(one => ({
        id: one.indicator.id,
        title: one.indicator.title,
        short: one.indicator.id,
        group: one.group.title,
      })),
    [lines],
  )
  const rows = useMemo(() => lines.villages.map(one => ({ id: one.village.id, title: one.village.name })), [lines])
  const counts = useMemo(() => new Map(lines.villages.map(one => [one.village.id, one.counts])), [lines])
  const cell = useCallback(
    (villageId: string, indicatorId: string) => {
      const standing = lines.standingOf(villageId, indicatorId)
      return standing ? cellOf(t, standing) : { words: t('criteria.filteredOut') }
    },
    [lines, t],
  )
  return (
    <>
      <MatrixToolbar view={view} set={set} choice={choice} lines={lines} />
      <MatrixGrid
        caption={t('criteria.matrixCaption')}
        rowsTitle={t('criteria.village')}
        rows={rows}
        columns={columns}
        cellOf={cell}
        onActivate={open}
        ends={{
          title: t('criteria.met'),
          of: id => t('criteria.metOf', { met: counts.get(id)?.met ?? 0, total: counts.get(id)?.total ?? 0 }),
        }}
        emptyWords={t('criteria.matrixEmpty')}
        restingWords={t('criteria.matrixRest')}
      />
      <div className={styles.legend}>
        {lines.isSimulated && <SourceTag text={t('shell.simulated')} />}
        <StateLegend
          label={t('criteria.outcome')}
          states={[
            { state: 'done', word: t('term.outcome.met') },
            { state: 'late', word: t('term.outcome.not-met') },
            { state: 'unknown', word: t('term.outcome.none') },
          ]}
        />
        <p>
          {t('criteria.stepLegend')}:{' '}
          {ASSESSMENT_STEPS.map(step => `${stepNumber(step)} ${t(`term.step.${step}`)}`).join(' · ')}
        </p>
      </div>
    </>
  )
}
