// What the obstacles are narrowed to; kept in the address.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { OBSTACLE_KINDS } from '../../../shared/programme/facts.ts'
import { navigate, withParameters } from '../../app/address.ts'
import { SelectField } from '../../kit/select-field.tsx'
import { Toolbar } from '../../kit/toolbar.tsx'
import { villageOptions } from '../funding/funding-names.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import {
  NOBODY,
  type ObstacleFilter,
  type ObstacleRow,
  PROVINCE,
  STATE_FILTERS,
  type StateFilter,
  unitsIn,
} from './obstacle-rows.ts'

type Props = {
  readonly view: ProgrammeView
  readonly rows: readonly ObstacleRow[]
  readonly filter: ObstacleFilter
  readonly shown: number
  readonly actions: ReactNode
}

export function ObstacleFilters({ view, rows, filter, shown, actions }: Props) {
  const { t } = useTranslation('programme')
  const stateWords = (state: StateFilter) =>
    state === 'open' || state === 'overdue' || state === 'all'
      ? t(`obstacles.states.${state}`)
      : t(`term.obstacleState.${state}`)
  return (
    <Toolbar
      label={t('obstacles.choose')}
      status={t('obstacles.shown', { number: shown, total: rows.length })}
      actions={actions}
    >
      <SelectField
        name="state"
        label={t('obstacles.state')}
        options={STATE_FILTERS.map(state => ({ value: state, label: stateWords(state) }))}
        value={filter.state}
        onChange={state => navigate(withParameters({ state: state === 'open' ? undefined : state }))}
      />
      <SelectField
        name="kind"
        label={t('obstacles.kind')}
        options={OBSTACLE_KINDS.map(kind => ({ value: kind, label: t(`term.obstacleKind.${kind}`) }))}
        noneWords={t('obstacles.allKinds')}
        value={filter.kind}
        onChange={kind => navigate(withParameters({ kind }))}
      />
      <SelectField
        name="unit"
        label={t('obstacles.unit')}
        options={[
          { value: NOBODY, label: t('obstacles.noOne') },
          ...unitsIn(rows).map(({ key, name }) => ({ value: key, label: name })),
        ]}
        noneWords={t('obstacles.allUnits')}
        value={filter.unit}
        onChange={unit => navigate(withParameters({ unit }))}
      />
      <SelectField
        name="village"
        label={t('obstacles.village')}
        options={[{ value: PROVINCE, label: t('obstacles.province') }, ...villageOptions(view.state)]}
        noneWords={t('obstacles.allVillages')}
        value={filter.village}
        onChange={village => navigate(withParameters({ village }))}
      />
    </Toolbar>
  )
}
