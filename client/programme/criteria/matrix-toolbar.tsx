// The filters and the order of the matrix; each stands in the address.
import { useTranslation } from 'react-i18next'
import type { SetState } from '../../../shared/programme/state.ts'
import { navigate, withParameters } from '../../app/address.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { Toolbar } from '../../kit/toolbar.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { unitWords } from '../unit-words.ts'
import { type CriteriaChoice, isFiltered, NO_OWNER, ORDERS, OUTCOMES } from './matrix-choice.ts'
import { type MatrixLines, ownersOf, villagesInOrder } from './matrix-lines.ts'

type Props = {
  readonly view: ProgrammeView
  readonly set: SetState
  readonly choice: CriteriaChoice
  readonly lines: MatrixLines
}

const choose = (name: string) => (value: string | undefined) => navigate(withParameters({ [name]: value }))

export function MatrixToolbar({ view, set, choice, lines }: Props) {
  const { t } = useTranslation('programme')
  const orderWords = { plan: 'criteria.sortPlan', best: 'criteria.sortBest', worst: 'criteria.sortWorst' } as const
  return (
    <Toolbar
      label={t('criteria.filters')}
      status={t('criteria.shown', { rows: lines.villages.length, columns: lines.indicators.length })}
      {...(isFiltered(choice)
        ? {
            actions: (
              <Button
                kind="quiet"
                icon="close"
                onClick={() =>
                  navigate(
                    withParameters({
                      group: undefined,
                      owner: undefined,
                      outcome: undefined,
                      village: undefined,
                      q: undefined,
                    }),
                  )
                }
              >
                {t('criteria.clear')}
              </Button>
            ),
          }
        : {})}
    >
      <TextField
        name="q"
        kind="search"
        label={t('criteria.search')}
        value={choice.text}
        onChange={text => choose('q')(text === '' ? undefined : text)}
      />
      <SelectField
        name="group"
        label={t('criteria.group')}
        noneWords={t('criteria.allGroups')}
        options={set.groups.map(({ id, title }) => ({ value: id, label: title }))}
        value={choice.group}
        onChange={choose('group')}
      />
      <SelectField
        name="owner"
        label={t('criteria.owner')}
        noneWords={t('criteria.allOwners')}
        options={ownersOf(view, set).map(id => ({
          value: id,
          label: id === NO_OWNER ? t('criteria.noOwner') : unitWords(t, view, id),
        }))}
        value={choice.owner}
        onChange={choose('owner')}
      />
      <SelectField
        name="outcome"
        label={t('criteria.outcome')}
        noneWords={t('criteria.allOutcomes')}
        options={OUTCOMES.map(outcome => ({ value: outcome, label: t(`term.outcome.${outcome}`) }))}
        value={choice.outcome}
        onChange={choose('outcome')}
      />
      <SelectField
        name="village"
        label={t('criteria.village')}
        noneWords={t('criteria.allVillages')}
        options={villagesInOrder(view.state.villages.values()).map(({ id, name }) => ({ value: id, label: name }))}
        value={choice.village}
        onChange={choose('village')}
      />
      <SelectField
        name="order"
        label={t('criteria.sort')}
        options={ORDERS.map(order => ({ value: order, label: t(orderWords[order]) }))}
        value={choice.order}
        onChange={order => choose('order')(order === 'plan' ? undefined : order)}
      />
    </Toolbar>
  )
}
