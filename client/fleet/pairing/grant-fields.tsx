// What a display is let in for: its scope and its class, with what each class hides in words.
import { useTranslation } from 'react-i18next'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { AUDIENCE_ORDER, type Audience } from './grant.ts'
import styles from './pairing.module.css'
import { useScopes } from './scope-words.ts'

type Props = {
  readonly scope: string
  readonly onScope: (scope: string) => void
  readonly audience: Audience | undefined
  readonly onAudience: (audience: Audience) => void
}

export function GrantFields({ scope, onScope, audience, onAudience }: Props) {
  const { t } = useTranslation('fleet')
  const scopes = useScopes(scope)
  return (
    <>
      <SelectField
        name="scope"
        label={t('pairing.scope')}
        isRequired
        options={scopes}
        value={scope}
        onChange={chosen => onScope(chosen ?? scope)}
      />
      <div className={styles.group}>
        <RadioGroup
          name="audience"
          label={t('pairing.class')}
          isRequired
          options={AUDIENCE_ORDER.map(value => ({ value, label: t(`pairing.classes.${value}`) }))}
          value={audience}
          onChange={onAudience}
        />
        <ul className={styles.classes}>
          {AUDIENCE_ORDER.map(one => (
            <li key={one} data-chosen={one === audience}>
              <strong>{t(`pairing.classes.${one}`)}</strong> {t(`pairing.hides.${one}`)}
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
