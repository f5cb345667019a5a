// The alarms of one rule that are open now, most urgent first; each leads to the desk.
import { useTranslation } from 'react-i18next'
import { LinkTo } from '../../app/link-to.tsx'
import { formatNumber } from '../../design/number-format.ts'
import { SourceTag } from '../../kit/source-tag.tsx'
import { alarmAddress } from '../alarm-address.ts'
import { momentWords, placeWords, signalWords } from '../alarm-names.ts'
import parts from '../parts.module.css'
import { PrioritySign } from '../priority-sign.tsx'
import type { RuleNames } from './rule-names.ts'
import type { RuleRow } from './rule-rows.ts'
import styles from './rules.module.css'

/** The desk shows them all. */
const SHOWN = 10

type Props = { readonly row: RuleRow; readonly names: RuleNames }

export function OpenOfRule({ row: { open, aside }, names }: Props) {
  const { t } = useTranslation('alarms')
  return (
    <section className={parts.panel}>
      <h3>
        {t('rules.part.open')}
        {open.length > 0 && <span className={parts.count}>{formatNumber(open.length)}</span>}
      </h3>
      {open.length === 0 && <p className={parts.muted}>{t('rules.openNone')}</p>}
      <ul className={styles.rows}>
        {open.slice(0, SHOWN).map(alarm => (
          <li key={alarm.id}>
            <LinkTo to={alarmAddress(alarm.id)} className={styles.rowLink}>
              <PrioritySign priority={alarm.priority} isActive={alarm.isActive} />
              <span>
                {alarm.about.title[names.language]}
                {alarm.about.source === 'simulated' && (
                  <>
                    {' '}
                    <SourceTag text={t('shell.simulated')} />
                  </>
                )}
                <span className={parts.under}>
                  {[
                    placeWords(names, alarm),
                    alarm.level,
                    signalWords(t, names, alarm, alarm.value) ?? t('shell.unknown'),
                    momentWords(alarm.raisedAt),
                  ]
                    .filter(part => part !== undefined)
                    .join(' · ')}
                </span>
              </span>
            </LinkTo>
          </li>
        ))}
      </ul>
      {open.length > SHOWN && (
        <p className={parts.muted}>{t('rules.moreTargets', { number: formatNumber(open.length - SHOWN) })}</p>
      )}
      {aside > 0 && <p className={parts.muted}>{t('rules.aside', { number: formatNumber(aside) })}</p>}
    </section>
  )
}
