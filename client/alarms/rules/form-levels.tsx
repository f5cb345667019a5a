// The levels of a rule as rows, from mild to severe: sign, setpoint in the signal's unit, priority.
import { useTranslation } from 'react-i18next'
import { RULE_LIMITS } from '../../../shared/alarms/decide-rule-limits.ts'
import { PRIORITIES } from '../../../shared/alarms/rule.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { FigureField } from '../../programme/fields.tsx'
import { newKey } from '../../programme/send-command.ts'
import { PrioritySign } from '../priority-sign.tsx'
import { FormPart } from './form-part.tsx'
import { type LevelDraft, levelDraft } from './rule-draft.ts'
import styles from './rule-form.module.css'
import type { FormPartProps } from './rule-form.tsx'
import { useDraftUnit } from './use-draft-unit.ts'

export function FormLevels(props: FormPartProps) {
  const { draft, onChange } = props
  const { t } = useTranslation('alarms')
  const unit = useDraftUnit(props)
  const { levels } = draft
  const set = (key: string, change: Partial<LevelDraft>) =>
    onChange({ levels: levels.map(level => (level.key === key ? { ...level, ...change } : level)) })
  // A state stands or doesn't; a gauge knows its own setpoints.
  const hasSetpoint = draft.kind !== 'state' && draft.kind !== 'flood'
  return (
    <FormPart title={t('rules.form.part.levels')}>
      <ol className={styles.levels}>
        {levels.map(({ key, name, at, priority }, place) => (
          <li key={key} className={styles.level} data-setpoint={hasSetpoint}>
            <span className={styles.sign}>
              <PrioritySign priority={priority} />
            </span>
            <TextField
              name={`rule.levels.${place}.name`}
              label={t('rules.form.levelName')}
              placeholder={t('rules.form.levelNameHint')}
              isRequired
              maxLength={RULE_LIMITS.levelName.max}
              value={name}
              onChange={text => set(key, { name: text })}
            />
            {hasSetpoint && (
              <FigureField
                name={`rule.levels.${place}.at`}
                label={t('rules.form.levelAt')}
                unit={unit}
                isRequired
                value={at}
                onChange={value => set(key, { at: value })}
              />
            )}
            <SelectField
              name={`rule.levels.${place}.priority`}
              label={t('rules.form.priority')}
              isRequired
              options={PRIORITIES.map(value => ({ value, label: t(`term.priority.${value}`) }))}
              value={priority}
              onChange={value => value && set(key, { priority: value })}
            />
            <Button
              kind="quiet"
              icon="close"
              isIconOnly
              isDisabled={levels.length <= RULE_LIMITS.levels.min}
              onClick={() => onChange({ levels: levels.filter(level => level.key !== key) })}
            >
              {t('rules.form.removeLevel', { number: place + 1 })}
            </Button>
          </li>
        ))}
      </ol>
      <Button
        icon="plus"
        isDisabled={levels.length >= RULE_LIMITS.levels.max || draft.kind === 'state'}
        onClick={() => onChange({ levels: [...levels, levelDraft(newKey())] })}
      >
        {t('rules.form.addLevel')}
      </Button>
    </FormPart>
  )
}
