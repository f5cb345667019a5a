// Chooses the period; kept in the address.
import { useTranslation } from 'react-i18next'
import { navigate, withParameters } from '../../app/address.ts'
import { Button } from '../../kit/button.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { DayField } from '../../programme/fields.tsx'
import styles from './scorecard.module.css'
import { MAX_PERIOD_DAYS, PERIODS, type PeriodChoice } from './scorecard-period.ts'

type Props = {
  readonly choice: PeriodChoice
  /** Its days make no period. */
  readonly isBad: boolean
}

export function PeriodBar({ choice, isBad }: Props) {
  const { t } = useTranslation('alarms')
  return (
    <div className={styles.period}>
      <RadioGroup
        name="period"
        label={t('scorecard.period')}
        options={PERIODS.map(name => ({ value: name, label: t(`scorecard.periodOf.${name}`) }))}
        value={choice.name}
        onChange={name =>
          navigate(
            withParameters({
              period: name === '7' ? undefined : name,
              ...(name === 'own' ? {} : { from: undefined, to: undefined }),
            }),
          )
        }
      />
      {choice.name === 'own' && (
        <div className={styles.days}>
          <DayField
            name="from"
            label={t('scorecard.from')}
            value={choice.from}
            onChange={from => navigate(withParameters({ from }))}
          />
          <DayField
            name="to"
            label={t('scorecard.to')}
            {...(isBad ? { error: t('scorecard.badPeriod', { days: MAX_PERIOD_DAYS }) } : {})}
            value={choice.to}
            onChange={to => navigate(withParameters({ to }))}
          />
        </div>
      )}
      <Button icon="download" onClick={() => window.print()}>
        {t('scorecard.print')}
      </Button>
    </div>
  )
}
