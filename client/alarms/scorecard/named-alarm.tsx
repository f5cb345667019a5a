// An alarm of a list: its priority, what it is about, the rule, the place; leads to the desk.
import { useTranslation } from 'react-i18next'
import type { NamedAlarm as Named } from '../../../shared/alarms/scorecard-figures.ts'
import type { AlarmState } from '../../../shared/alarms/state.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { SourceTag } from '../../kit/source-tag.tsx'
import { alarmAddress } from '../alarm-address.ts'
import { useAlarmPicture } from '../alarm-hooks.ts'
import { PrioritySign } from '../priority-sign.tsx'
import styles from './scorecard.module.css'

type Props = { readonly alarm: Named }

export function NamedAlarm({ alarm }: Props) {
  const { t, i18n } = useTranslation('alarms')
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const rules: AlarmState['rules'] | undefined = useAlarmPicture().state?.rules
  return (
    <span className={styles.named}>
      <PrioritySign priority={alarm.priority} />
      <span>
        <LinkTo to={alarmAddress(alarm.id)} className={styles.link}>
          {alarm.title[language]}
        </LinkTo>{' '}
        {alarm.isSimulated && <SourceTag text={t('shell.simulated')} />}
        <span className={styles.under}>{rules?.get(alarm.rule)?.rule.name[language] ?? alarm.rule}</span>
      </span>
    </span>
  )
}
