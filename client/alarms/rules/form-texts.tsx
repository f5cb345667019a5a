// What an alarm of this rule means and asks for, in both languages; and where its setpoints come from.
import { useTranslation } from 'react-i18next'
import { RULE_LIMITS } from '../../../shared/alarms/decide-rule-limits.ts'
import { FieldRow } from '../../kit/form.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { EntryText } from '../../programme/entry-text.tsx'
import { DurationField } from './duration-field.tsx'
import { FormPart } from './form-part.tsx'
import type { Texts } from './rule-draft.ts'
import styles from './rule-form.module.css'
import type { FormPartProps } from './rule-form.tsx'

export function FormTexts({ draft, onChange }: FormPartProps) {
  const { t } = useTranslation('alarms')
  return (
    <FormPart title={t('rules.form.part.texts')}>
      {(['cause', 'consequence', 'action', 'responder'] as const).map(part => (
        <TextPair
          key={part}
          name={part}
          label={t(`rules.form.${part}`)}
          rows={part === 'responder' ? 2 : 3}
          texts={draft[part]}
          onChange={texts => onChange({ [part]: texts })}
        />
      ))}
      <div className={styles.half}>
        <DurationField
          name="rule.respondWithinMs"
          label={t('rules.form.within')}
          hint={t('rules.form.durationHint')}
          isRequired
          value={draft.respondWithinMs}
          onChange={respondWithinMs => onChange({ respondWithinMs })}
        />
      </div>
    </FormPart>
  )
}

export function FormBasis({ draft, onChange }: FormPartProps) {
  const { t } = useTranslation('alarms')
  return (
    <FormPart title={t('rules.form.part.basis')}>
      <RadioGroup
        name="rule.basis.kind"
        label={t('rules.form.basis')}
        options={(['internal', 'regulation'] as const).map(value => ({
          value,
          label: t(`rules.form.basisOf.${value}`),
        }))}
        value={draft.basis}
        onChange={basis => onChange({ basis })}
      />
      <TextPair
        name="basis.source"
        label={t('rules.form.source')}
        hint={t('rules.form.sourceHint')}
        rows={2}
        texts={draft.basisSource}
        onChange={basisSource => onChange({ basisSource })}
      />
    </FormPart>
  )
}

type PairProps = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly rows: number
  readonly texts: Texts
  readonly onChange: (texts: Texts) => void
}

/** The same text in both languages, side by side where there is room. */
function TextPair({ name, label, hint, rows, texts, onChange }: PairProps) {
  const { t } = useTranslation('alarms')
  return (
    <FieldRow>
      {(['vi', 'en'] as const).map(language => (
        <EntryText
          key={language}
          name={`rule.${name}.${language}`}
          label={label}
          note={t(`rules.form.${language}`)}
          {...(hint === undefined ? {} : { hint })}
          isRequired
          rows={rows}
          max={RULE_LIMITS.text.max}
          value={texts[language]}
          onChange={text => onChange({ ...texts, [language]: text })}
        />
      ))}
    </FieldRow>
  )
}
