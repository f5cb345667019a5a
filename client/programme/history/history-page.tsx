// /programme/history: every event with who, when, what and why, newest first; and whether the log is the one that was written.

import { useTranslation } from 'react-i18next'
import { useMay } from '../../access/me.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { formatNumber } from '../../design/number-format.ts'
import { formatIsoDate, isoDayOf } from '../../design/time-format.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { Toolbar } from '../../kit/toolbar.tsx'
import { QueryProgress } from '../../operation/query-progress.tsx'
import { MAX_SUBJECT_EVENTS } from '../events-query.ts'
import { villageOptions } from '../funding/funding-names.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { ChainCheck } from './chain-check.tsx'
import { EventDetail } from './event-detail.tsx'
import { EventTable } from './event-table.tsx'
import { areaOfType, EVENT_TYPES } from './event-type.ts'
import styles from './history.module.css'
import { type HistoryChoice, historyChoice } from './history-choice.ts'
import { type HistoryPageOfEvents, useHistoryPage } from './history-query.ts'
import { subjectWords } from './subject-words.ts'

type Props = { readonly view: ProgrammeView; readonly id: string | undefined }

export function HistoryPage({ view }: Props) {
  const { t } = useTranslation('programme')
  const choice = historyChoice(useParameters())
  const may = useMay()
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>{t('history.title')}</h2>
      {may({ kind: 'operation', id: 'programmeAudit' }) && <ChainCheck />}
      {/* Another day is another list. */}
      <Events key={view.isPast ? view.day : 'now'} view={view} choice={choice} />
    </div>
  )
}

type PartProps = { readonly view: ProgrammeView; readonly choice: HistoryChoice }

function Events({ view, choice }: PartProps) {
  const { t } = useTranslation('programme')
  const page = useHistoryPage(view, choice)
  const { walk, fresh } = page
  const events = [...fresh, ...(walk?.events ?? [])]
  const number = formatNumber(events.length)
  const status =
    choice.before === undefined
      ? t('history.shown', { number })
      : t('history.shownBefore', { number, before: choice.before })
  return (
    <>
      <Filters view={view} choice={choice} status={walk ? status : ''} />
      <QueryProgress label={t('history.loading')} queries={[page.query]} />
      {choice.subject !== undefined && (
        <Notice
          kind="info"
          title={t('history.subjectOnly', { subject: subjectWords(t, view, choice.subject) })}
          actions={
            <Button onClick={() => navigate(withParameters({ subject: undefined, before: undefined }))}>
              {t('history.wholeHistory')}
            </Button>
          }
        />
      )}
      {fresh.length > 0 && <p className={styles.hint}>{t('history.fresh', { number: formatNumber(fresh.length) })}</p>}
      {walk && (
        <EventTable
          view={view}
          events={events}
          selectedId={choice.event}
          emptyWords={walk.isEnd ? t('history.none') : t('history.noneYet')}
        />
      )}
      <Paging choice={choice} page={page} />
      {choice.event !== undefined && (
        <EventDetail view={view} id={choice.event} held={events.find(({ id }) => id === choice.event)} />
      )}
    </>
  )
}

function Filters({ view, choice, status }: PartProps & { readonly status: string }) {
  const { t } = useTranslation('programme')
  return (
    <Toolbar label={t('history.choose')} status={status}>
      <SelectField
        name="type"
        label={t('history.type')}
        options={EVENT_TYPES.map(type => ({
          value: type,
          label: t(`history.name.${type}`),
          group: t(`term.section.${areaOfType(type)}`),
        }))}
        noneWords={t('history.allTypes')}
        value={choice.type}
        onChange={type => navigate(withParameters({ type, before: undefined }))}
      />
      <SelectField
        name="village"
        label={t('history.village')}
        options={villageOptions(view.state)}
        noneWords={t('history.allVillages')}
        value={choice.village}
        onChange={village => navigate(withParameters({ village, before: undefined }))}
      />
    </Toolbar>
  )
}

function Paging({ choice, page: { walk } }: { readonly choice: HistoryChoice; readonly page: HistoryPageOfEvents }) {
  const { t } = useTranslation('programme')
  if (!walk) return undefined
  const { reached, isEnd, events } = walk
  const isSearch = choice.type !== undefined || choice.village !== undefined
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
        {isEnd
          ? choice.subject === undefined
            ? t('history.end')
            : t('history.subjectLimit', { number: formatNumber(MAX_SUBJECT_EVENTS) })
          : isSearch && reached && t('history.searched', { id: reached.id, day: formatIsoDate(isoDayOf(reached.at)) })}
      </p>
    </div>
  )
}
