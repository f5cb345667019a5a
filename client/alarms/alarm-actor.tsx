// Who acts on alarms: what the person said of themselves in any part of the system, asked for once. Offers the units of today that
// may act; the station judges.
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandActor } from '../../shared/programme/command.ts'
import { isValidOn } from '../../shared/programme/units.ts'
import { isoDayOf } from '../design/time-format.ts'
import { Button } from '../kit/button.tsx'
import { FieldRow } from '../kit/form.tsx'
import { SelectField, type SelectOption } from '../kit/select-field.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useMoment } from '../live/live-hooks.tsx'
import styles from '../programme/actor-fields.module.css'
import { declareActor, useDeclaredActor } from '../programme/declared-actor.ts'
import { useRegistry } from '../registry/registry-query.ts'
import { unitsWithVillages } from '../registry/village-units.ts'

const KINDS = ['authority', 'department', 'district', 'commune'] as const

/** Authorities and departments of the day, and the communes that hold a village; empty until the registry is here. */
export function useActingUnits(): readonly SelectOption<string>[] {
  const { data: registry } = useRegistry()
  const { serverNow } = useMoment()
  const today = serverNow === undefined ? registry?.asOf : isoDayOf(serverNow)
  return useMemo(() => {
    if (!registry || today === undefined) return []
    const homes = new Set(unitsWithVillages(registry, today).map(({ unit }) => unit.id))
    return KINDS.flatMap(kind =>
      registry.units
        .filter(unit => unit.kind === kind && isValidOn(unit, today) && (kind !== 'commune' || homes.has(unit.id)))
        .map(({ id, name }) => ({ value: id, label: name })),
    )
  }, [registry, today])
}

/** `unitName` is undefined while the person isn't known well enough to act. */
export function useAlarmActor(): { readonly actor: CommandActor; readonly unitName: string | undefined } {
  const actor = useDeclaredActor()
  const units = useActingUnits()
  const unitName = units.find(({ value }) => value === actor.unit)?.label
  return { actor, unitName: actor.name.trim().length > 1 ? unitName : undefined }
}

/** Fields of a form; one line once the person is known. */
export function AlarmActorFields() {
  const { t } = useTranslation('programme')
  const { actor, unitName } = useAlarmActor()
  const units = useActingUnits()
  const [isOpen, setOpen] = useState(unitName === undefined)
  const change = (part: Partial<CommandActor>) => declareActor({ ...actor, ...part })
  if (unitName !== undefined && !isOpen)
    return (
      <p className={styles.line}>
        <span className={styles.label}>{t('shell.enteredBy')}</span>
        <strong>{actor.name}</strong>
        <span>{unitName}</span>
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {t('shell.changeActor')}
        </Button>
      </p>
    )
  return (
    <FieldRow>
      <TextField
        name="actor.name"
        label={t('shell.enteredBy')}
        hint={t('shell.enteredByHint')}
        isRequired
        maxLength={80}
        autoComplete="name"
        value={actor.name}
        onChange={name => change({ name })}
      />
      <SelectField
        name="actor.unit"
        label={t('shell.yourUnit')}
        isRequired
        options={units}
        noneWords={t('shell.chooseUnit')}
        value={units.some(({ value }) => value === actor.unit) ? actor.unit : undefined}
        onChange={unit => change({ unit: unit ?? '' })}
      />
    </FieldRow>
  )
}
