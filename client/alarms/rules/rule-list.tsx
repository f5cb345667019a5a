// All rules in one table: what each watches, its levels, where they come from, and what is open of it now.

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/me.ts'
import { navigate, replaceAddress, useParameters, withParameters } from '../../app/address.ts'
import { formatNumber } from '../../design/number-format.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { Toolbar } from '../../kit/toolbar.tsx'
import parts from '../parts.module.css'
import { PUBLISH } from './publish-rule.ts'
import { RULE_GROUPS } from './rule-group.ts'
import type { RuleNames } from './rule-names.ts'
import { filterRules, type RuleFilter, type RuleRow, ruleFilterIn } from './rule-rows.ts'
import { quantityName } from './rule-sentences.ts'
import { RuleTable } from './rule-table.tsx'

/** There may be thousands of rules; no page needs them all at once. */
const STEP = 100

type Props = { readonly rows: readonly RuleRow[]; readonly names: RuleNames }

export function RuleList({ rows, names }: Props) {
  const { t } = useTranslation('alarms')
  const filter = ruleFilterIn(useParameters())
  const [most, setMost] = useState(STEP)
  const shown = filterRules(rows, filter, rule => [quantityName(t, names, rule.quantity), rule.cause[names.language]])
  return (
    <div className={parts.page}>
      <div className={parts.head}>
        <h2>{t('rules.title')}</h2>
        <p>{t('rules.about')}</p>
      </div>
      <Filters rows={rows} filter={filter} shown={shown.length} />
      <RuleTable
        rows={shown.slice(0, most)}
        names={names}
        emptyWords={t(rows.length === 0 ? 'rules.noRules' : 'rules.nothing')}
      />
      {shown.length > most && (
        <Button icon="chevron-down" onClick={() => setMost(most + STEP)}>
          {t('rules.more', { number: formatNumber(Math.min(STEP, shown.length - most)) })}
        </Button>
      )}
    </div>
  )
}

type FilterProps = { readonly rows: readonly RuleRow[]; readonly filter: RuleFilter; readonly shown: number }

function Filters({ rows, filter, shown }: FilterProps) {
  const { t } = useTranslation('alarms')
  const may = useMay()
  const present = new Set(rows.map(({ group }) => group))
  const isNarrowed = filter.text !== '' || filter.group !== undefined || filter.on !== undefined
  return (
    <Toolbar
      label={t('rules.filters')}
      status={t('rules.shown', { number: formatNumber(shown), total: formatNumber(rows.length) })}
      actions={
        <>
          {isNarrowed && (
            <Button
              kind="quiet"
              onClick={() => navigate(withParameters({ text: undefined, group: undefined, on: undefined }))}
            >
              {t('rules.clear')}
            </Button>
          )}
          {may(PUBLISH) && (
            <Button kind="primary" icon="plus" onClick={() => navigate(withParameters({ form: 'new' }))}>
              {t('rules.add')}
            </Button>
          )}
        </>
      }
    >
      <TextField
        name="text"
        label={t('rules.search')}
        kind="search"
        placeholder={t('rules.searchHint')}
        value={filter.text}
        onChange={text => replaceAddress(withParameters({ text: text === '' ? undefined : text }))}
      />
      <SelectField
        name="group"
        label={t('rules.group')}
        noneWords={t('rules.allGroups')}
        options={RULE_GROUPS.filter(group => present.has(group)).map(group => ({
          value: group,
          label: t(`rules.groupOf.${group}`),
        }))}
        value={filter.group}
        onChange={group => navigate(withParameters({ group }))}
      />
      <SelectField
        name="on"
        label={t('rules.onOff')}
        noneWords={t('rules.both')}
        options={[
          { value: 'on', label: t('rules.isOn') },
          { value: 'off', label: t('rules.isOff') },
        ]}
        value={filter.on}
        onChange={on => navigate(withParameters({ on }))}
      />
    </Toolbar>
  )
}
