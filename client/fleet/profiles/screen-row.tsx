// One screen: its id, where it stands on the canvas, its size, and the group it shows scenes with.
import { useTranslation } from 'react-i18next'
import { DISPLAY_LIMITS } from '../../../shared/displays/limits.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { FigureField } from '../../programme/fields.tsx'
import { newKey } from '../../programme/send-command.ts'
import { PlaceOfError } from './place-of-error.tsx'
import type { ScreenDraft, Wall } from './profile-draft.ts'
import styles from './profile-form.module.css'
import { withOwnGroup } from './wall-edits.ts'

/** No group has this key. */
const OWN = 'own'
const SIDES = ['x', 'y', 'width', 'height'] as const

type Props = {
  readonly wall: Wall
  readonly screen: ScreenDraft
  /** Its place among the screens: refusals name it by that. */
  readonly at: number
  readonly onChange: (wall: Wall) => void
}

export function ScreenRow({ wall, screen, at, onChange }: Props) {
  const { t } = useTranslation('fleet')
  const field = `profile.screens.${at}`
  const change = (part: Partial<ScreenDraft>) =>
    onChange({ ...wall, screens: wall.screens.map(one => (one.key === screen.key ? { ...one, ...part } : one)) })
  const join = (group: string | undefined) =>
    group === OWN ? onChange(withOwnGroup(wall, screen, newKey)) : change({ group: group ?? screen.group })
  const canLeave = wall.screens.some(other => other.key !== screen.key && other.group === screen.group)
  return (
    <fieldset className={styles.screen}>
      <legend className="spoken">{t('form.screen', { id: screen.id })}</legend>
      <TextField
        name={`${field}.id`}
        label={t('form.screenId')}
        maxLength={DISPLAY_LIMITS.screenId.max}
        value={screen.id}
        onChange={id => change({ id })}
      />
      {SIDES.map(side => (
        <FigureField
          key={side}
          name={`${field}.${side}`}
          label={t(`form.${side}`)}
          unit={t('form.pixelUnit')}
          value={screen[side]}
          onChange={value => change({ [side]: value })}
        />
      ))}
      <SelectField
        name={`${field}.group`}
        label={t('form.ofGroup')}
        options={[
          ...wall.groups.map(({ key }, i) => ({ value: key, label: t('form.group', { number: i + 1 }) })),
          ...(canLeave ? [{ value: OWN, label: t('form.ownGroup') }] : []),
        ]}
        value={screen.group}
        onChange={join}
      />
      <Button
        kind="quiet"
        icon="close"
        isIconOnly
        isDisabled={wall.screens.length === 1}
        onClick={() => onChange({ ...wall, screens: wall.screens.filter(({ key }) => key !== screen.key) })}
      >
        {t('form.removeScreen', { id: screen.id })}
      </Button>
      <PlaceOfError name={field} />
    </fieldset>
  )
}
