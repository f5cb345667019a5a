// What stretch of time a figure is of, in words: of now, or of the instant that is shown of the past, where "today" would be a lie.
import { useTranslation } from 'react-i18next'
import { useIsPast } from '../../time-machine/time-hooks.ts'

export function usePeriods() {
  const { t: general } = useTranslation()
  const { t } = useTranslation('wall')
  return useIsPast()
    ? {
        today: general('kpi.programme.thatDay'),
        night: t('scenes.before.night'),
        hour: t('scenes.before.hour'),
        day: t('scenes.before.day'),
      }
    : {
        today: general('kpi.programme.today'),
        night: t('scenes.extreme.night'),
        hour: t('scenes.rise.period'),
        day: t('scenes.rain.period'),
      }
}
