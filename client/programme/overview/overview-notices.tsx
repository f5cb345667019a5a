// What one must know before reading the figures: a set of criteria that lapsed, is made up or can't be counted, a duty nobody has.
import { useTranslation } from 'react-i18next'
import type { ProgrammeOverview } from '../../../shared/programme/overview.ts'
import { districtStepOf } from '../../../shared/programme/units.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { addressWith } from '../address-with.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { addressOf } from '../section.ts'
import styles from './overview-page.module.css'

type Props = { readonly view: ProgrammeView; readonly overview: ProgrammeOverview }

export function OverviewNotices({ view, overview }: Props) {
  return (
    <div className={styles.notices}>
      <SetNotice overview={overview} />
      <DistrictNotice view={view} />
    </div>
  )
}

function SetNotice({ overview: { set, isSetLapsed, villages } }: Pick<Props, 'overview'>) {
  const { t } = useTranslation('programme')
  const seeSets = (
    <ButtonLink to={addressWith('criteria', undefined, { view: 'sets' })}>{t('overview.seeSets')}</ButtonLink>
  )
  if (!set)
    return (
      <Notice
        kind="warning"
        title={t('overview.setMissing')}
        actions={<ButtonLink to={addressOf('settings')}>{t('overview.openSettings')}</ButtonLink>}
      >
        {t('overview.setMissingNote')}
      </Notice>
    )
  const isTextless = villages.length > 0 && villages.every(({ counts }) => counts.total === null)
  const number = set.knownIndicatorCount ?? t('shell.unknown')
  return (
    <>
      {isSetLapsed && set.validTo !== null && (
        <Notice kind="warning" title={t('overview.setLapsed', { day: formatIsoDate(set.validTo) })} actions={seeSets}>
          {t('overview.setLapsedNote', { title: set.decision ?? set.title })}
        </Notice>
      )}
      {set.illustrative && (
        <Notice kind="info" title={t('overview.setIllustrative')} actions={seeSets}>
          {t('shell.illustrativeNote')}
        </Notice>
      )}
      {isTextless && (
        <Notice kind="warning" title={t('overview.setTextless')} actions={seeSets}>
          {t('overview.setTextlessNote', { title: set.decision ?? set.title, number })}
        </Notice>
      )}
    </>
  )
}

function DistrictNotice({ view: { state, units, day } }: Pick<Props, 'view'>) {
  const { t } = useTranslation('programme')
  const number = [...state.villages.values()].filter(
    village => districtStepOf(state, units, village, day).kind === 'nobody',
  ).length
  if (number === 0) return null
  return (
    <Notice
      kind="warning"
      title={t('overview.districtUnset')}
      actions={<ButtonLink to={addressOf('settings')}>{t('overview.openSettings')}</ButtonLink>}
    >
      {t('overview.districtUnsetNote', { number })}
    </Notice>
  )
}
