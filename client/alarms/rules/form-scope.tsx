// Where and when the rule watches: villages, devices, what is left out, hours, and which other alarm explains it away.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rule } from '../../../shared/alarms/rule.ts'
import { targetOf } from '../../../shared/alarms/target.ts'
import { CheckboxField } from '../../kit/checkbox-field.tsx'
import { FieldRow } from '../../kit/form.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useMoment } from '../../live/live-hooks.tsx'
import { useRegistry } from '../../registry/registry-query.ts'
import { FormPart } from './form-part.tsx'
import { PickList, type PickOption } from './pick-list.tsx'
import type { FormPartProps } from './rule-form.tsx'

type Props = FormPartProps & { /** Rules that may explain this one. */ readonly others: readonly Rule[] }

export function FormScope({ draft, onChange, names, others }: Props) {
  const { t } = useTranslation('alarms')
  const { t: word } = useTranslation('programme')
  const { data: registry } = useRegistry()
  const targets = useTargetOptions({ draft, names })
  const isOfDevices = draft.kind !== 'programme'
  const villages = (registry?.villages ?? [])
    .toSorted((a, b) => a.order - b.order)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <FormPart title={t('rules.form.part.scope')}>
      <AllOrSome
        name="villages"
        label={t('rules.form.villages')}
        words={{ all: t('rules.form.allVillages'), some: t('rules.form.someVillages') }}
        options={villages}
        chosen={draft.villages}
        onChange={chosen => onChange({ villages: chosen })}
      />
      {isOfDevices && (
        <AllOrSome
          name="devices"
          label={t('rules.form.devices')}
          words={{ all: t('rules.form.allDevices'), some: t('rules.form.someDevices') }}
          options={targets.devices}
          chosen={draft.devices}
          onChange={chosen => onChange({ devices: chosen })}
        />
      )}
      {isOfDevices && (
        <PickList
          name="rule.scope.except"
          label={t('rules.form.except')}
          note={word('shell.optional')}
          hint={t('rules.form.exceptHint')}
          options={targets.targets}
          chosen={draft.except}
          onChange={except => onChange({ except })}
        />
      )}
      <CheckboxField
        name="rule.hasHours"
        label={t('rules.form.hasHours')}
        isChecked={draft.hasHours}
        onChange={hasHours => onChange({ hasHours })}
      />
      {draft.hasHours && (
        <FieldRow>
          <TextField
            name="rule.hours.from"
            label={t('rules.form.hoursFrom')}
            hint={t('rules.form.hoursHint')}
            isRequired
            value={draft.hoursFrom}
            onChange={hoursFrom => onChange({ hoursFrom })}
          />
          <TextField
            name="rule.hours.to"
            label={t('rules.form.hoursTo')}
            isRequired
            value={draft.hoursTo}
            onChange={hoursTo => onChange({ hoursTo })}
          />
        </FieldRow>
      )}
      {isOfDevices && (
        <SelectField
          name="rule.suppressedBy"
          label={t('rules.form.suppressedBy')}
          noneWords={t('rules.form.byNone')}
          options={others.map(rule => ({ value: rule.id, label: rule.name[names.language] }))}
          value={draft.suppressedBy}
          onChange={suppressedBy => onChange({ suppressedBy })}
        />
      )}
    </FormPart>
  )
}

type AllOrSomeProps = {
  readonly name: 'villages' | 'devices'
  readonly label: string
  readonly words: { readonly all: string; readonly some: string }
  readonly options: readonly PickOption[]
  /** Null = all. */
  readonly chosen: readonly string[] | null
  readonly onChange: (chosen: readonly string[] | null) => void
}

function AllOrSome({ name, label, words, options, chosen, onChange }: AllOrSomeProps) {
  return (
    <>
      <RadioGroup
        name={`rule.${name}`}
        label={label}
        options={[
          { value: 'all', label: words.all },
          { value: 'some', label: words.some },
        ]}
        value={chosen === null ? 'all' : 'some'}
        onChange={value => onChange(value === 'all' ? null : (chosen ?? []))}
      />
      {chosen !== null && (
        <PickList
          name={`rule.scope.${name}`}
          label={words.some}
          options={options}
          chosen={chosen}
          onChange={onChange}
        />
      )}
    </>
  )
}

/** What of the live catalogue the rule could watch: its devices, and its targets as `except` names them. */
function useTargetOptions({ draft, names }: Pick<FormPartProps, 'draft' | 'names'>) {
  const { catalogue } = useMoment().state
  const { quantity, villages, kind, silenceOf } = draft
  return useMemo(() => {
    const within = catalogue.filter(
      one =>
        (quantity === undefined || one.quantity === quantity) && (villages === null || villages.includes(one.village)),
    )
    const isOfDevice = kind === 'aqi' || (kind === 'silence' && silenceOf === 'device')
    const byDevice = new Map(within.map(one => [one.device, one]))
    const devices: readonly PickOption[] = [...byDevice.values()].map(({ device, deviceName, village }) => ({
      value: device,
      label: deviceName,
      about: names.villageName(village),
    }))
    return {
      devices,
      targets: isOfDevice
        ? devices.map(option => ({ ...option, value: targetOf.device(option.value) }))
        : within.map(({ id, village }) => ({
            value: targetOf.series(id),
            label: names.seriesName(id),
            about: names.villageName(village),
          })),
    }
  }, [catalogue, quantity, villages, kind, silenceOf, names])
}
