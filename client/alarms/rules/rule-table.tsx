// The rules as a table. What each watches is reckoned from the live catalogue.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PRIORITIES } from '../../../shared/alarms/rule.ts'
import { navigate, useParameters, withParameters } from '../../app/address.ts'
import { formatNumber } from '../../design/number-format.ts'
import { formatDate } from '../../design/time-format.ts'
import { type Column, DataTable } from '../../kit/data-table.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { sortFrom, sortText } from '../../kit/table-sort.ts'
import parts from '../parts.module.css'
import { PrioritySign } from '../priority-sign.tsx'
import { addressOf } from '../section.ts'
import { LevelList } from './level-list.tsx'
import { RuleAuthor } from './rule-author.tsx'
import type { RuleNames } from './rule-names.ts'
import type { RuleRow } from './rule-rows.ts'
import { durationWords, quantityName, setpointWords } from './rule-sentences.ts'
import { createTargetCounts, type TargetCounts, useWatchedWorld } from './rule-watches.ts'
import styles from './rules.module.css'

type Props = { readonly rows: readonly RuleRow[]; readonly names: RuleNames; readonly emptyWords: string }

export function RuleTable({ rows, names, emptyWords }: Props) {
  const { t } = useTranslation('alarms')
  const world = useWatchedWorld()
  const countTargets = useMemo(() => world && createTargetCounts(world), [world])
  const counted = countTargets?.(rows.map(({ rule }) => rule))
  const counts = new Map(rows.map(({ rule }, at) => [rule.id, counted?.[at]]))
  const sort = sortFrom(useParameters().get('sort'))
  const columns: readonly Column<RuleRow>[] = [
    {
      key: 'name',
      title: t('rules.column.name'),
      isRowHeader: true,
      width: '17%',
      sortValue: ({ rule }) => rule.name[names.language],
      render: ({ rule, group }) => (
        <>
          {rule.name[names.language]}
          <span className={parts.under}>
            {rule.quantity === null
              ? t(`rules.groupOf.${group}`)
              : `${quantityName(t, names, rule.quantity)} · ${t(`rules.groupOf.${group}`)}`}
          </span>
        </>
      ),
    },
    {
      key: 'levels',
      title: t('rules.column.levels'),
      width: '14%',
      render: ({ rule }) => <LevelList rule={rule} names={names} />,
    },
    {
      key: 'timing',
      title: t('rules.column.timing'),
      width: '13rem',
      render: ({ rule }) => {
        const { onDelayMs, offDelayMs, deadband } = rule
        return (
          <>
            {onDelayMs === 0 ? t('rules.onNow') : t('rules.onAfter', { delay: durationWords(t, onDelayMs) })}
            <span className={parts.under}>
              {offDelayMs === 0 ? t('rules.offNow') : t('rules.offAfter', { delay: durationWords(t, offDelayMs) })}
            </span>
            {deadband > 0 && (
              <span className={parts.under}>
                {t('rules.deadband', { deadband: setpointWords(t, names, rule, deadband) })}
              </span>
            )}
          </>
        )
      },
    },
    {
      key: 'basis',
      title: t('rules.column.basis'),
      width: '17%',
      sortValue: ({ rule }) => rule.basis.kind,
      render: ({ rule }) => (
        <>
          {rule.basis.kind === 'internal' ? (
            <SourceTag text={t('term.basis.internal')} />
          ) : (
            <span className={styles.regulation}>{t('term.basis.regulation')}</span>
          )}
          <span className={styles.clamped}>{rule.basis.source[names.language]}</span>
        </>
      ),
    },
    {
      key: 'targets',
      title: t('rules.column.targets'),
      width: '8.5rem',
      sortValue: ({ rule }) => counts.get(rule.id)?.watched,
      render: ({ rule }) => <Targets counts={counts.get(rule.id)} isOn={rule.isOn} />,
    },
    {
      key: 'open',
      title: t('rules.column.open'),
      width: '6.5rem',
      sortValue: ({ open }) => open.length,
      render: row => <OpenNow row={row} />,
    },
    {
      key: 'on',
      title: t('rules.column.on'),
      width: '8.5rem',
      sortValue: ({ rule }) => Number(!rule.isOn),
      render: ({ rule }) => (
        <span className={styles.whole}>
          <StateMark state={rule.isOn ? 'on-track' : 'paused'} word={t(rule.isOn ? 'rules.isOn' : 'rules.isOff')} />
        </span>
      ),
    },
    {
      key: 'version',
      title: t('rules.column.version'),
      width: '8.5rem',
      sortValue: ({ at }) => at,
      render: ({ version, by, at }) => (
        <>
          {t('rules.version', { version })}
          <span className={parts.under}>{formatDate(at)}</span>
          <span className={parts.under}>
            <RuleAuthor by={by} />
          </span>
        </>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('rules.caption')}
      isCaptionHidden
      columns={columns}
      rows={rows}
      rowKey={({ rule }) => rule.id}
      emptyWords={emptyWords}
      opening={({ rule }) => ({ to: addressOf('rules', rule.id) })}
      initialSort={sort}
      onSort={next => navigate(withParameters({ sort: sortText(next) }))}
      maxHeight="none"
    />
  )
}

type TargetsProps = {
  /** Null = of the programme; undefined = not counted yet. */
  readonly counts: TargetCounts | null | undefined
  readonly isOn: boolean
}

function Targets({ counts, isOn }: TargetsProps) {
  const { t } = useTranslation('alarms')
  if (counts === undefined) return <span className={parts.muted}>{t('rules.targetsLoading')}</span>
  if (counts === null) return t('rules.programmeTargets')
  const { watched, withoutLevel } = counts
  return (
    <>
      <span className={isOn ? undefined : parts.muted}>
        {watched === 0 && withoutLevel === 0
          ? t('rules.noTargets')
          : t(isOn ? 'rules.targets' : 'rules.targetsIfOn', { number: formatNumber(watched) })}
      </span>
      {withoutLevel > 0 && (
        <span className={styles.without}>{t('rules.withoutLevel', { number: formatNumber(withoutLevel) })}</span>
      )}
    </>
  )
}

function OpenNow({ row: { open, aside } }: { readonly row: RuleRow }) {
  const { t } = useTranslation('alarms')
  const worst = open.toSorted((a, b) => PRIORITIES.indexOf(b.priority) - PRIORITIES.indexOf(a.priority))[0]
  return (
    <>
      {worst ? (
        <span className={styles.open}>
          <PrioritySign priority={worst.priority} isActive={worst.isActive} /> {formatNumber(open.length)}
        </span>
      ) : (
        <span className={parts.muted}>{t('rules.none')}</span>
      )}
      {aside > 0 && <span className={parts.under}>{t('rules.aside', { number: formatNumber(aside) })}</span>}
    </>
  )
}
