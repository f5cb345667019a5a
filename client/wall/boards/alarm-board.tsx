// The open alarms in at most ten lines, by cause and place, for a screen of its own.
import { useTranslation } from 'react-i18next'
import { groupAlarms, MAX_LINES } from '../../../shared/alarms/groups.ts'
import { openAlarms } from '../../../shared/alarms/standing.ts'
import type { Alarm, AlarmState } from '../../../shared/alarms/state.ts'
import { useAlarmPicture } from '../../alarms/alarm-hooks.ts'
import { fullGroupWords } from '../../alarms/alarm-names.ts'
import { PRIORITY_MARK } from '../../alarms/priority-mark.ts'
import { useAlarmNames } from '../../alarms/use-alarm-names.ts'
import { MarkIcon } from '../../design/mark-icon.tsx'
import { ageWords } from '../../i18n/phrases.ts'
import { judgedAt } from '../../live/link.ts'
import { useMoment } from '../../live/live-hooks.tsx'
import styles from './alarm-board.module.css'

export function AlarmBoard() {
  const { t } = useTranslation('wall')
  const { t: alarmWord } = useTranslation('alarms')
  const { state } = useAlarmPicture()
  const { serverNow, link } = useMoment()
  if (!state || serverNow === undefined) return <p className={styles.calm}>{alarmWord('shell.loading')}</p>
  const open = openAlarms(state)
  if (open.length === 0) return <p className={styles.calm}>{t('scenes.board.noAlarms')}</p>
  return <Lines state={state} open={open} now={judgedAt(link, serverNow)} />
}

type LinesProps = { readonly state: AlarmState; readonly open: readonly Alarm[]; readonly now: number }

function Lines({ state, open, now }: LinesProps) {
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  const names = useAlarmNames(state)
  return (
    <section className={styles.board}>
      <h2>{t('scenes.board.alarms')}</h2>
      <ul>
        {groupAlarms(open, now, MAX_LINES).map(group => (
          <li key={group.key} data-mark={PRIORITY_MARK[group.priority]}>
            <MarkIcon mark={PRIORITY_MARK[group.priority]} />
            <span className={styles.what}>{fullGroupWords(names, group) ?? t('scenes.board.several')}</span>
            <span className={styles.count}>{group.ids.length > 1 ? `× ${group.ids.length}` : ''}</span>
            <span className={styles.age} data-first={group.isFirstOut}>
              {ageWords(general, Math.max(0, now - group.newestAt))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
