// Alarms that came and went: how often, and what deadband would have held them.
import { useTranslation } from 'react-i18next'
import type { ScorecardFigures, Tally } from '../../../shared/alarms/scorecard-figures.ts'
import { CHATTER_TRANSITIONS } from '../../../shared/alarms/state.ts'
import { LinkTo } from '../../app/link-to.tsx'
import { formatNumber } from '../../design/number-format.ts'
import type { AlarmNames } from '../alarm-names.ts'
import parts from '../parts.module.css'
import { DeadbandProposal } from '../rules/deadband-proposal.tsx'
import { addressOf } from '../section.ts'
import { NamedAlarm } from './named-alarm.tsx'
import styles from './scorecard.module.css'

type Props = { readonly figures: ScorecardFigures; readonly names: AlarmNames }

const countsOf = (alarms: readonly Tally[]): ReadonlyMap<string, number> =>
  new Map(alarms.map(({ id, count }) => [id, count]))

export function ChatteringList({ figures: { chattering, fleeting, watched }, names }: Props) {
  const { t } = useTranslation('alarms')
  const { alarms, rules } = names.state
  const counts = { chatters: countsOf(chattering.alarms), fleets: countsOf(fleeting.alarms) }
  const all = new Map([...chattering.alarms, ...fleeting.alarms].map(alarm => [alarm.id, alarm]))
  const timesOf = (id: string) =>
    (['chatters', 'fleets'] as const).flatMap(what => {
      const count = counts[what].get(id)
      return count === undefined ? [] : t(`scorecard.${what}`, { number: formatNumber(count) })
    })
  return (
    <section className={parts.panel}>
      <h3>{t('scorecard.chattering')}</h3>
      <p className={parts.muted}>{t('scorecard.chatteringAbout', { number: CHATTER_TRANSITIONS })}</p>
      {all.size === 0 && (
        <p className={parts.muted}>{watched ? t('scorecard.chatteringNone') : t('scorecard.unknown')}</p>
      )}
      <ul className={styles.rows}>
        {[...all.values()].map(named => {
          const alarm = alarms.get(named.id)
          const rule = rules.get(named.rule)?.rule
          return (
            <li key={named.id}>
              <NamedAlarm alarm={named} names={names} />
              <span>{timesOf(named.id).join(' · ')}</span>
              {alarm && rule && <DeadbandProposal alarm={alarm} rule={rule} names={names} />}
              <LinkTo to={addressOf('rules', named.rule)} className={styles.riverLink}>
                {t('scorecard.openRule')}
              </LinkTo>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
