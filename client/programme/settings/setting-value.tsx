// A setting's value in words.
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { setOn } from '../../../shared/programme/criteria.ts'
import { REPORT_SPANS, type Settings } from '../../../shared/programme/facts.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import { SourceTag } from '../../kit/source-tag.tsx'
import { StateMark } from '../../kit/state-mark.tsx'
import { namedUnit } from '../named-unit.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { dayMonthText } from './setting-draft.ts'
import styles from './settings.module.css'

type Props = { readonly view: ProgrammeView; readonly setting: keyof Settings }

export function SettingValue({ view, setting }: Props) {
  const { t } = useTranslation('programme')
  const { settings } = view.state
  if (setting === 'criteriaSet') return <SetInUse view={view} />
  if (setting === 'districtStep' && settings.districtStep.kind === 'unset')
    return <StateMark state="unknown" word={t('settings.value.unset')} />
  if (setting === 'reportCutoffs')
    return (
      <ul>
        {REPORT_SPANS.map(span => (
          <li key={span}>
            {t('settings.value.cutoff', {
              span: t(`term.span.${span}`),
              day: dayMonthText(settings.reportCutoffs[span]),
            })}
          </li>
        ))}
      </ul>
    )
  return settingWords(t, view, setting)
}

/** In one line, for a form's "now". */
export function settingWords(t: TFunction<'programme'>, view: ProgrammeView, setting: keyof Settings): string {
  const { settings, criteriaSets } = view.state
  switch (setting) {
    case 'districtStep': {
      const { districtStep } = settings
      if (districtStep.kind !== 'unit') return t(`settings.value.${districtStep.kind}`)
      return namedUnit(view, districtStep.unit).name ?? t('shell.nobody')
    }
    case 'steps':
      return settings.steps.map(step => t(`term.step.${step}`)).join(' → ')
    case 'criteriaSet':
      return settings.criteriaSet === null
        ? t('settings.value.noSet')
        : (criteriaSets.get(settings.criteriaSet)?.title ?? settings.criteriaSet)
    case 'appraisalWorkingDays':
      return t('settings.value.workingDays', { number: settings.appraisalWorkingDays })
    case 'dueSoonDays':
    case 'silentDays':
    case 'reportDueDays':
      return t('settings.value.days', { number: settings[setting] })
    case 'reportSpans':
      return settings.reportSpans.map(span => t(`term.span.${span}`)).join(', ')
    case 'reportCutoffs':
      return REPORT_SPANS.map(span =>
        t('settings.value.cutoff', { span: t(`term.span.${span}`), day: dayMonthText(settings.reportCutoffs[span]) }),
      ).join('; ')
    default:
      return setting satisfies never
  }
}

function SetInUse({ view }: Pick<Props, 'view'>) {
  const { t } = useTranslation('programme')
  const { set, isLapsed } = setOn(view.state, view.day)
  if (!set) return <StateMark state="unknown" word={t('settings.value.noSet')} />
  return (
    <>
      {set.title} {set.illustrative && <SourceTag text={t('shell.illustrative')} />}
      {isLapsed && set.validTo !== null && (
        <span className={styles.under}>{t('settings.value.lapsed', { day: formatIsoDate(set.validTo) })}</span>
      )}
    </>
  )
}
