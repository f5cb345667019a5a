// The alarms of one rule that are open now, most urgent first; each leads to the desk.
import { useTranslation } from 'react-i18next'
import { LinkTo } from '../../app/link-to.tsx'
import { formatNumber } from '../../design/number-format.ts'
import { SourceTag } from '../../kit/source-tag.tsx'
import { alarmAddress } from '../alarm-address.ts'
import { momentWords } from '../alarm-names.ts'
import { PrioritySign } from '../priority-sign.tsx'
import type { RuleRow } from './rule-rows.ts'
import { type RuleNames, valueWords } from './rule-sentences.ts'
import styles from './rules.module.css'

/** The desk shows them all. */
const SHOWN = 10

type Props = { readonly row: RuleRow; readonly names: RuleNames }

export function OpenOfRule({ row: { rule, open, aside }, names }: Props) {
  const { t } = useTranslation('alarms')
  return (
    <section className={styles.panel}>
      <h3>
        {t('rules.part.open')}
        {open.length > 0 && <span className={styles.count}>{formatNumber(open.length)}</span>}
      </h3>
      {open.length === 0 && <p className={styles.muted}>{t('rules.openNone')}</p>}
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
                <span className={styles.under}>
                  {[
                    ...(alarm.about.village === null ? [] : [names.village(alarm.about.village)]),
                    alarm.level,
                    alarm.value === null ? t('shell.unknown') : valueWords(t, names, rule, alarm.value),
                    momentWords(alarm.raisedAt),
                  ].join(' · ')}
                </span>
              </span>
            </LinkTo>
          </li>
        ))}
      </ul>
      {open.length > SHOWN && (
        <p className={styles.muted}>{t('rules.moreTargets', { number: formatNumber(open.length - SHOWN) })}</p>
      )}
      {aside > 0 && <p className={styles.muted}>{t('rules.aside', { number: formatNumber(aside) })}</p>}
    </section>
  )
}
