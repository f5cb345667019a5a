// What each step found of each indicator of one village, by group; a cell opens the indicator to be seen or assessed.
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { villageStanding } from '../../../shared/programme/assessment-standing.ts'
import { indicatorsOf, setOn } from '../../../shared/programme/criteria.ts'
import type { AssessmentStep } from '../../../shared/programme/facts.ts'
import { keyOf, type SetState, type VillageState } from '../../../shared/programme/state.ts'
import { navigate, withParameters } from '../../app/address.ts'
import { formatDate } from '../../design/time-format.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { MatrixGrid } from '../../kit/matrix-grid.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { addressWith } from '../address-with.ts'
import { cellParameter } from '../criteria/cell-place.ts'
import { outcomeSign } from '../criteria/cell-words.ts'
import { OpenCell } from '../criteria/open-cell.tsx'
import { TextlessSet } from '../criteria/textless-set.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { actingUnitWords } from '../unit-words.ts'
import { IndicatorBar } from './indicator-bar.tsx'
import { Part } from './part.tsx'
import styles from './village-page.module.css'

type Props = { readonly view: ProgrammeView; readonly village: VillageState }

export function VillageIndicators({ view, village }: Props) {
  const { t } = useTranslation('programme')
  const { set } = setOn(view.state, view.day)
  return (
    <Part
      id="indicators"
      title={t('villages.indicators')}
      actions={
        <ButtonLink to={addressWith('criteria', undefined, { village: village.id })}>
          {t('villages.openMatrix')}
        </ButtonLink>
      }
    >
      {!set && <p>{t('criteria.noSet')}</p>}
      {set &&
        (indicatorsOf(set).length === 0 ? (
          <TextlessSet view={view} set={set} />
        ) : (
          <Results {...{ view, village, set }} />
        ))}
    </Part>
  )
}

function Results({ view, village, set }: Props & { readonly set: SetState }) {
  const { t } = useTranslation('programme')
  const { state } = view
  const standing = useMemo(() => villageStanding(state, village.id, set), [state, village.id, set])
  const rows = useMemo(
    () =>
      indicatorsOf(set).map(({ group, indicator: { id, title } }) => ({ id, title, short: id, group: group.title })),
    [set],
  )
  const columns = useMemo(
    () => state.settings.steps.map(step => ({ id: step, title: t(`term.step.${step}`) })),
    [state.settings.steps, t],
  )
  const cellOf = useCallback(
    (indicator: string, step: string) => {
      const held = state.results.get(keyOf.result(village.id, set.id, indicator))?.steps[step as AssessmentStep]
      if (!held) return { label: '–', words: t('villages.stepOpen') }
      return {
        mark: outcomeSign(held.outcome),
        words: t('villages.stepCell', {
          outcome: t(`term.outcome.${held.outcome}`),
          unit: actingUnitWords(view, held.unit),
          day: formatDate(held.at),
        }),
      }
    },
    [state, village.id, set.id, view, t],
  )
  return (
    <>
      <p className={styles.tags}>
        {set.title} {set.illustrative && <SourceTag text={t('shell.illustrative')} />}{' '}
        {standing.isSimulated && <SourceTag text={t('shell.simulated')} />}
      </p>
      <div className={styles.bars}>
        {standing.byGroup.map(({ group, counts }) => (
          <IndicatorBar key={group.id} label={group.title} counts={counts} />
        ))}
      </div>
      <MatrixGrid
        caption={t('villages.indicatorsCaption')}
        rowsTitle={t('villages.indicator')}
        rows={rows}
        columns={columns}
        columnHeads="upright"
        maxHeight="none"
        cellOf={cellOf}
        onActivate={indicator => navigate(withParameters({ cell: cellParameter(village.id, indicator) }))}
        emptyWords={t('criteria.textless')}
        restingWords={t('villages.indicatorsRest')}
      />
      <OpenCell view={view} set={set} />
    </>
  )
}
