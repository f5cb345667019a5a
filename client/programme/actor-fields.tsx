// Who enters: shown as one line once it is known, asked for otherwise. The units are those of today that may act at all.
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandActor } from '../../shared/programme/command.ts'
import { groupOf, isValidOn, villageUnitOn } from '../../shared/programme/units.ts'
import type { Unit } from '../../shared/registry.ts'
import { Button } from '../kit/button.tsx'
import { FieldRow } from '../kit/form.tsx'
import { SelectField } from '../kit/select-field.tsx'
import { TextField } from '../kit/text-field.tsx'
import styles from './actor-fields.module.css'
import { declareActor, useDeclaredActor } from './declared-actor.ts'
import type { ProgrammeView } from './programme-hooks.tsx'

type Props = { readonly view: ProgrammeView }

export function ActorFields({ view }: Props) {
  const { t } = useTranslation('programme')
  const actor = useDeclaredActor()
  const options = useMemo(() => actingUnits(view).map(({ id, name }) => ({ value: id, label: name })), [view])
  const unitName = options.find(({ value }) => value === actor.unit)?.label
  const isKnown = actor.name.trim().length > 1 && unitName !== undefined
  const [isOpen, setOpen] = useState(!isKnown)
  const change = (part: Partial<CommandActor>) => declareActor({ ...actor, ...part })
  if (isKnown && !isOpen)
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
        options={options}
        noneWords={t('shell.chooseUnit')}
        value={unitName === undefined ? undefined : actor.unit}
        onChange={unit => change({ unit: unit ?? '' })}
      />
    </FieldRow>
  )
}

/** Departments and authorities of the day, and the communes that hold a village; no district once there is none. */
function actingUnits({ state, units, day }: ProgrammeView): readonly Unit[] {
  const communes = new Set([...state.villages.values()].map(village => villageUnitOn(village, day)))
  const acts = ({ id, kind }: Unit) =>
    kind === 'department' ||
    kind === 'authority' ||
    kind === 'district' ||
    (kind === 'group' && groupOf(state.plan, id) === undefined) ||
    communes.has(id)
  return [...units.values()].filter(unit => isValidOn(unit, day) && acts(unit))
}
