// What the tasks are narrowed to; kept in the address.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TASK_MARKS } from '../../../shared/programme/task-standing.ts'
import { navigate, replaceAddress, withParameters } from '../../app/address.ts'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { Toolbar } from '../../kit/toolbar.tsx'
import { EntryButtons } from '../entry-buttons.tsx'
import { ExchangeDialog } from '../exchange/exchange-dialog.tsx'
import { ExportLink } from '../exchange/export-link.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { leadsOf, type TaskFilter, type TaskRow } from './task-rows.ts'

type Props = {
  readonly view: ProgrammeView
  readonly rows: readonly TaskRow[]
  readonly filter: TaskFilter
  readonly shown: number
}

export function TaskFilters({ view, rows, filter, shown }: Props) {
  const { t } = useTranslation('programme')
  const [isImporting, setImporting] = useState(false)
  const leads = leadsOf(rows).map(({ key, name, formerly }) => ({
    value: key,
    label: name ?? `${t('shell.nobody')} · ${t('shell.formerly', { unit: formerly ?? '' })}`,
  }))
  return (
    <>
      <Toolbar
        label={t('tasks.filters')}
        status={t('tasks.shown', { number: shown, total: rows.length })}
        actions={
          <>
            <ExportLink kind="tasks" />
            <EntryButtons
              view={view}
              entries={[
                {
                  key: 'import',
                  words: t('shell.importXlsx'),
                  deed: { kind: 'import', of: 'tasks' },
                  icon: 'upload',
                  open: () => setImporting(true),
                },
              ]}
            />
          </>
        }
      >
        <SelectField
          name="lead"
          label={t('tasks.lead')}
          noneWords={t('tasks.allLeads')}
          options={leads}
          value={filter.lead}
          onChange={lead => navigate(withParameters({ lead }))}
        />
        <SelectField
          name="mark"
          label={t('tasks.mark')}
          noneWords={t('tasks.allMarks')}
          options={TASK_MARKS.map(mark => ({ value: mark, label: t(`term.taskMark.${mark}`) }))}
          value={filter.mark}
          onChange={mark => navigate(withParameters({ mark }))}
        />
        <TextField
          name="text"
          label={t('tasks.search')}
          kind="search"
          placeholder={t('tasks.searchHint')}
          value={filter.text}
          onChange={text => replaceAddress(withParameters({ text: text === '' ? undefined : text }))}
        />
      </Toolbar>
      {isImporting && <ExchangeDialog view={view} kind="tasks" onClose={() => setImporting(false)} />}
    </>
  )
}
