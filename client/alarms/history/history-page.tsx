// /alarms/history: every event of the alarms with who, when, what and why, newest first.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PRIORITIES } from '../../../shared/alarms/rule.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { formatNumber } from '../../design/number-format.ts'
import { isoDayOf } from '../../design/time-format.ts'
import { Button } from '../../kit/button.tsx'
import { saveFile } from '../../kit/download.ts'
import { Notice } from '../../kit/notice.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { Toolbar } from '../../kit/toolbar.tsx'
import { QueryProgress } from '../../operation/query-progress.tsx'
import { DayField } from '../../programme/fields.tsx'
import type { Walk } from '../../programme/history/walk-back.ts'
import { useRegistry } from '../../registry/registry-query.ts'
import { type AlarmNames, alarmTitle, momentWords } from '../alarm-names.ts'
import { actorOfEvent, alarmEventWords, alarmOfEvent, alarmReasonOf } from '../alarm-words.ts'
import type { AlarmPageProps } from '../alarms-page.tsx'
import { useAlarmNames } from '../use-alarm-names.ts'
import { priorityOfEvent, villageOfEvent } from './event-facts.ts'
import styles from './history.module.css'
import { type HistoryChoice, historyChoice, isTurned, SHORT_TYPES } from './history-choice.ts'
import { csvOf } from './history-csv.ts'
import { useHistoryPage } from './history-query.ts'
import { HistoryTable } from './history-table.tsx'

export function HistoryPage({ state }: AlarmPageProps) {
  const { t } = useTranslation('alarms')
  const choice = historyChoice(useParameters())
  const names = useAlarmNames(state)
  const [opened, setAnchor] = useState(state.lastId)
  // In the past the picture may go back behind what it was opened with.
  const anchor = Math.min(opened, state.lastId)
  const query = useHistoryPage(state, choice, anchor)
  const { data: walk, failureCount } = query.result
  const isFresh = choice.before === undefined && state.lastId > anchor
  const empty = isTurned(choice) ? t('history.wrongOrder') : walk?.isEnd ? t('history.none') : t('history.noneYet')
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>{t('history.title')}</h2>
      <Filters choice={choice} names={names} walk={walk} />
      {choice.alarm !== undefined && (
        <Notice
          kind="info"
          title={t('history.only', { title: alarmTitle(names, choice.alarm) })}
          actions={
            <Button onClick={() => navigate(withParameters({ alarm: undefined, before: undefined }))}>
              {t('history.whole')}
            </Button>
          }
        />
      )}
      {isFresh && (
        <Notice
          kind="info"
          title={t('history.fresh')}
          actions={<Button onClick={() => setAnchor(state.lastId)}>{t('history.showFresh')}</Button>}
        />
      )}
      {walk && <HistoryTable events={walk.events} names={names} emptyWords={empty} />}
      {!walk && failureCount > 0 && (
        <p className={styles.hint} role="status">
          {t('history.failed')}
        </p>
      )}
      <QueryProgress label={t('history.loading')} queries={[query]} />
      {walk && <Paging choice={choice} walk={walk} />}
    </div>
  )
}

type FiltersProps = {
  readonly choice: HistoryChoice
  readonly names: AlarmNames
  readonly walk: Walk | undefined
}

function Filters({ choice, names, walk }: FiltersProps) {
  const { t } = useTranslation('alarms')
  const { data: registry } = useRegistry()
  const choose = (change: Readonly<Record<string, string | undefined>>) =>
    navigate(withParameters({ ...change, before: undefined }))
  const villages = registry?.villages.toSorted((a, b) => a.order - b.order) ?? []
  return (
    <Toolbar
      label={t('history.choose')}
      status={walk ? t('history.shown', { number: formatNumber(walk.events.length) }) : ''}
      actions={
        <span title={t('history.saveHint')}>
          <Button
            icon="download"
            isDisabled={!walk || walk.events.length === 0}
            onClick={() => walk && saveEvents(t, names, walk)}
          >
            {t('history.save')}
          </Button>
        </span>
      }
    >
      <SelectField
        name="type"
        label={t('history.type')}
        options={SHORT_TYPES.map(type => ({ value: type, label: t(`history.name.${type}`) }))}
        noneWords={t('history.allTypes')}
        value={choice.type}
        onChange={type => choose({ type })}
      />
      <SelectField
        name="priority"
        label={t('history.priority')}
        options={PRIORITIES.toReversed().map(priority => ({ value: priority, label: t(`term.priority.${priority}`) }))}
        noneWords={t('history.allPriorities')}
        value={choice.priority}
        onChange={priority => choose({ priority })}
      />
      <SelectField
        name="village"
        label={t('history.village')}
        options={villages.map(({ id, name }) => ({ value: id, label: name }))}
        noneWords={t('history.allVillages')}
        value={choice.village}
        onChange={village => choose({ village })}
      />
      <DayField name="from" label={t('history.from')} value={choice.from} onChange={from => choose({ from })} />
      <DayField name="to" label={t('history.to')} value={choice.to} onChange={to => choose({ to })} />
    </Toolbar>
  )
}

function Paging({ choice, walk: { events, reached, isEnd } }: { readonly choice: HistoryChoice; readonly walk: Walk }) {
  const { t } = useTranslation('alarms')
  const foundAll = events.at(-1)?.id === reached?.id
  return (
    <div className={styles.paging}>
      {choice.before !== undefined && (
        <Button onClick={() => navigate(withParameters({ before: undefined }))}>{t('history.newest')}</Button>
      )}
      {!isEnd && reached && (
        <Button icon="chevron-down" onClick={() => navigate(withParameters({ before: String(reached.id) }))}>
          {foundAll ? t('history.older') : t('history.searchOn')}
        </Button>
      )}
      <p className={styles.hint}>
        {isEnd ? t('history.end') : reached && t('history.searched', { moment: momentWords(reached.at) })}
      </p>
    </div>
  )
}

function saveEvents(t: ReturnType<typeof useTranslation<'alarms'>>['t'], names: AlarmNames, { events }: Walk): void {
  const columns = ['when', 'priority', 'what', 'who', 'why', 'village', 'alarm'] as const
  const rows = events.map(event => {
    const priority = priorityOfEvent(event, names.state)
    const village = villageOfEvent(event, names.state)
    return [
      momentWords(event.at),
      priority ? t(`term.priority.${priority}`) : '',
      alarmEventWords(t, event, names),
      actorOfEvent(t, event),
      alarmReasonOf(event) ?? '',
      village === undefined ? '' : names.villageName(village),
      alarmOfEvent(event) ?? '',
    ]
  })
  const text = csvOf(
    columns.map(column => t(`history.column.${column}`)),
    rows,
  )
  const day = isoDayOf(events[0]?.at ?? 0)
  saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), t('history.file', { day }))
}
