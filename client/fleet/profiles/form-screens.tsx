// The screens as rectangles on one canvas: a ready layout, or each by itself.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DISPLAY_LIMITS } from '../../../shared/displays/limits.ts'
import { FormPart } from '../../alarms/rules/form-part.tsx'
import { Button } from '../../kit/button.tsx'
import { FieldRow } from '../../kit/form.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { FigureField } from '../../programme/fields.tsx'
import { newKey } from '../../programme/send-command.ts'
import { PlaceOfError } from './place-of-error.tsx'
import styles from './profile-form.module.css'
import type { ProfilePartProps } from './profile-form.tsx'
import { ScreenRow } from './screen-row.tsx'
import { PRESETS, type Preset, presetWall, USUAL_BEZEL, withScreen } from './wall-edits.ts'

export function FormScreens({ draft: { wall }, onChange }: ProfilePartProps) {
  const { t } = useTranslation('fleet')
  const [bezel, setBezel] = useState<number | undefined>(USUAL_BEZEL)
  const [preset, setPreset] = useState<Preset>()
  const lay = (chosen: Preset | undefined, gap: number | undefined) => {
    setPreset(chosen)
    setBezel(gap)
    if (chosen) onChange({ wall: presetWall(chosen, gap ?? 0, wall, newKey) })
  }
  return (
    <FormPart title={t('form.part.screens')}>
      <FieldRow>
        <SelectField
          name="preset"
          label={t('form.preset')}
          hint={t('form.presetHint')}
          noneWords={t('form.presetKeep')}
          options={PRESETS.map(one => ({ value: one, label: t(`form.presets.${one}`) }))}
          value={preset}
          onChange={chosen => lay(chosen, bezel)}
        />
        <FigureField
          name="bezel"
          label={t('form.bezel')}
          unit={t('form.pixelUnit')}
          isWhole
          value={bezel}
          onChange={gap => lay(preset, gap)}
        />
      </FieldRow>
      <PlaceOfError name="profile.screens" />
      <ul className={styles.rows}>
        {wall.screens.map((screen, i) => (
          <li key={screen.key}>
            <ScreenRow wall={wall} at={i} screen={screen} onChange={next => onChange({ wall: next })} />
          </li>
        ))}
      </ul>
      <Button
        icon="plus"
        isDisabled={wall.screens.length >= DISPLAY_LIMITS.screens.max}
        onClick={() => onChange({ wall: withScreen(wall, newKey) })}
      >
        {t('form.addScreen')}
      </Button>
    </FormPart>
  )
}
