// The fields of each setting, named as decide.ts names what it refuses.
import { useTranslation } from 'react-i18next'
import { LIMITS } from '../../../shared/programme/decide-limits.ts'
import { ASSESSMENT_STEPS, REPORT_SPANS, type Settings } from '../../../shared/programme/facts.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { FieldRow } from '../../kit/form.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { FigureField } from '../fields.tsx'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { unitOptions } from '../unit-options.ts'
import { type NumberSetting, type SettingDraft, toggled } from './setting-draft.ts'

type Props = {
  readonly view: ProgrammeView
  readonly draft: SettingDraft
  readonly onChange: (change: Partial<SettingDraft>) => void
}

export function SettingFields({ setting, ...rest }: Props & { readonly setting: keyof Settings }) {
  switch (setting) {
    case 'districtStep':
      return <HolderFields {...rest} />
    case 'steps':
      return <StepFields {...rest} />
    case 'criteriaSet':
      return <SetField {...rest} />
    case 'appraisalWorkingDays':
    case 'dueSoonDays':
    case 'silentDays':
    case 'reportDueDays':
      return <DaysField {...rest} setting={setting} />
    case 'reportSpans':
      return <SpanFields {...rest} />
    case 'reportCutoffs':
      return <CutoffFields {...rest} />
    default:
      return setting satisfies never
  }
}

function HolderFields({ view, draft, onChange }: Props) {
  const { t } = useTranslation('programme')
  return (
    <>
      <RadioGroup
        name="value"
        label={t('settings.form.holder')}
        options={(['unset', 'commune', 'unit'] as const).map(value => ({ value, label: t(`settings.form.${value}`) }))}
        value={draft.holder}
        onChange={holder => onChange({ holder })}
      />
      {draft.holder === 'unit' && (
        <SelectField
          name="value.unit"
          label={t('settings.form.whichUnit')}
          isRequired
          options={unitOptions(view)}
          noneWords={t('settings.form.chooseUnit')}
          value={draft.unit}
          onChange={unit => onChange({ unit })}
        />
      )}
    </>
  )
}

function StepFields({ draft, onChange }: Props) {
  const { t } = useTranslation('programme')
  return ASSESSMENT_STEPS.map(step => {
    // A village always speaks for itself, and somebody always decides.
    const isFixed = step === 'self' || step === 'recognition'
    return (
      <CheckboxField
        key={step}
        name={`value.${step}`}
        label={t(`term.step.${step}`)}
        {...(isFixed ? { hint: t('settings.form.alwaysThere') } : {})}
        isDisabled={isFixed}
        isChecked={draft.steps.includes(step)}
        onChange={isIn => onChange({ steps: toggled(draft.steps, step, isIn) })}
      />
    )
  })
}

function SetField({ view, draft, onChange }: Props) {
  const { t } = useTranslation('programme')
  return (
    <SelectField
      name="value"
      label={t('settings.name.criteriaSet')}
      options={[...view.state.criteriaSets.values()].map(({ id, title, illustrative }) => ({
        value: id,
        label: illustrative ? `${title} (${t('shell.illustrative')})` : title,
      }))}
      noneWords={t('settings.form.noSet')}
      value={draft.criteriaSet}
      onChange={criteriaSet => onChange({ criteriaSet })}
    />
  )
}

const RANGES = {
  appraisalWorkingDays: LIMITS.workingDays,
  dueSoonDays: LIMITS.dueSoonDays,
  silentDays: LIMITS.silentDays,
  reportDueDays: LIMITS.reportDueDays,
} as const satisfies Readonly<Record<NumberSetting, { readonly min: number; readonly max: number }>>

function DaysField({ setting, draft, onChange }: Props & { readonly setting: NumberSetting }) {
  const { t } = useTranslation('programme')
  return (
    <FigureField
      name="value"
      label={t(`settings.name.${setting}`)}
      hint={t('settings.form.range', RANGES[setting])}
      unit={setting === 'appraisalWorkingDays' ? t('settings.form.workingDays') : t('settings.form.days')}
      isRequired
      isWhole
      value={draft.number}
      onChange={number => onChange({ number })}
    />
  )
}

function SpanFields({ draft, onChange }: Props) {
  const { t } = useTranslation('programme')
  return (
    <FieldRow>
      {REPORT_SPANS.map(span => (
        <CheckboxField
          key={span}
          name={`value.${span}`}
          label={t(`term.span.${span}`)}
          isChecked={draft.spans.includes(span)}
          onChange={isIn => onChange({ spans: toggled(draft.spans, span, isIn) })}
        />
      ))}
    </FieldRow>
  )
}

function CutoffFields({ draft, onChange }: Props) {
  const { t } = useTranslation('programme')
  return (
    <FieldRow>
      {REPORT_SPANS.map(span => (
        <TextField
          key={span}
          name={`value.${span}`}
          label={t(`term.span.${span}`)}
          hint={t('settings.form.cutoffHint')}
          isRequired
          value={draft.cutoffs[span]}
          onChange={text => onChange({ cutoffs: { ...draft.cutoffs, [span]: text } })}
        />
      ))}
    </FieldRow>
  )
}
