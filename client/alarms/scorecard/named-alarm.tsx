// An alarm of a list: its priority, what it is about, its rule; leads to the desk.
import { useTranslation } from 'react-i18next'
import type { NamedAlarm as Named } from '../../../shared/alarms/scorecard-figures.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { alarmAddress } from '../alarm-address.ts'
import { type AlarmNames, ruleName } from '../alarm-names.ts'
import parts from '../parts.module.css'
import { PrioritySign } from '../priority-sign.tsx'
import styles from './scorecard.module.css'

type Props = { readonly alarm: Named; readonly names: AlarmNames }

export function NamedAlarm({ alarm, names }: Props) {
  const { t } = useTranslation('alarms')
  return (
    <span className={styles.named}>
      <PrioritySign priority={alarm.priority} />
      <span>
        <LinkTo to={alarmAddress(alarm.id)} className={parts.link}>
          {alarm.title[names.language]}
        </LinkTo>{' '}
        {alarm.isSimulated && <SourceTag text={t('shell.simulated')} />}
        <span className={parts.under}>{ruleName(names, alarm.rule)}</span>
      </span>
    </span>
  )
}
