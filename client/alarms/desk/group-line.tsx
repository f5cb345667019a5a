// Alarms of one cause, place and time as one line that opens: how many, how grave, what they have in common.
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { PRIORITIES } from '../../../shared/alarms/rule.ts'
import { asksForAttention } from '../../../shared/alarms/standing.ts'
import { Icon } from '../../kit/icons.tsx'
import { type AlarmNames, clockWords, ruleName } from '../alarm-names.ts'
import { PrioritySign } from '../priority-sign.tsx'
import styles from './alarm-list.module.css'
import type { DeskLine } from './desk-lines.ts'
import { type LineProps, LineRow } from './line-row.tsx'
import { Since } from './live-times.tsx'

type Props = LineProps & { readonly line: Extract<DeskLine, { kind: 'group' }> }

export const GroupLine = memo(function GroupLine({ line, names, now, ...rest }: Props) {
  const { t } = useTranslation('alarms')
  const { key, group, isOpen } = line
  const title = titleOf(t, names, group)
  const asks = group.alarms.some(asksForAttention)
  const rule = group.rule === null ? undefined : names.state.rules.get(group.rule)?.rule
  const first = names.state.alarms.get(group.firstOut)
  return (
    <LineRow {...rest} line={key} title={title} priority={group.priority} asks={asks} level={1} isExpanded={isOpen}>
      <div role="gridcell" className={styles.state}>
        <PrioritySign priority={group.priority} hasWord />
        <strong className={styles.standing}>{t('desk.group.alarms', { number: group.alarms.length })}</strong>
      </div>
      <div role="rowheader" className={styles.what}>
        <button
          type="button"
          className={styles.title}
          tabIndex={-1}
          aria-label={`${t(isOpen ? 'desk.group.close' : 'desk.group.open')}: ${title}`}
          onClick={() => rest.onOpen(key)}
        >
          <span className={styles.chevron} data-open={isOpen}>
            <Icon name="chevron-right" />
          </span>
          {title}
        </button>
        <span className={styles.under}>
          {placeOf(t, names, group)}{' '}
          {group.isFirstOut && first && (
            <span className={styles.mark}>
              {t('desk.list.firstOut')}: {first.about.title[names.language]}, {clockWords(first.since, now)}
            </span>
          )}
        </span>
      </div>
      <div role="gridcell" className={styles.value}>
        <ul className={styles.counts}>
          {PRIORITIES.toReversed()
            .filter(priority => group.counts[priority] > 0)
            .map(priority => (
              <li key={priority}>
                <PrioritySign priority={priority} /> {group.counts[priority]}
              </li>
            ))}
        </ul>
      </div>
      <div role="gridcell" className={styles.since}>
        <Since at={group.oldestAt} />
      </div>
      <div role="gridcell" className={styles.who}>
        <span>{rule ? rule.responder[names.language] : t('desk.group.who')}</span>
      </div>
    </LineRow>
  )
})

type Translator = ReturnType<typeof useTranslation<'alarms'>>['t']

function titleOf(t: Translator, names: AlarmNames, { kind, rule, rules }: Props['line']['group']): string {
  if (kind === 'rest') return t('desk.group.rest')
  return rule === null ? t('desk.group.causes', { number: rules }) : ruleName(names, rule)
}

function placeOf(t: Translator, names: AlarmNames, { village, alarms }: Props['line']['group']): string {
  if (village !== null) return names.villageName(village)
  return alarms.every(({ about }) => about.village === null) ? t('desk.group.nowhere') : t('desk.group.everywhere')
}
