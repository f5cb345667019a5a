// The fields that belong to one kind of signal, named as decide.ts names what it refuses.
import { useTranslation } from 'react-i18next'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { FieldRow } from '../../kit/form.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { useMoment } from '../../live/live-hooks.tsx'
import { FigureField } from '../../programme/fields.tsx'
import { useRegistry } from '../../registry/registry-query.ts'
import { DurationField } from './duration-field.tsx'
import type { FormPartProps } from './rule-form.tsx'

export function SignalFields(props: FormPartProps) {
  switch (props.draft.kind) {
    case 'change':
      return <Over {...props} />
    case 'deviation':
      return <DeviationFields {...props} />
    case 'state':
      return <StateField {...props} />
    case 'silence':
      return <SilenceField {...props} />
    case 'count':
      return <CountFields {...props} />
    case 'surge':
      return <SurgeFields {...props} />
    case 'programme':
      return <ClockField {...props} />
    case 'value':
    case 'flood':
    case 'aqi':
      return null
    default:
      return props.draft.kind satisfies never
  }
}

const unitOf = ({ draft, names }: FormPartProps): string =>
  draft.quantity === undefined ? '' : names.quantities.unit(draft.quantity)

function Over({ draft, onChange }: FormPartProps) {
  const { t } = useTranslation('alarms')
  return (
    <DurationField
      name="rule.signal.overMs"
      label={t('rules.form.over')}
      isRequired
      value={draft.overMs}
      onChange={overMs => onChange({ overMs })}
    />
  )
}

function DeviationFields(props: FormPartProps) {
  const { draft, onChange, names } = props
  const { t } = useTranslation('alarms')
  const { catalogue } = useMoment().state
  const alike = catalogue.filter(({ quantity }) => draft.quantity === undefined || quantity === draft.quantity)
  return (
    <>
      <RadioGroup
        name="rule.signal.reference.kind"
        label={t('rules.form.reference')}
        options={(['own-mean', 'constant', 'series'] as const).map(value => ({
          value,
          label: t(`rules.form.referenceOf.${value}`),
        }))}
        value={draft.reference}
        onChange={reference => onChange({ reference })}
      />
      <FieldRow>
        {draft.reference === 'constant' && (
          <FigureField
            name="rule.signal.reference.value"
            label={t('rules.form.referenceValue')}
            unit={unitOf(props)}
            isRequired
            value={draft.referenceValue}
            onChange={referenceValue => onChange({ referenceValue })}
          />
        )}
        {draft.reference === 'own-mean' && (
          <DurationField
            name="rule.signal.reference.overMs"
            label={t('rules.form.referenceOver')}
            isRequired
            value={draft.referenceOverMs}
            onChange={referenceOverMs => onChange({ referenceOverMs })}
          />
        )}
        {draft.reference === 'series' && (
          <SelectField
            name="rule.signal.reference.series"
            label={t('rules.form.referenceSeries')}
            isRequired
            noneWords={t('rules.form.chooseSeries')}
            options={alike.map(({ id, village }) => ({
              value: id,
              label: names.seriesName(id),
              group: names.villageName(village),
            }))}
            value={draft.referenceSeries === '' ? undefined : draft.referenceSeries}
            onChange={series => onChange({ referenceSeries: series ?? '' })}
          />
        )}
        <CheckboxField
          name="rule.signal.isAbsolute"
          label={t('rules.form.isAbsolute')}
          isChecked={draft.isAbsolute}
          onChange={isAbsolute => onChange({ isAbsolute })}
        />
      </FieldRow>
    </>
  )
}

function StateField({ draft, onChange, names }: FormPartProps) {
  const { t } = useTranslation('alarms')
  const { data: registry } = useRegistry()
  const states = registry?.quantities.find(({ code }) => code === draft.quantity)?.states ?? []
  return (
    <SelectField
      name="rule.signal.value"
      label={t('rules.form.state')}
      isRequired
      noneWords={t('rules.form.chooseState')}
      options={states.map(state => ({ value: String(state.value), label: state[names.language] }))}
      value={draft.stateValue === undefined ? undefined : String(draft.stateValue)}
      onChange={value => onChange({ stateValue: value === undefined ? undefined : Number(value) })}
    />
  )
}

function SilenceField({ draft, onChange }: FormPartProps) {
  const { t } = useTranslation('alarms')
  return (
    <RadioGroup
      name="rule.signal.of"
      label={t('rules.form.silenceOf')}
      options={(['device', 'series'] as const).map(value => ({ value, label: t(`rules.form.silence.${value}`) }))}
      value={draft.silenceOf}
      onChange={silenceOf => onChange({ silenceOf })}
    />
  )
}

function CountFields(props: FormPartProps) {
  const { draft, onChange } = props
  const { t } = useTranslation('alarms')
  return (
    <>
      <RadioGroup
        name="rule.signal.of"
        label={t('rules.form.countOf')}
        options={(['changes', 'bad', 'beyond'] as const).map(value => ({
          value,
          label: t(`rules.form.count.${value}`),
        }))}
        value={draft.countOf}
        onChange={countOf => onChange({ countOf })}
      />
      <FieldRow>
        {draft.countOf === 'beyond' && (
          <FigureField
            name="rule.signal.at"
            label={t('rules.form.countAt')}
            unit={unitOf(props)}
            isRequired
            value={draft.countAt}
            onChange={countAt => onChange({ countAt })}
          />
        )}
        <Over {...props} />
      </FieldRow>
    </>
  )
}

function SurgeFields(props: FormPartProps) {
  const { draft, onChange } = props
  const { t } = useTranslation('alarms')
  return (
    <FieldRow>
      <FigureField
        name="rule.signal.nights"
        label={t('rules.form.nights')}
        unit={t('rules.form.nightsUnit')}
        isWhole
        isRequired
        value={draft.nights}
        onChange={nights => onChange({ nights })}
      />
      <FigureField
        name="rule.signal.atLeast"
        label={t('rules.form.atLeast')}
        unit={unitOf(props)}
        isRequired
        value={draft.atLeast}
        onChange={atLeast => onChange({ atLeast })}
      />
    </FieldRow>
  )
}

function ClockField({ draft, onChange }: FormPartProps) {
  const { t } = useTranslation('alarms')
  const clocks = ['task-overdue', 'appraisal-day', 'report-due', 'dossier-returned'] as const
  return (
    <SelectField
      name="rule.signal.clock"
      label={t('rules.form.clock')}
      isRequired
      options={clocks.map(clock => ({ value: clock, label: t(`rules.form.clockOf.${clock}`) }))}
      value={draft.clock}
      onChange={clock => clock && onChange({ clock })}
    />
  )
}
