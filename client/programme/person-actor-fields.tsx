// Who enters, when that is known from signing in: one line; the unit is asked for only where there are several.
import { useTranslation } from 'react-i18next'
import type { Person } from '../../shared/access/api-schema.ts'
import { actorOf } from '../access/actor.ts'
import type { Doing } from '../access/may.ts'
import { unitsFor } from '../access/may.ts'
import { Notice } from '../kit/notice.tsx'
import { SelectField } from '../kit/select-field.tsx'
import { declareActor, useDeclaredActor } from './declared-actor.ts'
import styles from './declared-actor-fields.module.css'

type Props = { readonly person: Person; readonly doing: Doing | undefined }

export function PersonActorFields({ person, doing }: Props) {
  const { t } = useTranslation('programme')
  const declared = useDeclaredActor()
  const units = unitsFor(person, doing)
  const [only] = units
  const { unit } = actorOf(person, doing, declared.unit)
  if (!only) return <Notice kind="warning" title={t('shell.noUnit')} />
  return (
    <>
      <p className={styles.line}>
        <span className={styles.label}>{t('shell.enteredBy')}</span>
        <strong>{person.name}</strong>
        {units.length === 1 && <span>{only.name}</span>}
      </p>
      {units.length > 1 && (
        <SelectField
          name="actor.unit"
          label={t('shell.yourUnit')}
          isRequired
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          noneWords={t('shell.chooseUnit')}
          value={unit === '' ? undefined : unit}
          onChange={chosen => declareActor({ ...declared, unit: chosen ?? '' })}
        />
      )}
    </>
  )
}
