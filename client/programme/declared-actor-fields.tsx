// Who enters, as fields of a form: who signed in; or what the person says, one line once it is known. Whose units are offered, the page says.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandActor } from '../../shared/programme/command.ts'
import { usePerson } from '../access/actor.ts'
import type { Doing } from '../access/may.ts'
import { Button } from '../kit/button.tsx'
import { FieldRow } from '../kit/form.tsx'
import { SelectField, type SelectOption } from '../kit/select-field.tsx'
import { TextField } from '../kit/text-field.tsx'
import { declareActor, useDeclaredActor } from './declared-actor.ts'
import styles from './declared-actor-fields.module.css'
import { PersonActorFields } from './person-actor-fields.tsx'

type Options = { readonly options: readonly SelectOption<string>[] }
type Props = Options & {
  /** What will be done in that name; undefined while the form doesn't know. */
  readonly doing: Doing | undefined
}

export function ActorFieldsFor({ options, doing }: Props) {
  const person = usePerson()
  return person ? <PersonActorFields person={person} doing={doing} /> : <DeclaredActorFields options={options} />
}

function DeclaredActorFields({ options }: Options) {
  const { t } = useTranslation('programme')
  const actor = useDeclaredActor()
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
